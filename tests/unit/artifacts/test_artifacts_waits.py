"""Waiting, measured on made-up visits whose truth the test itself sets."""

import pytest

from cxcheck.model.artifact import Outcome
from cxcheck.model.event import Clock
from cxcheck.model.wait import AnswerMethod, Wait
from cxcheck.testing import Story, make_artifacts


def waits(story: Story) -> tuple[Wait, ...]:
    return story.artifacts().waits.items


def only(story: Story) -> Wait:
    (wait,) = waits(story)
    return wait


def request(story: Story, start_ms: float, end_ms: float, *, background: bool = False, clock=Clock.BROWSER) -> Story:
    return story.add(
        "request/ended",
        end_ms,
        clock=clock,
        method="POST",
        url="https://shop.example/api",
        resource="fetch",
        status=200,
        start_ms=start_ms,
        failure="",
        is_document=False,
        background=background,
    )


class TestAfterAPress:
    @pytest.mark.parametrize("delay_ms", [1, 120, 600, 2_500])
    def test_an_answer_in_the_page_takes_exactly_as_long_as_it_took(self, delay_ms):
        wait = only(Story().step("Ask", 0).press("Send", 1000).change(1000 + delay_ms).end(9000))
        assert wait.what == "press"
        assert wait.method is AnswerMethod.CHANGE
        assert (wait.from_ms, wait.answer_ms, wait.ready_ms) == (1000, 1000 + delay_ms, 1000 + delay_ms)
        assert wait.duration_ms == delay_ms
        assert wait.watched_ms == 8000
        assert not wait.never_settled

    def test_a_change_before_the_press_does_not_answer_it(self):
        wait = only(Story().step("Ask", 0).change(990).press("Send", 1000).end(9000))
        assert wait.method is AnswerMethod.NONE

    def test_a_change_after_the_next_press_answers_only_that_one(self):
        first, second = waits(
            Story().step("Ask", 0).press("Send", 1000).press("Send", 5000).change(5300).end(9000),
        )
        assert first.answer_ms is None
        assert first.watched_ms == 4000
        assert second.answer_ms == 5300

    def test_the_wait_lasts_until_the_page_is_at_rest(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.change(1200, until_ms=1400).change(1800).change(2250).change(2900)
        wait = only(story.end(9000))
        assert wait.answer_ms == 1200
        # 2250 follows 1800 within the quiet window; 2900 comes 650 ms after it: the page was at rest.
        assert wait.ready_ms == 2250

    def test_a_press_on_something_that_is_no_control_waits_for_nothing(self):
        story = Story().step("Ask", 0).press("heading", 1000, clickable=False).change(1600).end(9000)
        assert waits(story) == ()

    def test_what_a_script_pressed_times_nothing(self):
        story = Story().step("Ask", 0)
        target = {"selector": "#go", "role": "button", "name": "Go", "clickable": True}
        story.add("gesture/pressed", 1000, pointer="mouse", trusted=False, target=target)
        assert waits(story.change(1600).end(9000)) == ()

    def test_a_tap_waits_like_a_click(self):
        story = Story().step("Ask", 0).press("Send", 1000, pointer="touch").change(1600)
        assert only(story.end(9000)).answer_ms == 1600

    @pytest.mark.parametrize(("key", "count"), [("Enter", 1), ("Space", 1), ("Tab", 0), ("Escape", 0)])
    def test_only_keys_that_command_are_waited_on(self, key, count):
        target = {"selector": "#email", "role": "textbox", "name": "Email"}
        story = Story().step("Ask", 0).add("gesture/key", 1000, key=key, target=target).change(1600).end(9000)
        assert [wait.answer_ms for wait in waits(story)] == [1600] * count

    def test_the_target_and_the_step_are_told(self):
        wait = only(Story().step("Look", 0).step("Ask", 900).press("Send", 1000).change(1600).end(9000))
        assert wait.step == 2
        assert wait.target.name == "Send"

    def test_a_press_in_a_popup_is_part_of_the_popup(self):
        story = Story().step("Ask", 0).popup("a", 500, cover_ratio=0.6).press("Close", 1000, popup="a").change(1100)
        assert only(story.end(9000)).part_of_popup


class TestNothingAnswers:
    def test_it_is_waited_on_in_vain_for_two_and_a_half_seconds(self):
        wait = only(Story().step("Ask", 0).press("Send", 1000).end(9000))
        assert wait.method is AnswerMethod.NONE
        assert wait.answer_ms is None
        assert wait.ready_ms == 3500
        assert wait.watched_ms == 8000

    def test_no_longer_than_the_customer_looked(self):
        wait = only(Story().step("Ask", 0).press("Send", 1000).type("Email", 1700, 4).end(9000))
        assert wait.ready_ms == 1700
        assert wait.watched_ms == 700


class TestRequestsInFlight:
    def test_an_answer_long_after_the_quiet_window_is_waited_for(self):
        story = request(Story().step("Ask", 0).press("Send", 1000), 1010, 3000).change(3050).end(9000)
        wait = only(story)
        assert (wait.answer_ms, wait.ready_ms) == (3050, 3050)

    def test_after_a_spinner_the_request_keeps_the_page_busy(self):
        story = request(Story().step("Ask", 0).press("Send", 1000).change(1100), 1010, 3000).change(3050).end(9000)
        wait = only(story)
        assert (wait.answer_ms, wait.ready_ms) == (1100, 3050)

    def test_requests_in_the_background_are_not_waited_for(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        story = request(story, 1010, 3000, background=True).change(3050).end(9000)
        assert only(story).ready_ms == 1100

    def test_requests_without_the_browsers_stamp_time_nothing(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        assert only(request(story, 1010, 1550, clock=Clock.ARRIVAL).end(9000)).ready_ms == 1100


class TestPaintsAfterInteractions:
    def key(self, story: Story, t_ms: float) -> Story:
        return story.add("gesture/key", t_ms, key="Enter", target={"selector": "#q", "role": "textbox"})

    def test_a_paint_answers_the_press_it_started_with(self):
        story = Story().step("Ask", 0).press("Send", 1000).add("answer/painted", 1080, duration_ms=320.0).end(9000)
        wait = only(story)
        assert wait.method is AnswerMethod.PAINT
        assert (wait.answer_ms, wait.ready_ms) == (1400, 1400)

    def test_a_paint_is_believed_before_a_later_change(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1500).add("answer/painted", 1000, duration_ms=200.0)
        assert only(story.end(9000)).method is AnswerMethod.PAINT

    def test_the_paint_of_an_earlier_key_does_not_answer_a_later_press(self):
        story = self.key(Story().step("Ask", 0), 1000).press("Send", 1200)
        key, press = waits(story.add("answer/painted", 1000, duration_ms=400.0).end(9000))
        assert press.from_ms == 1200
        assert press.answer_ms is None
        assert key.from_ms == 1000

    def test_the_paint_of_a_later_press_does_not_answer_an_earlier_key(self):
        story = self.key(Story().step("Ask", 0), 1000).press("Send", 1200).add("answer/painted", 1200, duration_ms=80.0)
        key, press = waits(story.end(9000))
        assert key.answer_ms is None
        assert press.answer_ms == 1280

    def test_an_interaction_long_after_the_press_is_another_one(self):
        story = Story().step("Ask", 0).press("Send", 1000).add("answer/painted", 1400, duration_ms=50.0).end(9000)
        assert only(story).answer_ms is None


class TestAnotherDocument:
    def test_from_the_press_to_the_first_paint_and_until_rest(self):
        story = Story().step("Ask", 0).press("Send", 1000).document(1180, painted_ms=1700)
        story = request(story, 1190, 1650).add("page/painted", 1750, what="largest").add("page/loaded", 2100)
        wait = only(story.end(9000))
        assert wait.what == "press"
        assert wait.method is AnswerMethod.DOCUMENT
        assert (wait.from_ms, wait.answer_ms, wait.ready_ms) == (1000, 1700, 2100)

    def test_a_document_whose_stamp_lies_a_hair_before_the_press_still_answers(self):
        assert only(Story().step("Ask", 0).press("Send", 1000).document(998, painted_ms=1300).end(9000)).what == "press"

    def test_without_a_paint_the_documents_own_start_answers(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("screen/document", 1200, url="https://shop.example/b", title="B", history=False)
        assert only(story.end(9000)).answer_ms == 1200

    def test_the_paint_of_another_tab_is_not_the_documents(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("screen/document", 1200, url="https://shop.example/b", title="B", history=False)
        story.add("page/painted", 1300, page=2, what="first").add("page/painted", 1600, what="first")
        assert only(story.end(9000)).answer_ms == 1600

    def test_a_route_answers_with_what_it_shows(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("screen/route", 1050, url="https://shop.example/#b", title="B").change(1800)
        wait = only(story.end(9000))
        assert (wait.method, wait.answer_ms) == (AnswerMethod.CHANGE, 1800)

    def test_a_route_that_shows_nothing_answers_by_its_address(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("screen/route", 1450, url="https://shop.example/#b", title="B")
        wait = only(story.end(9000))
        assert (wait.method, wait.answer_ms) == (AnswerMethod.ROUTE, 1450)


class TestOpeningByAddress:
    def test_from_the_documents_start_to_its_first_paint_and_until_rest(self):
        story = Story().step("Look", 0).document(100, painted_ms=400).add("page/loaded", 850).press("Go", 3000)
        opening, press = waits(story.end(9000))
        assert opening.what == "opening"
        assert opening.method is AnswerMethod.DOCUMENT
        assert (opening.from_ms, opening.answer_ms, opening.ready_ms) == (100, 400, 850)
        assert opening.watched_ms == 2900
        assert press.what == "press"

    def test_going_back_is_the_customers_own_doing(self):
        story = Story().step("Look", 0)
        story.add("screen/document", 1000, url="https://shop.example/", title="Home", history=True)
        assert waits(story.end(9000)) == ()


class TestMoving:
    def test_an_animation_is_an_answer_and_lasts_as_planned(self):
        story = Story().step("Ask", 0).press("Menu", 1000)
        wait = only(story.add("page/animated", 1120, shown_ms=1130, until_ms=1420, origin_ms=5.0).end(9000))
        assert (wait.method, wait.answer_ms, wait.ready_ms) == (AnswerMethod.ANIMATION, 1130, 1420)

    def test_a_scroll_by_the_page_is_an_answer(self):
        story = Story().step("Ask", 0).press("Down", 1000)
        wait = only(story.add("page/scrolled", 1300, shown_ms=1310, until_ms=1310, origin_ms=5.0).end(9000))
        assert (wait.method, wait.answer_ms) == (AnswerMethod.SCROLL, 1310)

    def test_a_scroll_that_was_the_customers_is_none(self):
        story = Story().step("Ask", 0).press("Dead", 1000)
        story.add("page/scrolled", 1300, shown_ms=1310, until_ms=1310, origin_ms=5.0)
        story.add("gesture/scrolled", 1300, by="reach", screenfuls=1.2)
        assert only(story.end(9000)).answer_ms is None

    def test_frames_answer_the_press_they_were_looked_at_for(self):
        story = Story().step("Ask", 0).press("Draw", 1000).press("Dead", 5000)
        first, second = waits(story.add("answer/frame", 1400, press_ms=1000.0, until_ms=1450, ratio=0.02).end(9000))
        assert (first.method, first.answer_ms, first.ready_ms) == (AnswerMethod.FRAME, 1400, 1450)
        assert second.answer_ms is None

    def test_a_change_answers_when_its_frame_was_drawn(self):
        wait = only(Story().step("Ask", 0).press("Send", 1000).change(1600, until_ms=1611, shown_ms=1611).end(9000))
        assert (wait.answer_ms, wait.ready_ms) == (1611, 1611)


class TestSpinners:
    """A spinner comes at 1010; the content after two seconds, with no request in between."""

    def wait(self, *, named: bool, ends: bool, comes_ms: float = 1010) -> Wait:
        story = Story().step("Ask", 0).press("Send", 1000).change(1010)
        story.add("busy/began", comes_ms, named=named, origin_ms=5.0)
        if ends:
            story.add("busy/ended", 3000, origin_ms=5.0).change(3001)
        return next(wait for wait in waits(story.end(20_000)) if wait.what == "press")

    @pytest.mark.parametrize("named", [True, False])
    def test_ready_is_when_the_content_came(self, named):
        wait = self.wait(named=named, ends=True)
        assert (wait.answer_ms, wait.ready_ms, wait.never_settled) == (1010, 3001, False)

    def test_what_is_called_a_spinner_and_stays_is_waited_for_to_the_cap(self):
        wait = self.wait(named=True, ends=False)
        assert (wait.ready_ms, wait.never_settled) == (11_000, True)

    def test_an_ornament_that_turns_for_ever_is_not_waited_for(self):
        wait = self.wait(named=False, ends=False)
        assert (wait.ready_ms, wait.never_settled) == (1010, False)

    def test_what_spun_before_the_press_is_not_waited_for(self):
        assert self.wait(named=True, ends=False, comes_ms=500).ready_ms == 1010

    def test_what_spun_in_a_page_that_went_ends_with_it(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1010)
        story.add("busy/began", 1010, named=True, origin_ms=5.0).document(1200, painted_ms=1500)
        assert only(story.end(20_000)).ready_ms == 1500


class TestByAddress:
    def document(self, story: Story, t_ms: float, *, referred: bool = False) -> Story:
        story.add("screen/document", t_ms, url="https://shop.example/b", title="B", history=False, referred=referred)
        return story.add("page/painted", t_ms + 300, what="first")

    def test_an_address_that_somebody_entered_answers_no_press(self):
        press, opening = waits(self.document(Story().step("Ask", 0).press("Dead", 1000), 4000).end(9000))
        assert (press.what, press.answer_ms, press.watched_ms) == ("press", None, pytest.approx(3000, abs=2))
        assert (opening.what, opening.from_ms, opening.answer_ms) == ("opening", 4000, 4300)

    @pytest.mark.parametrize("how", ["the page leads on", "it knows who led there"])
    def test_where_the_page_leads_is_an_answer(self, how):
        story = Story().step("Ask", 0).press("Next", 1000)
        if how == "the page leads on":
            story.add("page/leaving", 1010, clock=Clock.ARRIVAL, reason="anchorClick")
        wait = only(self.document(story, 1020, referred=how != "the page leads on").end(9000))
        assert (wait.method, wait.answer_ms) == (AnswerMethod.DOCUMENT, 1320)

    def test_a_choice_that_leads_on_is_waited_on(self):
        target = {"selector": "#sort", "role": "combobox", "name": "Sort"}
        story = Story().step("Look", 0).add("gesture/chosen", 1000, target=target, keys=False)
        wait = only(self.document(story, 1020, referred=True).end(9000))
        assert (wait.what, wait.from_ms, wait.answer_ms) == ("press", 1000, 1320)

    def test_a_choice_that_does_not_is_no_wait(self):
        target = {"selector": "#sort", "role": "combobox", "name": "Sort"}
        story = Story().step("Look", 0).add("gesture/chosen", 1000, target=target, keys=False).change(1100)
        assert waits(story.end(9000)) == ()


def test_a_popup_that_goes_has_answered_its_close_button():
    story = Story().popup("a", 500, cover_ratio=0.6).step("Look", 900).press("Close", 1000, popup="a")
    wait = only(story.add("popup/gone", 1120, id="a").end(9000))
    assert (wait.method, wait.answer_ms) == (AnswerMethod.CHANGE, 1120)


class TestDialogsAndWindows:
    @pytest.mark.parametrize(
        ("kind", "data", "method"),
        [
            ("dialog/opened", {"type": "alert", "message": "Sure?"}, AnswerMethod.DIALOG),
            ("window/opened", {"url": "https://shop.example/help", "asked_for": True}, AnswerMethod.WINDOW),
        ],
    )
    def test_they_answer_but_no_time_is_counted_for_what_was_only_heard_of(self, kind, data, method):
        story = Story().step("Ask", 0).press("Send", 1000).add(kind, 2900, clock=Clock.ARRIVAL, **data).end(9000)
        wait = only(story)
        assert wait.method is method
        assert wait.duration_ms == 0
        assert wait.first_ms is None
        assert story.artifacts().waits.untimed == (wait,)
        assert wait.untimed

    def test_a_change_before_them_is_the_first_answer(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1100)
        wait = only(story.add("dialog/opened", 1500, clock=Clock.ARRIVAL, type="alert", message="Sure?").end(9000))
        assert (wait.method, wait.answer_ms, wait.untimed) == (AnswerMethod.CHANGE, 1100, "")

    def test_a_window_answers_when_it_first_shows_something(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("window/opened", 1080, clock=Clock.ARRIVAL, url="https://shop.example/help")
        story.add("page/opened", 1090, clock=Clock.ARRIVAL, page=2, first=False)
        story.add(
            "screen/document",
            1050,
            page=2,
            url="https://shop.example/help",
            title="Help",
            history=False,
            referred=False,
        )
        wait = only(story.add("page/painted", 1700, page=2, what="first").end(9000))
        assert (wait.method, wait.answer_ms, wait.untimed) == (AnswerMethod.WINDOW, 1700, "")

    @pytest.mark.parametrize(("timed", "took_ms"), [(True, 600), (False, 0)])
    def test_a_download_answers_when_its_head_is_there(self, timed, took_ms):
        story = Story().step("Ask", 0).press("Save", 1000).add("download/began", 1600, timed=timed).end(9000)
        wait = only(story)
        assert (wait.method, wait.duration_ms, bool(wait.untimed)) == (AnswerMethod.DOWNLOAD, took_ms, not timed)


class TestTheCap:
    def test_a_page_that_never_rests_is_counted_for_ten_seconds(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        for t_ms in range(1300, 16_000, 300):
            story.change(t_ms, until_ms=t_ms + 250)
        wait = only(story.end(20_000))
        assert wait.answer_ms == 1300
        assert wait.ready_ms == 11_000
        assert wait.never_settled

    def test_an_opening_that_never_rests_too(self):
        story = Story().step("Look", 0).document(100, painted_ms=400)
        for t_ms in range(500, 16_000, 300):
            story.change(t_ms, until_ms=t_ms + 250)
        wait = only(story.end(20_000))
        assert (wait.ready_ms, wait.never_settled) == (10_100, True)

    def test_a_page_that_changes_now_and_then_never_rests_either(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        for t_ms in range(1300, 16_000, 400):
            story.change(t_ms)
        assert only(story.end(20_000)).never_settled

    @pytest.mark.parametrize("pressed", [True, False])
    def test_a_first_paint_after_the_cap_is_counted_for_ten_seconds(self, pressed):
        story = Story().step("Ask", 0)
        story = (story.press("Send", 1000) if pressed else story).document(1000, painted_ms=16_000)
        wait = only(story.end(20_000))
        assert wait.answer_ms == 16_000
        assert wait.duration_ms == 10_000
        assert wait.never_settled

    def test_going_on_before_the_cap_ends_the_wait(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        for t_ms in range(1300, 16_000, 300):
            story.change(t_ms)
        story.press("Home", 4000)
        first = waits(story.end(20_000))[0]
        assert first.ready_ms == 4000
        assert not first.never_settled


class TestMail:
    def test_the_wait_for_the_mail_begins_when_the_page_is_at_rest(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1600).step("Read", 1900).mail(2000, 8000)
        press, mail = waits(story.end(9000))
        assert (press.from_ms, press.ready_ms) == (1000, 1600)
        assert mail.what == "mail"
        assert (mail.from_ms, mail.ready_ms, mail.answer_ms) == (1600, 8000, 8000)
        assert mail.step == 2

    def test_a_mail_that_was_there_before_the_page_was_costs_nothing(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1600).mail(2000, 1500)
        assert waits(story.end(9000))[-1].duration_ms == 0

    def test_a_mail_that_never_came_was_waited_for_until_the_customer_gave_up(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1600).mail(2000, None, gave_up_ms=62_000)
        mail = waits(story.end(62_000, Outcome.NOT_FINISHED))[-1]
        assert mail.answer_ms is None
        assert mail.duration_ms == 60_400

    def test_a_mail_cut_off_in_mid_wait_was_waited_for_until_the_last_thing_known(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1600)
        story.add("mail/awaited", 2000, clock=Clock.RECORDER, intent="password reset").change(7000)
        assert waits(story)[-1].duration_ms == 5400

    def test_what_the_mailboxs_own_servers_took_was_no_waiting_for_the_site(self):
        story = Story().step("Ask", 0).press("Send", 1000).change(1600)
        story.add("mail/awaited", 2000, clock=Clock.RECORDER, intent="reset")
        story.add("mail/arrived", 21_600, intent="reset", subject="x", links=1, in_mailbox_ms=15_000.0)
        mail = waits(story.end(30_000))[-1]
        assert (mail.from_ms, mail.ready_ms, mail.duration_ms) == (1600, 6600, 5000)

    def test_asked_by_the_last_press_before_the_mailbox(self):
        story = Story().step("Ask", 0).press("Look", 200).press("Send", 1000).change(1600).mail(2000, 8000)
        (mail,) = story.press("On", 8500).end(9000).artifacts().mails.items
        assert (mail.asked_ms, mail.arrived_ms, mail.delay_ms) == (1000, 8000, 7000)

    def test_asked_for_by_nobody_it_is_waited_for_from_the_mailbox_on(self):
        (mail,) = Story().step("Ask", 0).mail(2000, 8000).end(9000).artifacts().mails.items
        assert mail.delay_ms == 6000

    def test_one_that_never_came_does_not_take_anothers_arrival(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        story.add("mail/awaited", 2000, clock=Clock.RECORDER, intent="confirm")
        story.add("mail/missed", 5000, clock=Clock.RECORDER, intent="confirm")
        story.add("mail/awaited", 6000, clock=Clock.RECORDER, intent="welcome")
        story.add("mail/arrived", 7000, intent="welcome", subject="x", links=1)
        assert [mail.arrived_ms for mail in story.end(12_000).artifacts().mails.items] == [None, 7000]

    def test_two_mails_are_told_apart_by_what_they_are_about(self):
        story = Story().step("Ask", 0).press("Send", 1000)
        for intent, awaited_ms, arrived_ms in (("confirm", 2000, 9000), ("welcome", 10_000, 11_000)):
            story.add("mail/awaited", awaited_ms, clock=Clock.RECORDER, intent=intent)
            story.add("mail/arrived", arrived_ms, intent=intent, subject="x", links=1)
        assert [mail.arrived_ms for mail in story.end(12_000).artifacts().mails.items] == [9000, 11_000]


def test_without_any_line_waits_are_not_measured():
    assert Story().artifacts().waits.items == ()
    assert make_artifacts([]).waits.reason == "the visit was cut off before anything was recorded"


def test_a_request_that_the_server_keeps_open_from_before_is_not_waited_for():
    story = Story().step("Ask", 0)
    poll = {"method": "GET", "url": "u", "resource": "fetch", "status": 200, "failure": "", "is_document": False}
    story.press("Send", 3000).change(3100)
    story.add("request/ended", 9000, start_ms=500, background=False, **poll)
    waits = story.end(12_000).artifacts().waits
    assert waits.items[0].ready_ms == 3100


class TestADocumentInTheMaking:
    """The next document begins when it is asked for, and changes before it is painted."""

    def wait(self, change_ms: float, origin_ms: float):
        story = Story().step("Look", 0).document(10, painted_ms=300).press("Sign in", 1000)
        story.document(1020, painted_ms=2130).change(change_ms, origin_ms=origin_ms)
        return next(wait for wait in story.end(9000).artifacts().waits.items if wait.what == "press")

    def test_its_changes_are_no_answer_of_the_page_before(self):
        wait = self.wait(2100, 1020.2)
        assert (wait.method, wait.answer_ms) == (AnswerMethod.DOCUMENT, 2130)

    def test_a_sign_in_the_page_before_is(self):
        wait = self.wait(1150, 10.2)
        assert (wait.method, wait.answer_ms) == (AnswerMethod.CHANGE, 1150)

    def test_a_frame_that_loads_in_the_page_is(self):
        story = Story().step("Look", 0).document(10, painted_ms=300).press("Pay", 1000)
        story.change(1800, origin_ms=1200).end(9000)
        (wait,) = [wait for wait in story.artifacts().waits.items if wait.what == "press"]
        assert (wait.method, wait.answer_ms) == (AnswerMethod.CHANGE, 1800)
