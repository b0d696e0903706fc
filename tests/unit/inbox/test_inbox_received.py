"""When a mailbox's own servers took a message over, by headers as servers write them."""

from email.utils import parsedate_to_datetime

import pytest

from cxcheck.inbox.mail import read
from cxcheck.inbox.received import handed_over_s

GMAIL = [
    "by 2002:a05:6a10:1234:b0:4a5 with SMTP id abc; Wed, 25 Nov 2026 07:00:09 -0800 (PST)",
    "by 2002:a17:90a:f2 with SMTP id x1.2.3; Wed, 25 Nov 2026 07:00:08 -0800 (PST)",
    (
        "from mail.shop.example (mail.shop.example. [192.0.2.7]) by mx.google.com with ESMTPS id q1;\r\n"
        " Wed, 25 Nov 2026 07:00:05 -0800 (PST)"
    ),
    "from app-7 (unknown [10.0.0.7]) by mail.shop.example (Postfix) with ESMTP id 1; Wed, 25 Nov 2026 14:59:00 +0000",
]
EXCHANGE = [
    (
        "from AM0PR01.eurprd01.prod.outlook.com (2603:10a6::1) by DB7PR01.eurprd01.prod.outlook.com with HTTPS;"
        " Wed, 25 Nov 2026 15:00:20 +0000"
    ),
    (
        "from AM6.eop-eur.prod.protection.outlook.com (2603:1::2) by AM0PR01.eurprd01.prod.outlook.com with SMTP;"
        " Wed, 25 Nov 2026 15:00:12 +0000"
    ),
    "from o1.mail.shop.co.uk by AM6.mail.protection.outlook.com with ESMTPS; Wed, 25 Nov 2026 15:00:10 +0000",
    "by filter01.sender.example with SMTP id filter; Wed, 25 Nov 2026 14:58:00 +0000",
]
EXIM = ["from [127.0.0.1]\r\n\tby mx.qa.test with esmtp (Exim 4.96)\r\n\tid 1x;\r\n\tWed, 25 Nov 2026 15:00:03 +0000"]
OWN = [
    "from mx.shop.example by imap.shop.example (Dovecot) with LMTP; Wed, 25 Nov 2026 15:00:30 +0000",
    "from web.shop.example ([10.0.0.7]) by mx.shop.example (Postfix); Wed, 25 Nov 2026 15:00:02 +0000",
]
NATIONAL = [
    "from out.sender.co.uk by mx.qa.co.uk; Wed, 25 Nov 2026 15:00:04 +0000",
    "from app.sender.co.uk by out.sender.co.uk; Wed, 25 Nov 2026 14:00:00 +0000",
]


@pytest.mark.parametrize(
    ("received", "seconds"),
    [(GMAIL, 5), (EXCHANGE, 10), (EXIM, 3), (OWN, 2), (NATIONAL, 4), ([GMAIL[2]], 5)],
    ids=["gmail", "exchange", "exim", "all-one-owners", "national", "one-hop"],
)
def test_the_lowest_of_the_owners_own(received, seconds):
    at = parsedate_to_datetime(f"Wed, 25 Nov 2026 15:00:{seconds:02} +0000").timestamp()
    assert handed_over_s(received) == at + 0.5


@pytest.mark.parametrize("received", [[], ["by mx.qa.example with SMTP"], ["nonsense; nonsense"], [""]])
def test_nothing_told(received):
    assert handed_over_s(received) is None


def test_how_long_it_was_in_the_mailbox():
    raw = f"Received: {EXIM[0]}\r\nTo: a@qa.test\r\n\r\nHello".encode()
    at = parsedate_to_datetime("Wed, 25 Nov 2026 15:00:03 +0000").timestamp()
    assert read(raw, at + 10).in_mailbox_s == 9.5
    assert read(raw, at - 60).in_mailbox_s == 0  # a clock that is wrong takes nothing back
    assert read(b"To: a@qa.test\r\n\r\nHello", at).in_mailbox_s is None
