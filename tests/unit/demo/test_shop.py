"""The demo shop's accounts and reset mails, by its test client."""

import re

import pytest

from cxcheck.demo.accounts import TOKEN_SECONDS, Accounts
from cxcheck.demo.mail import Mail


def test_sign_up_opens_an_account_and_signs_in(visitor):
    assert visitor.sign_up().location == "/account"
    page = visitor.get("/account")
    assert "Welcome, <bdi>Mira &lt;Moor&gt;" in page.text
    assert "Your account is ready." in page.text
    assert "Sign out" in page.text


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("name", " ", "Please tell us your name."),
        ("email", "mira@example", "does not look like an e-mail address"),
        ("email", "mira@example.test\nBcc: all@example.test", "does not look like"),
        ("password", "seven77", "at least 8 characters."),
    ],
)
def test_refused_sign_up_says_why_next_to_the_field(visitor, field, value, error):
    page = visitor.sign_up(**{field: value})
    assert re.search(rf'id="{field}-error">[^<]*{re.escape(error)}', page.text)
    assert page.text.count('aria-invalid="true"') == 1
    assert 'value="mira@example' in page.text
    assert "first-secret" not in page.text
    assert visitor.get("/account").location == "/sign-in"


def test_second_account_with_the_same_address_is_refused(known):
    page = known.sign_up(email="MIRA@example.test")
    assert "already an account" in page.text


def test_sign_in_and_out(known):
    assert "Welcome back, <bdi>Mira &lt;Moor&gt;" in known.sign_in().text
    page = known.post("/sign-out", follow_redirects=True)
    assert "You are signed out." in page.text
    assert "Welcome back" not in page.text


def test_wrong_password_keeps_the_address_and_stays_out(known):
    page = known.sign_in("not-it-at-all")
    assert 'id="password-error">E-mail address and password do not match' in page.text
    assert 'value="mira@example.test"' in page.text
    assert known.get("/account").location == "/sign-in"


def test_reset_mail_leaves_at_once_with_its_link_in_text_and_html(known, mailer):
    known.ask_for_link()
    [(mail, delay)] = mailer.about("new password")
    assert delay == 0
    assert mail.to == "mira@example.test"
    assert mailer.only_link() in mail.html


def test_reset_link_changes_the_password(known, mailer):
    known.ask_for_link()
    link = mailer.only_link()
    assert "at least 8 characters" in known.post(link, data={"password": "short"}).text
    page = known.post(link, data={"password": "second-secret"}, follow_redirects=True)
    assert "Your new password is set" in page.text
    assert "Welcome back" not in known.sign_in().text
    assert "Welcome back" in known.sign_in("second-secret").text


def test_reset_link_can_be_looked_at_often_but_used_once(known, mailer):
    known.ask_for_link()
    link = mailer.only_link()
    assert known.get(link).status_code == known.get(link).status_code == 200
    known.post(link, data={"password": "second-secret"})
    assert known.get(link).status_code == 410
    assert known.post(link, data={"password": "short"}).status_code == 410
    assert known.post(link, data={"password": "third-secret"}).status_code == 410
    assert "Welcome back" not in known.sign_in("third-secret").text


def test_reset_link_ends_after_an_hour():
    now = [0.0]
    accounts = Accounts(clock=lambda: now[0])
    accounts.add("Mira", "mira@example.test", "first-secret")
    token = accounts.reset_token("mira@example.test")
    now[0] = TOKEN_SECONDS - 1
    assert accounts.token_is_good(token)
    now[0] = TOKEN_SECONDS
    assert not accounts.token_is_good(token)
    assert not accounts.use_token(token, "second-secret")


def test_answer_does_not_tell_who_has_an_account(known, mailer):
    addresses = ("mira@example.test", "nobody@example.test")
    answers = {known.ask_for_link(email).text.replace(email, "X") for email in addresses}
    assert len(answers) == 1
    assert "If there is an account for <strong>X</strong> we have sent a link" in answers.pop()
    assert len(mailer.about("new password")) == 1


def test_mail_is_multipart_for_its_reader():
    message = Mail("mira@example.test", "Hello", "plain", "<p>rich</p>").message()
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "text/html"]
    assert message["To"] == "mira@example.test"


def test_newsletter_form_answers(visitor):
    good = visitor.post("/newsletter", data={"email": "mira@example.test"})
    bad = visitor.post("/newsletter", data={"email": '"><b>'})
    assert "You are on the list" in good.text
    assert "You are on the list" not in bad.text
    assert "&#34;&gt;&lt;b&gt;" in bad.text


def test_only_static_files_may_be_cached(visitor):
    assert "max-age" in visitor.get("/static/base.css").headers["Cache-Control"]
    assert visitor.get("/account").headers["Cache-Control"] == "no-store"


def test_forged_host_gets_no_say_in_mails(known, mailer):
    form = {"email": "mira@example.test"}
    answer = known.post("/password/forgotten", data=form, headers={"Host": "evil.test"})
    assert answer.status_code == 400
    assert not mailer.about("new password")


def test_is_healthy(visitor):
    answer = visitor.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")
