"""Mails waited for, what the mailbox says of its own part, and what came besides."""

from cxcheck.model.wait import UnreadMail
from cxcheck.testing import Clock, Story


def asked() -> Story:
    story = Story().step("Ask", 0).press("Send", 1000).change(1300)
    return story.add("mail/awaited", 2000, clock=Clock.RECORDER, intent="password reset")


def test_the_mailboxs_part_is_the_mails_own():
    story = asked().add("mail/arrived", 21_000, intent="password reset", subject="x", links=1, in_mailbox_ms=4_500.0)
    (wait,) = story.end(30_000).artifacts().mails.items
    assert (wait.delay_ms, wait.in_mailbox_ms, wait.by_site_ms) == (20_000, 4_500, 15_500)


def test_a_coarse_clock_does_not_have_it_come_before_it_was_asked_for():
    story = asked().add("mail/arrived", 400, intent="password reset", subject="x", links=1, in_mailbox_ms=0.0)
    (wait,) = story.end(30_000).artifacts().mails.items
    assert (wait.delay_ms, wait.by_site_ms) == (0, 0)


def test_older_recordings_say_nothing_of_it():
    story = asked().add("mail/arrived", 21_000, intent="password reset", subject="x", links=1)
    mails = story.end(30_000).artifacts().mails
    assert (mails.items[0].in_mailbox_ms, mails.items[0].by_site_ms) == (None, 20_000)
    assert (mails.unread, mails.marketing) == (None, None)


def test_what_came_besides_when_the_visit_ended():
    story = asked().add("mail/arrived", 3_000, intent="password reset", subject="x", links=1)
    story.add("mail/looked", 9_000, clock=Clock.RECORDER)
    story.add("mail/unread", 4_000, subject="10 % off", sender="Shop", marketing=True)
    story.add("mail/unread", 5_000, subject="Your receipt", sender="Shop", marketing=False)
    mails = story.end(9_000).artifacts().mails
    assert mails.unread[0] == UnreadMail(t_ms=4_000, sender="Shop", subject="10 % off", marketing=True)
    assert (len(mails.unread), mails.marketing) == (2, 1)


def test_a_look_that_found_nothing_counts_as_one():
    mails = asked().add("mail/looked", 9_000, clock=Clock.RECORDER).end(9_000).artifacts().mails
    assert (mails.unread, mails.marketing) == ((), 0)
