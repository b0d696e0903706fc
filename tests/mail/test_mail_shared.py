"""What every kind of inbox has to do, against servers that run."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from letters import HTML, LETTERS, LINK, TOKEN, letter, part
from mail_servers import DOMAIN, wait_until

from cxcheck.inbox.letterbox import Letterbox

AT_ONCE = 20


def address(name: str) -> str:
    return f"{name}.{time.time_ns():x}@{DOMAIN}"


@pytest.fixture(scope="module")
def arrived(server):
    """All letters sent and read, by name."""
    inbox = server.open()
    to = {name: address(name) for name in LETTERS}
    with ThreadPoolExecutor(4) as senders:
        for _ in senders.map(
            lambda name: server.send(letter(to[name], LETTERS[name].body, subject=LETTERS[name].subject), to[name]), to
        ):
            pass
    found = {name: wait_until(lambda name=name: inbox.mails(to[name])) for name in to}
    inbox.hang_up()
    return found


@pytest.mark.parametrize("name", LETTERS)
def test_what_a_mail_was_sent_for(arrived, name):
    meant = LETTERS[name]
    [mail] = arrived[name]
    assert mail.link() == meant.link if meant.link else True
    assert mail.code() == meant.code if meant.code else True
    assert mail.password() == meant.password if meant.password else mail.passwords() == []


def test_twenty_visits_at_once_each_read_their_own(server):
    """Three mails for each, all mixed, some twice, the newest first; a link for every visit."""
    visits = {address(f"visit{number}"): f"{number:02}{TOKEN}" for number in range(AT_ONCE)}
    now = time.time()
    post = []
    for to, token in visits.items():
        mine = part("html", HTML.replace(TOKEN, token), "quoted-printable")
        old = part("html", HTML.replace(TOKEN, f"old{token}"), "quoted-printable")
        reset = letter(to, mine, written_s=now)
        post += [(to, reset), (to, reset), (to, letter(to, old, written_s=now - 60))]
        post += [(to, letter(to, part("plain", "Welcome! Your account is there."), subject="Welcome to the shop"))]
    random.Random(7).shuffle(post)
    all_open = threading.Barrier(AT_ONCE + 1, timeout=60)

    def visit(to: str) -> tuple[str, int, str]:
        box = Letterbox(server.open(), to)
        all_open.wait()
        wait_until(lambda: len(box.mails()) == 3)
        found = box.find("password reset")
        again = box.find("password reset")
        box.hang_up()
        return found.link(), len(box._came), again

    with ThreadPoolExecutor(AT_ONCE + 4) as pool:
        reading = {to: pool.submit(visit, to) for to in visits}
        all_open.wait()
        list(pool.map(lambda one: server.send(one[1], one[0]), post))
        for to, token in visits.items():
            assert reading[to].result() == (LINK.replace(TOKEN, token), 3, None)


def test_what_came_before_is_not_told(server):
    to = address("before")
    earlier = server.open()
    server.send(letter(to, subject="Reset your password, yesterday"), to)
    wait_until(lambda: earlier.mails(to))
    box = Letterbox(server.open(), to)
    assert box.find("password reset") is None
    server.send(letter(to), to)
    assert wait_until(lambda: box.find("password reset")).subject == "Reset your password"
    box.start_anew()
    assert box.mails() == []
    earlier.hang_up()
    box.hang_up()


def test_of_two_mails_for_one_address_the_one_that_is_about_it(server):
    """Each is read once; one that comes late is found then."""
    to = address("two")
    box = Letterbox(server.open(), to)
    server.send(letter(to, part("plain", "Forgot it? Reset your password at any time."), subject="Welcome"), to)
    wait_until(box.mails)
    server.send(letter(to, subject="Password reset"), to)
    wait_until(lambda: len(box.mails()) == 2)
    assert box.find("password reset", read=False).subject == "Password reset"
    assert box.find("password reset").subject == "Password reset"
    assert box.find("welcome").subject == "Welcome"
    assert box.find("password reset") is None
    server.send(letter(to, subject="Reset your password"), to)  # it was asked for once more
    assert wait_until(lambda: box.find("password reset")).subject == "Reset your password"
    assert [mail.subject for mail in box.mails()] == ["Welcome", "Password reset", "Reset your password"]
    box.hang_up()


def test_no_mail_of_somebody_with_a_like_name(server):
    """An address in another, one in capitals, and one that only the envelope names."""
    to = address("tom")
    box = Letterbox(server.open(), to)
    server.send(letter(f"a{to}", subject="of atom"), f"a{to}")
    server.send(letter(to.upper(), subject="in capitals"), to)
    server.send(letter("customers@shop.example", subject="hidden"), to)
    assert {mail.subject for mail in wait_until(lambda: len(box.mails()) == 2 and box.mails())} == {
        "in capitals",
        "hidden",
    }
    box.hang_up()


def test_it_arrived_between_sending_and_reading(server):
    to = address("when")
    box = Letterbox(server.open(), to)
    before_s = time.time()
    server.send(letter(to, written_s=0), to)
    [mail] = wait_until(box.mails)
    assert before_s - 1 <= mail.arrived_s <= time.time()  # IMAP tells it to the second, and cuts off
    assert mail.sent_s == 0
    box.hang_up()


def test_what_went_to_many_is_told_apart(server):
    to = address("many")
    box = Letterbox(server.open(), to)
    server.send(letter(to, head="List-Unsubscribe: <https://shop.example/u/1>", subject="10 % off"), to)
    server.send(
        letter(to, part("html", "<p>Hello</p><a href='https://shop.example/u'>Abbestellen</a>"), subject="Neu"), to
    )
    server.send(letter(to, subject="Your receipt"), to)
    wait_until(lambda: len(box.mails()) == 3)
    assert {mail.subject: mail.marketing for mail in box.unread()} == {
        "10 % off": True,
        "Neu": True,
        "Your receipt": False,
    }
    box.hang_up()


def test_it_says_where_it_is_and_never_the_password(server):
    said = server.open().describe()
    assert "message" in said or "/box" in said
    assert "s3cret" not in said
