"""Finding one customer's mail among everybody's."""

import os

import pytest

from cxcheck.errors import CouldNotMeasure
from cxcheck.inbox.maildir import Maildir


@pytest.fixture
def box(tmp_path):
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()

    def lay(name: str, to: str, when_s: float, folder: str = "new") -> None:
        path = tmp_path / folder / name
        path.write_bytes(f"To: {to}\r\nSubject: {name}\r\n\r\nHello".encode())
        os.utime(path, (when_s, when_s))

    return tmp_path, lay


def subjects(maildir: Maildir, address: str, since_s: float = 0) -> list[str]:
    return [mail.subject for mail in maildir.mails(address, since_s)]


def test_only_mail_to_the_address_oldest_first(box):
    folder, lay = box
    lay("b", "mira@x.test", 200)
    lay("a", "MIRA@X.test", 300)
    lay("c", "tom@x.test", 250)
    lay("d", "mira@x.test", 100, folder="cur")
    lay("e", "mira@x.test", 50, folder="tmp")  # not yet delivered
    maildir = Maildir(str(folder))
    assert subjects(maildir, "mira@x.test") == ["d", "b", "a"]
    assert subjects(maildir, "tom@x.test") == ["c"]
    assert subjects(maildir, "nobody@x.test") == []


def test_only_mail_since(box):
    folder, lay = box
    for when_s in (100, 200, 300):
        lay(str(when_s), "mira@x.test", when_s)
    assert subjects(Maildir(str(folder)), "mira@x.test", 200) == ["200", "300"]


def test_what_comes_later_is_found_by_looking_again(box):
    folder, lay = box
    lay("other", "tom@x.test", 100)
    maildir = Maildir(str(folder))
    assert subjects(maildir, "mira@x.test") == []
    lay("mine", "mira@x.test", 200)
    assert subjects(maildir, "mira@x.test") == ["mine"]
    assert subjects(maildir, "tom@x.test") == ["other"]


def test_when_it_came_is_when_it_was_laid_there(box):
    folder, lay = box
    lay("a", "mira@x.test", 1234.5)
    (mail,) = Maildir(str(folder)).mails("mira@x.test", 0)
    assert mail.arrived_s == 1234.5


def test_nothing_is_moved_or_changed(box):
    folder, lay = box
    lay("a", "mira@x.test", 100)
    subjects(Maildir(str(folder)), "mira@x.test")
    assert [path.name for path in (folder / "new").iterdir()] == ["a"]


def test_no_maildir(tmp_path):
    with pytest.raises(CouldNotMeasure) as caught:
        Maildir(str(tmp_path / "none"))
    assert caught.value.exit_status == 11
    assert str(caught.value).splitlines()[0] == f"the site's inbox: there is no Maildir at {tmp_path / 'none'}"
