import itertools

import pytest
from read_page import Page, shown
from sample_run import (
    DAVID,
    JOURNEY,
    MAIL,
    META,
    clean_visit,
    cut_off_visit,
    judged_run,
    many_visits,
    not_measured_visit,
    result,
    slow_visit,
)

from cxcheck.model.artifact import Outcome
from cxcheck.model.base import Box
from cxcheck.model.finding import CheckOutcome
from cxcheck.model.gesture import Target
from cxcheck.model.persona import Hands
from cxcheck.model.scorecard import GaveUp, GestureCounts
from cxcheck.model.verdict import Verdict, VerdictKind
from cxcheck.report.costs import gestures
from cxcheck.report.scorecard import render, stylesheet

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202egnp.exe\u2069\x00"


def test_the_top_says_how_bad_where_and_for_whom():
    text = shown().text
    assert "Harbour 1 journey, 2 customers: 1 finished and 1 cut off in mid-visit. Lowest grade: C." in text
    assert "at least 1 min 16 s of customer time" in text
    assert "Waiting for the site 36 s Own effort at least 34 s Interruptions 6 s" in text
    assert "1 pop-up · 7 screens · 9 clicks · 2 keys · 4 fields, 67 characters · 3.2 screenfuls scrolled" in text
    assert "1 trip to the mailbox" in text


def test_gestures_leave_out_what_was_not_done():
    everything = GestureCounts(
        presses=3, clicks=1, taps=2, keys=14, tabs=9, fields=11, characters=148, choices=2, ticks=1, screenfuls=1.0,
        backs=2, switches=3, popup_gestures=1,
    )  # fmt: skip
    assert " · ".join(gestures(everything)) == (
        "1 click · 2 taps · 14 keys (9 Tab) · 11 fields, 148 characters · 2 choices · 1 tick · 1 screenful scrolled · "
        "2 × back · 3 trips to the mailbox"
    )
    assert gestures(GestureCounts(**dict.fromkeys(GestureCounts.model_fields, 0))) == ()
    assert gestures(GestureCounts()) == ("gestures not measured",)


def test_each_step_says_what_was_done_in_it():
    assert "Ask for a reset link" in shown().text
    assert "8.7 s 2 clicks · 1 field" in shown().text


def test_the_hands_are_told_in_words():
    persona = DAVID.model_copy(update={"hands": Hands(input="keyboard", typing_wpm=70)})
    assert "keyboard alone, no mouse, typing 70 words a minute" in shown(clean_visit(persona)).text


def test_fixes_lead_to_their_findings():
    page = shown()
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    links = [attrs["href"].removeprefix("#") for attrs in page.all("a")]
    assert (
        sum(not link.startswith("popup") for link in links) == 8
    )  # two from the pop-ups to their visits, one to what was not measured
    assert set(links) <= set(ids)
    assert len(ids) == len(set(ids))
    assert "Gives back 16 s and 9 points met in 1 of 2 visits" in page.text


def test_a_finding_says_number_limit_source_reason_and_remedy():
    text = shown().text
    meta = META["mail-slow"]
    assert "Measured 26 s, limit 10 s. Without it the customer saves 16 s." in text
    for part in (meta.why, meta.remedy, meta.source, meta.threshold, "measured in the browser"):
        assert part in text


def test_the_journey_marks_truth_giving_up_and_its_end():
    text = shown().text
    assert "Open the e-mail Moment of truth 29 s" in text
    assert "Would have given up here: waited longer than 10 s for the e-mail." in text
    assert "Recording ends here" in text


def test_what_was_not_measured_is_said_and_is_no_nought():
    text = shown(not_measured_visit(), meta={}).text
    assert "Could not be measured: harbour.test refused the connection. This says nothing about the site." in text
    assert "Customer time not measured" in text
    assert "No grade: the site did not answer." in text
    assert "nothing counted" in text
    assert "Fix these first" not in text
    assert "0 pop-ups" not in text


def test_a_partly_measured_visit_keeps_what_is_known():
    visit = clean_visit()
    card = visit.scorecard.model_copy(update={"interruption_ms": None})
    text = shown(visit.model_copy(update={"scorecard": card})).text
    assert "Customer time not measured in full" in text
    assert "Interruptions not measured" in text


def test_a_clean_visit_has_nothing_to_fix():
    text = shown(clean_visit()).text
    assert "1 journey, 1 customer: 1 finished. Grade: A." in text
    assert "None of the checks found anything." in text


def test_checks_tell_pass_from_not_measured():
    text = shown(cut_off_visit()).text
    assert "1 not measured, 2 passed" in text
    assert "The check mail-slow: the recording ends before the e-mail came" in text
    assert "passed dead-click Every press was answered" in text


def test_an_unfinished_visit_says_where_and_why():
    visit = cut_off_visit()
    line = visit.artifacts.timeline.model_copy(
        update={"outcome": Outcome.NOT_FINISHED, "message": "no link in the mail"}
    )
    broken = Verdict(kind=VerdictKind.FAIL, reasons=("2 pop-ups, at most 1 allowed",), budget_broken=True)
    changed = visit.model_copy(
        update={"artifacts": visit.artifacts.model_copy(update={"timeline": line}), "verdict": broken}
    )
    text = shown(changed).text
    assert "Could not finish; stopped in step 3: no link in the mail." in text
    assert "Could not go on" in text
    assert "Over its budget: 2 pop-ups, at most 1 allowed." in text


def test_an_empty_run_is_a_page_too():
    run = judged_run().model_copy(update={"visits": ()})
    page = Page(render(run, meta={}, picture_src=lambda *_: None))
    assert "No customer has walked yet." in page.text


@pytest.mark.parametrize("missing", [None, ""])
def test_missing_pictures_are_said(missing):
    page = shown(slow_visit(), picture_src=lambda *_: missing)
    assert page.text.count("No picture of this moment") == 3
    assert page.text.count("No picture of this step") == 5
    assert not page.all("image")
    assert not page.all("img")


def test_the_place_is_marked_only_where_the_picture_still_shows_it():
    visit = slow_visit()
    assert len(shown(visit).all("image")) == 4
    rings = [attrs for attrs in shown(visit).all("rect") if "cx-ring" in attrs["class"]]
    assert len(rings) == 6  # two each for the pop-up, the button, and the pop-up once more among the pop-ups

    moved_on = visit.artifacts.screens.items[-1].model_copy(update={"t_ms": 60_000})
    screens = visit.artifacts.screens.model_copy(update={"items": (moved_on,)})
    changed = visit.model_copy(update={"artifacts": visit.artifacts.model_copy(update={"screens": screens})})
    rings = [attrs for attrs in shown(changed).all("rect") if "cx-ring" in attrs["class"]]
    assert len(rings) == 4


def hostile_visit():
    target = Target(selector=HOSTILE, name=HOSTILE, box=Box(x_px=0, y_px=0, width_px=10, height_px=10))
    bad = MAIL.model_copy(update={"sentence": HOSTILE, "target": target})
    visit = slow_visit()
    card = visit.scorecard
    steps = tuple(step.model_copy(update={"title": HOSTILE}) for step in card.steps)
    fix = card.fixes[0].model_copy(update={"sentence": HOSTILE, "remedy": HOSTILE})
    line = visit.artifacts.timeline.model_copy(update={"message": HOSTILE})
    return visit.model_copy(
        update={
            "info": visit.info.model_copy(
                update={
                    "journey": JOURNEY.model_copy(update={"title": HOSTILE, "goal": HOSTILE}),
                    "persona": DAVID.model_copy(update={"title": HOSTILE, "summary": HOSTILE}),
                    "identity": visit.info.identity.model_copy(update={"name": HOSTILE}),
                    "base_url": HOSTILE,
                }
            ),
            "artifacts": visit.artifacts.model_copy(update={"timeline": line, "unsupported": {HOSTILE: HOSTILE}}),
            "scorecard": card.model_copy(
                update={
                    "steps": steps,
                    "fixes": (fix,),
                    "results": (
                        result("mail-slow", CheckOutcome.FAIL, "", bad),
                        result("dead-click", CheckOutcome.ERROR, HOSTILE),
                    ),
                    "caps": (HOSTILE,),
                    "gave_up": GaveUp(step=3, t_ms=0, why=HOSTILE),
                    "attributes": tuple(
                        one.model_copy(update={"score": None, "reason": HOSTILE}) for one in card.attributes
                    ),
                }
            ),
            "verdict": Verdict(kind=VerdictKind.FAIL, reasons=(HOSTILE,)),
        }
    )


def numbered(visit, count):
    """So many of the same visit, by as many customers."""
    return [
        visit.model_copy(
            update={
                "info": visit.info.model_copy(
                    update={
                        "id": f"{visit.info.id}-{number}",
                        "persona": visit.info.persona.model_copy(update={"key": f"persona{number}"}),
                    }
                )
            }
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_hostile_text_stays_text(count):
    run = judged_run(*numbered(hostile_visit(), count))
    run = run.model_copy(update={"run": run.run.model_copy(update={"site": HOSTILE})})
    html = render(run, meta=META, picture_src=lambda _visit, file: f'p/{file}"onerror="alert(1)')
    page = Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "style", "iframe", "object", "link", "form"}
    for tag, attrs in page.elements:
        assert not [name for name in attrs if name.startswith("on") or name == "style"], tag
        assert tag != "img" or attrs["src"].startswith("p/")
    assert page.text.count("<script>alert(1)</script>") > 20
    assert "{{ 7*7 }}" in page.text
    assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    assert "[U+202E]" in page.text
    assert not page.open


@pytest.mark.parametrize(
    "visits",
    [
        (),
        (clean_visit(),),
        (not_measured_visit(),),
        (hostile_visit(),),
        many_visits(),
        numbered(hostile_visit(), 3),
        numbered(not_measured_visit(), 7),
    ],
)
def test_the_page_keeps_to_the_strict_policy(visits):
    page = shown(*visits)
    assert not page.open
    headings = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}]
    assert headings[0] == 2
    assert all(after <= before + 1 for before, after in itertools.pairwise(headings))
    for tag, attrs in page.elements:
        assert tag not in {"script", "style"}
        assert "style" not in attrs
        assert all(name.startswith("cx-") for name in (attrs.get("class") or "").split())
        assert tag != "svg" or "aria-label" in attrs or attrs.get("aria-hidden") == "true"
        assert tag != "img" or attrs["alt"]


def test_rendering_is_pure():
    assert render(judged_run(), meta=META, picture_src=lambda *_: None) == render(
        judged_run(), meta=META, picture_src=lambda *_: None
    )


def test_the_style_sheet_loads_nothing():
    css = stylesheet()
    assert "url(" not in css
    assert "@import" not in css
    assert css.count("{") == css.count("}")


def test_replays_and_a_trace_are_there_to_be_downloaded():
    """A CI server's policy lets no script run on its own pages: what plays has to be opened from disk."""
    there = {("", "replay.html"): "replay.html"}
    run = judged_run()
    first = run.visits[0].info.id
    there |= {(first, name): f"visits/{first}/{name}" for name in ("replay.html", "trace.zip")}
    page = Page(render(run, meta=META, picture_src=lambda *_: None, href=lambda visit, file: there.get((visit, file))))
    saved = {link["href"]: link["download"] for link in page.all("a") if "download" in link}
    assert set(saved) == set(there.values())
    assert saved["replay.html"].endswith(f"{run.run.id}.html")
    assert f"playwright show-trace visits/{first}/trace.zip" in page.text
    assert not any("download" in link for link in shown().all("a"))
