"""Mails as they really come, and which link in them is meant."""

import base64
import quopri

import pytest

from cxcheck.inbox.mail import Mail, read, recipients

LINK = "https://shop.example/password/reset/MQ/c8x1yz-0123456789abcdef0123456789abcdef/"
HTML = f'<p>Hello</p><p><a href="{LINK}?a=1&amp;b=2">Reset <b>my</b> password</a></p>'


def part(kind: str, content: bytes, encoding: str) -> bytes:
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return head.encode() + content


def message(*parts: bytes, subject: str = "Reset your password") -> bytes:
    head = f"From: Shop <shop@shop.example>\r\nTo: mira@x.test\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n".encode()
    if len(parts) == 1:
        return head + parts[0]
    body = b"".join(b"--cut\r\n" + each + b"\r\n" for each in parts)
    return head + b'Content-Type: multipart/alternative; boundary="cut"\r\n\r\n' + body + b"--cut--\r\n"


def quoted(text: str) -> bytes:
    return quopri.encodestring(text.encode())


def test_head_and_time():
    mail = read(message(part("plain", b"Hello", "8bit")), 12.5)
    assert (mail.subject, mail.sender, mail.arrived_s) == ("Reset your password", "Shop <shop@shop.example>", 12.5)


def test_an_encoded_subject_is_read():
    coded = "=?utf-8?b?" + base64.b64encode("Contraseña".encode()).decode() + "?="
    assert read(message(part("plain", b"x", "8bit"), subject=coded), 0).subject == "Contraseña"


def test_a_mail_without_a_head_is_still_read():
    mail = read(b"\r\nonly text", 0)
    assert (mail.subject, mail.sender, mail.text) == ("", "", "only text")


def test_the_links_of_the_html_part_come_first():
    plain = part("plain", b"Go to https://shop.example/text-only-place today", "8bit")
    mail = read(message(plain, part("html", HTML.encode(), "8bit")), 0)
    assert mail.links == ((f"{LINK}?a=1&b=2", "Reset my password"), ("https://shop.example/text-only-place", ""))


def test_ampersands_in_addresses_are_undone():
    assert read(message(part("html", HTML.encode(), "8bit")), 0).link() == f"{LINK}?a=1&b=2"


def test_quoted_printable_lines_are_put_together():
    raw = quoted(HTML + f"\nor copy {LINK}")
    assert b"=\n" in raw
    assert LINK.encode() not in raw
    mail = read(message(part("html", raw, "quoted-printable")), 0)
    assert mail.link() == f"{LINK}?a=1&b=2"
    text = read(message(part("plain", quoted(f"Hello\n\n{LINK}\n\nBye"), "quoted-printable")), 0)
    assert text.link() == LINK


@pytest.mark.parametrize("kind", ["html", "plain"])
def test_base64_is_undone(kind):
    content = HTML if kind == "html" else f"Hello\n{LINK}\n"
    mail = read(message(part(kind, base64.encodebytes(content.encode()), "base64")), 0)
    assert mail.link().startswith(LINK)


@pytest.mark.parametrize("text", ["Go to {}.", "Go to {}, now", "<{}>", "({})", 'see "{}"', "[{}]", "{}\r\nBye"])
def test_an_address_in_plain_text_ends_where_the_sentence_goes_on(text):
    assert read(message(part("plain", text.format(LINK).encode(), "8bit")), 0).link() == LINK


def test_an_html_mail_alone_has_its_text_too():
    mail = read(message(part("html", HTML.encode(), "8bit")), 0)
    assert "Hello" in mail.text
    assert "password" in mail.text
    assert "<p>" not in mail.text


def test_only_addresses_of_pages_are_links():
    html = b'<a href="mailto:a@b.test">Write</a><a name="x">x</a><a href="#top">top</a><a href="https://shop.example/">S</a>'
    assert read(message(part("html", html, "8bit")), 0).links == (("https://shop.example/", "S"),)


def test_the_same_link_twice_is_one():
    html = b'<a href="https://shop.example/">S</a> <a href="https://shop.example/">S</a>'
    assert len(read(message(part("html", html, "8bit")), 0).links) == 1


class TestLink:
    def mail(self, *addresses: str) -> Mail:
        return Mail("Reset", "", "", tuple((address, "") for address in addresses), 0)

    def test_the_first_that_carries_a_token(self):
        assert self.mail("https://shop.example/", LINK, "https://shop.example/x?t=0123456789abc").link() == LINK

    def test_else_the_first(self):
        addresses = ("https://shop.example/account/", "https://shop.example/")
        assert self.mail(*addresses).link() == addresses[0]

    def test_no_link_at_all(self):
        with pytest.raises(LookupError, match="there is no link in the mail 'Reset'"):
            self.mail().link()


def test_recipients_are_all_who_are_named_in_lower_case():
    named = b"To: Mira <MIRA@x.test>\r\nCc: a@x.test\r\nDelivered-To: b@x.test\r\nX-RcptTo: c@x.test\r\n"
    raw = named + b"From: d@x.test\r\n\r\nHi"
    found = recipients(raw)
    for address in ("mira@x.test", "a@x.test", "b@x.test", "c@x.test"):
        assert address in found
    assert "d@x.test" not in found


CODES = [
    ("Your code is 482913. It is good for ten minutes.", "482913"),
    ("Type this in:\n\nK7Q2-9XWD\n\nSent in 2026 to you.", "K7Q2-9XWD"),
    ("Hello,\n\n  ABKQWX\n\nOrder 100023 is not meant.", "ABKQWX"),
    ("Use 7391 or follow https://shop.example/verify/99887766", "7391"),
]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_the_code_a_mail_was_sent_for(text, code):
    assert read(f"Subject: Code\n\n{text}".encode(), 0).code() == code


def test_a_mail_without_a_code_says_so():
    mail = read(b"Subject: Hello\n\nNothing to type in here, only words.", 0)
    assert mail.codes() == []
    with pytest.raises(LookupError, match="no code in the mail 'Hello'"):
        mail.code()


@pytest.mark.parametrize(
    ("kind", "body", "asks"),
    [
        ("plain", f"Hello. You asked. To go on, follow\n\n{LINK}\n\ntoday. Bye.", "To go on, follow  today."),
        ("html", f'<p>Hello!</p><p>Please <a href="{LINK}">take <b>one</b></a>.</p><p>Bye.</p>', "Please take one."),
        ("plain", "Hello! Your code is 493817. Keep it.", "Your code is 493817."),
        ("plain", "Nothing to do. Bye.", ""),
        ("html", f'<p>Hi.</p><a href="{LINK}"><img src="x.png"></a>', ""),
    ],
    ids=["address", "words", "code", "nothing", "picture"],
)  # fmt: skip
def test_what_must_be_read_of_a_mail_is_the_sentence_around_its_link_or_code(kind, body, asks):
    assert read(message(part(kind, body.encode(), "8bit")), 0).asks() == asks
