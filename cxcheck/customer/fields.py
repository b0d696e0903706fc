"""Finding the fields that a verb means: by what they ask for, or by what their label says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxcheck import lexicon
from cxcheck.customer.purposes import is_for_news
from cxcheck.errors import JourneyNotFinished, nearest, problem
from cxcheck.lexicon.kinds import field_kind
from cxcheck.lexicon.likeness import ENOUGH, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxcheck.customer.sight import Field, Sight
    from cxcheck.customer.walk import Walk

# Sites let people in by one or the other; a field for the one may stand where a journey speaks of the other.
_INSTEAD = {"email": ("username",), "new password": ("password",), "name": ("given name",)}


def fields_for(walk: Walk, sight: Sight, what: str) -> list[Field]:
    """Visible, usable fields for ``what`` in one form: the form last filled in, else the first there is.

    Raises:
        JourneyNotFinished: The page has no such field.
    """
    spoken = walk.spoken(sight)
    usable = [field for field in sight.fields if field.visible and field.enabled]
    for kind in (what, *_INSTEAD.get(what, ())):
        if kind in lexicon.keys("fields"):
            also = {kind, f"confirm {kind}"}
            found = [field for field in usable if field_kind(field, sight.fields, spoken) in also]
            found = found or _choices(usable, lexicon.phrases("fields", kind, spoken))
        else:
            found = [field for field in usable if likeness(field.label, (lexicon.normal(kind),)) >= ENOUGH]
            found = found or _choices(usable, (lexicon.normal(kind),))
        found.sort(key=lambda field: (field.form != walk.form, field.overlay is None, field.box.y_px, field.box.x_px))
        letters = {form for form in range(len(sight.forms)) if is_for_news(sight, form, spoken)}
        found = [field for field in found if field.form not in letters or what == "newsletter"]
        if found:
            return [field for field in found if field.form == found[0].form]
    labels = [field.label or field.type for field in usable]
    raise JourneyNotFinished(
        problem(
            f"the customer saw no field for {what!r}; the page says “{sight.says}”",
            where=f"{walk.page.url} ({sight.title})",
            expected="a field labelled so; there are: " + (", ".join(labels) or "none"),
            near=nearest(what, labels),
            todo="see the picture of this step",
        )
    )


def _choices(usable: Sequence[Field], phrases: Sequence[str]) -> list[Field]:
    """Radio buttons under a legend that says so."""
    return [field for field in usable if field.type == "radio" and likeness(field.legend, phrases) >= ENOUGH]
