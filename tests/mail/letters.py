"""Mails as shops really send them, byte by byte; each says what there is to find in it."""

import base64
import quopri
from dataclasses import dataclass
from email.utils import formatdate
from itertools import count

_NUMBER = count(1)
TOKEN = "c8x1yz-0123456789abcdef0123456789abcdef"
LINK = f"https://shop.example/account/password/reset?user=MQ&token={TOKEN}&from=mail"
HREF = LINK.replace("&", "&amp;")
BYE = "<p><a href='https://shop.example/u/9f8e7d6c5b4a39281706'>Unsubscribe</a> | Tel. 020 7946 0123 | EC1A 4JQ</p>"
HTML = f"""<html><head><title>x</title><style>.a {{ color: #333333 }} .B12345 {{ margin: 0 }}</style></head><body>
<!-- 99887766 --><a href="https://shop.example/view/1a2b3c4d5e6f7a8b">View in browser</a>
<p>Hello Mira,</p><p>somebody asked for a new password.</p>
<table><tr><td><a href="{HREF}"><b>Choose</b> a new password</a></td></tr></table>{BYE}</body></html>"""


@dataclass(frozen=True)
class Letter:
    """What stands in ``body``, and what of it is meant."""

    body: bytes
    link: str = ""
    code: str = ""
    password: str = ""
    subject: str = "Reset your password"


def letter(
    to: str, body: bytes = b"Content-Type: text/plain\r\n\r\nHello\r\n", *, subject: str = "Reset your password",
    written_s: float | None = None, name: str = "", head: str = "", sender: str = "Shop <shop@shop.example>",
) -> bytes:  # fmt: skip
    """A whole message, with a name of its own unless one is given."""
    name = name or f"<{next(_NUMBER)}.letters@shop.example>"
    lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", f"Message-ID: {name}"]
    lines += [f"Date: {formatdate(written_s)}", "MIME-Version: 1.0", *([head] if head else [])]
    return "\r\n".join(lines).encode() + b"\r\n" + body


def part(kind: str, text: str, encoding: str = "8bit", charset: str = "utf-8", more: str = "") -> bytes:
    raw = text.encode(charset)
    coded = {
        "8bit": lambda: raw.replace(b"\n", b"\r\n"),
        "base64": lambda: base64.encodebytes(raw).replace(b"\n", b"\r\n"),
        "quoted-printable": lambda: quopri.encodestring(raw).replace(b"\n", b"\r\n"),
    }[encoding]()
    head = f"Content-Type: text/{kind}; charset={charset}{more}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + coded


def both(*parts: bytes) -> bytes:
    body = b"".join(b"--cut\r\n" + each + b"\r\n" for each in parts)
    return b'Content-Type: multipart/alternative; boundary="cut"\r\n\r\n' + body + b"--cut--\r\n"


def _by_hand(html: str) -> bytes:
    """Quoted-printable with soft line ends in the middle of the link, and of an escaped sign."""
    coded = html.replace("=", "=3D").replace("token=3D", "tok=\r\nen=\r\n=3D").replace("&amp;from", "&am=\r\np;from")
    return b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + coded.encode()


CELLS = "".join(f"<td style='width:40px'>{digit}</td>" for digit in "482913")
SPANS = "".join(f"<span>{digit}</span>" for digit in "482913")
LETTERS = {
    "plain": Letter(part("plain", f"Hello\n\nTo choose a new password, go to {LINK}.\n\nBye"), link=LINK),
    "html-only": Letter(part("html", HTML), link=LINK),
    "both": Letter(both(part("plain", f"Go to {LINK}"), part("html", HTML)), link=LINK),
    "html-base64": Letter(part("html", HTML, "base64"), link=LINK),
    "plain-base64": Letter(part("plain", f"Hello\n{LINK}\n", "base64"), link=LINK),
    "html-quoted-printable": Letter(part("html", HTML, "quoted-printable"), link=LINK),
    "plain-quoted-printable": Letter(part("plain", f"Hello\n\n{LINK}\n\nBye", "quoted-printable"), link=LINK),
    "broken-in-the-link": Letter(_by_hand(HTML), link=LINK),
    "escaped-equal-signs": Letter(part("html", HTML.replace(f"token={TOKEN}", f"token&#x3D;{TOKEN}")), link=LINK),
    "escaped-in-plain": Letter(part("plain", f"Go to {HREF.replace('=', '&#x3D;')} now"), link=LINK),
    "escaped-and-broken": Letter(
        part("html", HTML.replace("=", "&#61;").replace("href&#61;", "href="), "quoted-printable"), link=LINK
    ),
    "broken-in-brackets": Letter(part("plain", f"Go here:\n<{LINK[:40]}\n{LINK[40:]}>\nBye"), link=LINK),
    "flowed": Letter(
        part("plain", f"Go to \n{LINK[:50]} \n{LINK[50:]}\n", more="; format=flowed; delsp=yes").replace(
            b"Go to \r\n", b"Go to  \r\n"
        ),
        link=LINK,
    ),
    "bare-in-html": Letter(part("html", f"<p>Copy this into your browser:<br>{HREF}</p>"), link=LINK),
    "picture-of-a-button": Letter(
        part("html", f'<a href="https://shop.example/"><img alt="Shop"></a><a href="{HREF}"><img alt="Reset"></a>'),
        link=LINK,
    ),
    "german-latin-1": Letter(
        part("html", HTML.replace("Choose</b> a new", "Neues</b> Pässwort"), "quoted-printable", "latin-1"),
        link=LINK,
        subject="=?iso-8859-1?q?Passwort_zur=FCcksetzen?=",
    ),
    "code": Letter(part("plain", "Your code is 482913. It is good for 10 minutes.\n© 2026 Shop, 10117"), code="482913"),
    "code-on-its-line": Letter(part("plain", "Order 100023\n\nYour code:\n\n  482913\n\nSince 2019"), code="482913"),
    "code-in-html": Letter(part("html", f"<p>Your code:</p><h1>482913</h1><p>CONFIRM</p>{BYE}"), code="482913"),
    "code-in-cells": Letter(part("html", f"<p>Your code</p><table><tr>{CELLS}</tr></table>"), code="482913"),
    "code-in-spans": Letter(part("html", f"<p>Your code</p><p>{SPANS}</p>"), code="482913"),
    "a-button": Letter(
        part("html", f"""<a href="https://shop.example/t/{TOKEN}1">Shop</a>
        <a href="{HREF}" style="padding:8px; background: #036">Yes, it was me</a>
        <a href="https://shop.example/t/{TOKEN}2">No, it was not</a>"""),
        link=LINK,
    ),
    "code-apart": Letter(part("plain", "Ihr Bestätigungscode: 482 913\nTel. 030 23125 000"), code="482913"),
    "code-in-japanese": Letter(part("plain", "認証コード\n482913\n2026年11月25日", "base64"), code="482913"),
    "code-in-subject": Letter(part("plain", "Hello"), code="482913", subject="482913 is your code: reset password"),
    "password": Letter(
        part("plain", "Your new password is: kT7-wq9!Lz.\n\nPlease change it soon."), password="kT7-wq9!Lz"
    ),
    "password-in-html": Letter(
        part("html", f"<p>Your temporary password: <b>aB3$x&amp;9qWe</b></p>{BYE}", "quoted-printable"),
        password="aB3$x&9qWe",
    ),
    "password-in-a-table": Letter(
        part("html", "<table><tr><td>User<td>mira@x.test<tr><td>Password<td>qr8Zt4Wm</table>"),
        password="qr8Zt4Wm",
    ),
}  # fmt: skip
