"""What the task gave to read: each text once, as counts, in the language of its page."""

from cxcheck.artifacts.build import build
from cxcheck.model.artifact import NotRecorded
from cxcheck.model.event import Clock, Event
from cxcheck.model.reading import Readings, Text
from cxcheck.testing import Story


def read(story: Story) -> Readings:
    found = story.end(90_000).artifacts().readings
    assert isinstance(found, Readings)
    return found


def texts(story: Story, what: str) -> list[Text]:
    return [one.text for one in read(story).items if one.what == what]


def test_a_new_screen_is_read_by_its_heading_in_its_language():
    story = Story().step("Look", 0).document(100, painted_ms=200, title="Sklep", says="Hasło?", lang="pl")
    (found,) = read(story.settled(600, says="Nie pamiętasz hasła?")).items
    assert (found.what, found.text, found.language) == ("heading", Text(words=3, characters=18), "pl")


def test_a_page_that_says_no_language_or_nonsense_leaves_it_open():
    for lang in ("", "javascript:alert(1)", "123"):
        story = Story().document(100, painted_ms=200, lang=lang)
        assert [one.language for one in read(story).items] == [""]


def test_a_page_that_went_before_it_stood_is_read_by_its_first_heading_else_by_its_title():
    story = Story().document(100, painted_ms=200, title="A page").press("On", 500)
    story.document(900, painted_ms=950, title="A page", says="Two short words")
    assert texts(story, "heading") == [Text(words=2, characters=5), Text(words=3, characters=13)]


def test_of_a_route_what_stood_there_before_is_not_read_again():
    story = Story().document(100, painted_ms=200, title="Shop", says="Our shop").settled(600, says="Our shop")
    for t_ms, title, says in ((2000, "Shop", "Our shop"), (3000, "Basket", "Our shop"), (4000, "Basket", "To pay")):
        story.add("screen/route", t_ms, url=f"https://shop.example/{t_ms}", title=title, says=says)
        story.press("On", t_ms + 500)
    assert texts(story, "heading") == [Text.of("Our shop"), Text.of("Basket"), Text.of("To pay")]


def test_the_label_of_a_field_is_read_once_on_a_screen_however_often_it_is_filled_in():
    story = Story().document(100, painted_ms=200).settled(600).type("Your name", 1000, 5)
    story.press("Send", 2000).type("Your name", 3000, 5).press("Send", 4000)
    assert texts(story, "label") == [Text(words=2, characters=8)]
    story.document(5000, painted_ms=5100).settled(5600).type("Your name", 6000, 5)
    assert len(texts(story, "label")) == 2


def test_fields_in_popups_are_read_as_popups():
    target = {"selector": "#mail", "role": "textbox", "name": "Your mail", "popup": "p"}
    story = Story().document(100, painted_ms=200).popup("p", 500, cover_ratio=0.6)
    story.add("gesture/typed", 1000, characters=3, field_kind="email", target=target)
    assert texts(story, "label") == []


def test_the_whole_text_beside_a_tick_counts_where_it_was_recorded():
    target = {"selector": "#terms", "role": "checkbox", "name": "I have read"}
    story = Story().document(100, painted_ms=200).settled(600)
    story.add("gesture/ticked", 1000, target=target, keys=False, beside={"words": 120, "characters": 700})
    story.add("gesture/ticked", 2000, target=target | {"selector": "#more"}, keys=False)
    assert texts(story, "label") == [Text(words=120, characters=700), Text(words=3, characters=9)]


def test_what_the_site_says_is_read_once_a_screen():
    story = Story().document(100, painted_ms=200).settled(600)
    for t_ms in (1000, 2000):
        story.add("page/said", t_ms, text="Please choose another", how="live", origin_ms=100)
    story.refused(2100, says=["Please choose another", "Too short"])
    assert texts(story, "message") == [Text.of("Please choose another"), Text.of("Too short")]


def test_of_a_mail_the_subject_and_the_sentence_around_its_link_count():
    story = Story().step("Read", 0).mail(1000, 5000)
    story.add("mail/arrived", 6000, intent="x", subject="New password", links=1, asks={"words": 8, "characters": 40})
    assert texts(story, "mail") == [Text.of("Reset"), Text(words=10, characters=51)]


def test_only_what_must_be_weighed_up_is_a_decision():
    story = (
        Story().step("Till", 0).chose("delivery", 1000, found="Post", of=3).chose("product", 2000, found="Mug", of=9)
    )
    (found,) = read(story).decisions
    assert (found.what, found.options, found.step) == ("delivery", 3, 1)


def test_a_page_that_sends_the_customer_on_by_itself_is_not_read():
    story = (
        Story().document(100, painted_ms=200, title="One moment").document(400, painted_ms=500, title="Here you are")
    )
    assert texts(story, "heading") == [Text.of("Here you are")]


def test_a_clock_that_counts_down_is_read_once():
    story = Story().document(100, painted_ms=200).settled(600)
    for second in range(30):
        story.add("page/said", 1000 + second * 1000, text=f"{30 - second} s left", how="live")
    assert texts(story, "message") == [Text.of("30 s left")]


def test_the_language_at_a_time_is_that_of_the_last_screen():
    story = Story().document(100, painted_ms=200, lang="de").press("On", 3000)
    found = read(story.document(5000, painted_ms=5100, lang="fr-CH"))
    assert [found.language_at(t_ms) for t_ms in (50, 100, 4999, 5000)] == ["", "de", "de", "fr-CH"]


def test_a_recording_from_before_it_was_looked_at_has_no_reading_rather_than_none():
    began = Event(seq=1, t_ms=0, clock=Clock.RECORDER, kind="visit/began", data={"probes": ["core", "gestures"]})
    found = build([began]).readings
    assert isinstance(found, NotRecorded)
    assert "did not look" in found.reason
