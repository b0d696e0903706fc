import pytest
from read_page import Page, shown
from sample_run import (
    CHECKOUT,
    CLAIRE,
    DAVID,
    META,
    clean_visit,
    judged_run,
    not_measured_visit,
    slow_visit,
    walked,
)

from cxcheck.model.base import Box
from cxcheck.model.page import Picture
from cxcheck.model.popup import Attempt, Choice, CloseControl, Consent, Ending, Popup, PopupKind, Popups, Way
from cxcheck.report.consent_view import consent_view
from cxcheck.report.scorecard import render

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}\u202egnp.exe\x00"
BOX = Box(x_px=0, y_px=600, width_px=412, height_px=200)


def popup(number=1, **changes):
    fields = {
        "id": number, "t_ms": 1_900, "step": 1, "screen": 1, "page": 1, "kind": PopupKind.NEWSLETTER,
        "title": "10 % off!", "cover_ratio": 0.62, "blocks": True, "box": BOX,
    }  # fmt: skip
    return Popup(**(fields | changes))


def with_popups(visit, *popups, known=True):
    found = {"popups": Popups(items=popups, offers_known=known)}
    return visit.model_copy(update={"artifacts": visit.artifacts.model_copy(update=found)})


def text_of(*popups, known=True):
    return shown(with_popups(clean_visit(), *popups, known=known)).text


def told(**changes):
    return text_of(popup(**changes))


def test_the_same_popup_is_told_once_however_many_met_it():
    mine = with_popups(clean_visit(), popup(), popup(2, t_ms=9_000, step=2, came_back=1))
    other = walked(with_popups(clean_visit(), popup(title="12 % off!")), CLAIRE, CHECKOUT)
    page = shown(mine, other, walked(clean_visit(), DAVID, CHECKOUT))
    assert len([attrs for attrs in page.all("article") if attrs["class"] == "cx-popup"]) == 1
    assert "1 pop-up, met 3 times in 2 of 3 visits, up to 2 at once" in page.text
    assert "in 2 of 3 visits: Forgotten password, step 1 and step 2 Checkout, step 1" in page.text
    assert "It came back 1 time after it had been closed" in page.text
    assert "All 3 times" in page.text


def test_what_differs_in_kind_or_words_is_told_apart_and_the_fourth_is_folded():
    popups = [popup(number, title=title) for number, title in enumerate("abcd", start=1)]
    page = shown(with_popups(clean_visit(), *popups))
    assert len([attrs for attrs in page.all("article") if attrs["class"] == "cx-popup"]) == 4
    assert len([attrs for attrs in page.all("details") if attrs.get("class") == "cx-more"]) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Takes 62 % of the window, blocks the page"),
        ({"blocks": False, "cover_ratio": 0.004}, "Takes under 1 % of the window, leaves the page usable"),
        ({}, "Nobody asked for it; came 1.9 s into the visit"),
        ({"asked_for": True}, "The customer asked for it"),
        ({}, "Was never closed"),
        ({"gone_ms": 5_900, "ending": Ending.ITSELF}, "Went by itself after 4.0 s"),
        ({"gone_ms": 5_900, "ending": Ending.PAGE}, "Stood until the customer left the page"),
        (
            {
                "gone_ms": 5_900,
                "attempts": (
                    Attempt(t_ms=2_000, way=Way.ESCAPE, worked=False),
                    Attempt(t_ms=4_000, way=Way.CLOSE, control="Not now", worked=True),
                ),
            },
            "The Escape key did not help. Went by its close control, 4.0 s after it came: Not now",
        ),
        (
            {
                "kind": PopupKind.CONSENT,
                "gone_ms": 5_900,
                "attempts": (Attempt(t_ms=4_000, way=Way.ACCEPT, control="OK", worked=True),),
            },
            "Went by accepting (had to agree), 4.0 s after it came: OK",
        ),
        ({}, "No close control was found"),
        (
            {"close": CloseControl(box=Box(x_px=0, y_px=0, width_px=12, height_px=14), named=False)},
            "Close control 12 × 14 px, small, without a name",
        ),
        ({"kind": PopupKind.PERMISSION, "title": "geolocation"}, "No picture: the browser’s own question"),
        ({"kind": PopupKind.NATIVE}, "No picture: the browser’s own dialog"),
    ],
)
def test_each_says_what_it_took_and_how_it_went(changes, said):
    assert said in told(**changes)


def test_what_an_old_recording_does_not_know_is_said():
    text = text_of(popup(), known=False)
    assert "Its close control was not recorded" in text
    assert "No close control was found" not in text


def test_nothing_met_and_nothing_measured_are_told_apart():
    assert "No pop-up." in shown(clean_visit()).text
    assert "Pop-ups not measured." in shown(not_measured_visit()).text
    assert "No pop-up, apart from 1 overlay that the customer asked for." in told(asked_for=True)


def test_what_was_asked_for_is_set_apart():
    page = shown(with_popups(clean_visit(), popup(asked_for=True)))
    assert "What customers had asked for" in page.text
    assert "cx-popups-line" not in [attrs.get("class") for attrs in page.all("p")]


def test_a_picture_shows_the_whole_window_with_the_popup_marked():
    visit = with_popups(clean_visit(), popup())
    frame = Picture(t_ms=2_000, step=1, reason="frame", file="frames/1.jpg", width_px=412, height_px=839, popup=1)
    pictures = visit.artifacts.pictures.model_copy(update={"items": (*visit.artifacts.pictures.items, frame)})
    page = shown(visit.model_copy(update={"artifacts": visit.artifacts.model_copy(update={"pictures": pictures})}))
    (image,) = page.all("image")
    assert image["href"] == "pictures/frames/1.jpg"
    (drawing,) = [attrs for attrs in page.all("svg") if "cx-shot" in attrs["class"]]
    assert drawing["viewbox"] == "0.0 0.0 412.0 839.0"
    assert len([attrs for attrs in page.all("rect") if "cx-ring" in attrs["class"]]) == 2


def test_hostile_words_stay_words():
    bad = popup(
        title=HOSTILE, kind=PopupKind.CONSENT, gone_ms=3_000,
        attempts=(Attempt(t_ms=2_000, way=Way.CLOSE, control=HOSTILE, worked=True),),
        consent=Consent(accept=Choice(name=HOSTILE, clicks=1)),
    )  # fmt: skip
    html = render(judged_run(with_popups(slow_visit(), bad)), meta=META, picture_src=lambda *_: "p.jpg")
    page = Page(html)
    assert not page.all("script")
    assert all(attrs.get("src") != "x" for attrs in page.all("img"))
    assert "{{ 7*7 }}" in page.text
    assert "\u202e" not in html


CHOICE = Choice(name="OK", clicks=1, box=Box(x_px=0, y_px=0, width_px=120, height_px=40), contrast_ratio=12.0)


@pytest.mark.parametrize(
    ("reject", "said"),
    [
        (None, "No way to refuse was seen"),
        (CHOICE, "Accept and refuse are made alike"),
        (CHOICE.model_copy(update={"clicks": 3}), "Refusing takes 2 more than accepting"),
        (CHOICE.model_copy(update={"contrast_ratio": 3.0}), "Accept has 4.0 times the contrast"),
        (
            CHOICE.model_copy(update={"contrast_ratio": 3.0, "box": Box(x_px=0, y_px=0, width_px=60, height_px=40)}),
            "Accept is 2.0 times as large and has 4.0 times the contrast",
        ),
        (CHOICE.model_copy(update={"contrast_ratio": None, "box": None}), ""),
    ],
)
def test_accepting_is_set_beside_refusing(reject, said):
    assert consent_view(Consent(accept=CHOICE, reject=reject), DAVID.hands).difference == said


def test_each_choice_says_what_it_takes():
    accept, refuse, settings = consent_view(Consent(accept=CHOICE), DAVID.hands).choices
    assert (accept.what, accept.name, accept.clicks, accept.size, accept.contrast) == (
        "Accept", "OK", "1 click", "120 × 40", "12.0 : 1",
    )  # fmt: skip
    assert accept.seconds == "2.6 s"  # a thought, the way there with the mouse, and the click
    assert (refuse.clicks, refuse.seconds, settings.clicks) == ("not offered", "", "not offered")


def test_the_interruptions_of_a_visit_are_told_one_by_one():
    page = shown(with_popups(clean_visit(), popup()))
    assert "Interruptions, pop-up by pop-up" in page.text
    links = [attrs["href"].removeprefix("#") for attrs in page.all("a")]
    assert "popup-1" in links
    assert set(links) <= {attrs["id"] for _, attrs in page.elements if "id" in attrs}
