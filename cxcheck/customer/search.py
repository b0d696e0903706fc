"""Looking for something on the page and, if need be, behind menus and on the way that usually leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Error

from cxcheck.customer.choose import Choice, choose
from cxcheck.customer.purposes import is_here
from cxcheck.customer.sight import look
from cxcheck.errors import JourneyNotFinished, nearest, problem

if TYPE_CHECKING:
    from cxcheck.customer.sight import Control, Sight
    from cxcheck.customer.walk import Walk

# Where people look next when a thing is not in sight. Our choice; what shops and sites do, not how they call it.
_BEHIND = {
    "sign up": ("sign in",),
    "forgot password": ("sign in",),
    "checkout": ("basket",),
    "add to basket": ("products",),
}
_MENUS_TRIED = 3
_HINTED_WITHIN_MS = 2_000
# Ways to somewhere; the button of a form that wants something first is none of them.
_WAYS = {"sign in", "sign up", "forgot password", "products", "basket"}


def find(walk: Walk, intent: str, *, detours: bool = True) -> tuple[Sight, Control | None]:
    """The control for an intent; behind a menu, or by way of the page where such a thing usually stands.

    None in its place: the form that it would lead to is here already.

    Raises:
        JourneyNotFinished: Nothing looks like it.
    """
    sight = walk.look_for(lambda sight: is_here(sight, intent, walk.spoken(sight)) or _anywhere(walk, sight, intent))
    presses = 0
    if is_here(sight, intent, walk.spoken(sight)):
        return sight, None
    for way in ("", *(_BEHIND.get(intent, ()) if detours else ())):
        if way:
            step = _in_sight(walk, sight, way)
            if step is None:
                continue
            presses += 1 + step[2]
            walk.note("customer/detour", intent=intent, by=way)
            walk.press_until_answered(step[0], step[1].control)
            sight = walk.look()
            if is_here(sight, intent, walk.spoken(sight)):
                return sight, None
        hint = _hinted(walk, sight, intent)
        if hint is not None:
            _found(walk, intent, Choice(hint, sure=True), presses, hint=True)
            return sight, hint
        found = _in_sight(walk, sight, intent)
        if found is not None:
            sight, choice, opened = found
            _found(walk, intent, choice, presses + opened, hint=False)
            return sight, choice.control
    raise _not_found(walk, sight, intent)


def sees(walk: Walk, sight: Sight, intent: str, *, even_disabled: bool = False) -> Control | None:
    """The control for an intent, if it is in sight; ``even_disabled``: also one that cannot be pressed yet."""
    seen = sight.controls
    if even_disabled:
        seen = [control.model_copy(update={"enabled": True}) for control in seen]
    choice = choose([control for control in seen if control.visible], intent, walk.spoken(sight))
    return choice.control if choice else None


def _found(walk: Walk, intent: str, choice: Choice, detours: int, *, hint: bool) -> None:
    control = choice.control
    walk.note(
        "customer/found", intent=intent, found=control.name, sure=choice.sure, hint=hint,
        in_view=control.in_view, detours=detours,
    )  # fmt: skip


def _not_found(walk: Walk, sight: Sight, intent: str) -> JourneyNotFinished:
    walk.note("customer/missed", intent=intent, says=sight.says[:200])
    if intent in walk.site.hints:
        return JourneyNotFinished(
            problem(
                f"the hint for {intent!r} finds nothing: {walk.site.hints[intent]}",
                where=f"{walk.page.url} (site {walk.site.name})",
                expected="a selector that matches a link, a button or a field on this page",
                todo="correct the hint, or remove it to let the customer look",
            )
        )
    names = list(dict.fromkeys(c.name for c in sight.controls if c.visible and c.name))
    return JourneyNotFinished(
        problem(
            f"the customer saw no way to {intent!r}; the page says “{sight.says}”",
            where=f"{walk.page.url} ({sight.title})",
            expected="a link or button that says so; there are: " + (", ".join(names[:12]) or "none"),
            near=nearest(intent, names),
            todo=f'if one of these is meant, name it: [tool.cxcheck.sites.….hints] "{intent}" = "<selector>"',
        )
    )


def _choice(walk: Walk, sight: Sight, intent: str) -> Choice | None:
    return choose(_candidates(sight, intent, visible=True), intent, walk.spoken(sight))


def _anywhere(walk: Walk, sight: Sight, intent: str) -> bool:
    """Whether it is worth looking at the page as it is: the thing, a menu it hides in, or a way to it."""
    if intent in walk.site.hints:
        return True
    ways = (intent, *_BEHIND.get(intent, ()))
    return any(
        choose(_candidates(sight, way, visible=visible), way, walk.spoken(sight))
        for way in ways
        for visible in (True, False)
    )


def _candidates(sight: Sight, intent: str, *, visible: bool) -> list[Control]:
    sends = {field.form for field in sight.fields if field.plain and field.visible and not field.filled}
    return [
        control
        for control in sight.controls
        if control.visible is visible and not (intent in _WAYS and control.submits and control.form in sends)
    ]


def _in_sight(walk: Walk, sight: Sight, intent: str) -> tuple[Sight, Choice, int] | None:
    """The page as it is then seen, the choice, and how many menus were opened for it."""
    choice = _choice(walk, sight, intent)
    if choice is not None:
        return sight, choice, 0
    return _behind_menus(walk, sight, intent)


def _behind_menus(walk: Walk, sight: Sight, intent: str) -> tuple[Sight, Choice, int] | None:
    """Open menus, one after the other, as long as the thing looked for lies hidden in the page."""
    spoken = walk.spoken(sight)
    hidden = choose(_candidates(sight, intent, visible=False), intent, spoken)
    menus = [c for c in sight.controls if c.visible and c.expanded == "false" and c.role in {"button", "link"}]
    named = [menu for menu in menus if choose([menu], "menu", spoken)]
    # A menu may be filled only as it opens: one that is named so is worth a try in any case.
    tried = sorted(menus, key=lambda menu: menu not in named)[:_MENUS_TRIED] if hidden else named[:1]
    for count, menu in enumerate(tried, start=1):
        walk.note("customer/opened-menu", name=menu.name, intent=intent)
        walk.press(sight, menu)
        walk.rest()
        opened = look(walk.page)
        choice = _choice(walk, opened, intent)
        if choice is not None:
            return opened, choice, count
    return None


def _hinted(walk: Walk, sight: Sight, intent: str) -> Control | None:
    selector = walk.site.hints.get(intent)
    if selector is None:
        return None
    try:
        element = walk.page.locator(selector).first.element_handle(timeout=_HINTED_WITHIN_MS)
    except Error:
        return None  # perhaps on the next page of the way
    return next((c for c in sight.controls if sight.element(c).evaluate("(a, b) => a === b", element)), None)
