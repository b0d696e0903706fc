"""The shop's outgoing mail."""

import logging
import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from threading import Timer
from typing import Protocol

_DOMAIN = "ashglaze.example"
_SENDER = f"Ashglaze <hello@{_DOMAIN}>"
_TIMEOUT_SECONDS = 20


@dataclass(frozen=True)
class Mail:
    """One mail, as plain text and as HTML."""

    to: str
    subject: str
    text: str
    html: str

    def message(self) -> EmailMessage:
        """Make the multipart message that goes over the wire."""
        message = EmailMessage()
        message["From"] = _SENDER
        message["To"] = self.to
        message["Subject"] = self.subject
        message["Date"] = formatdate()
        message["Message-ID"] = make_msgid(domain=_DOMAIN)
        message.set_content(self.text)
        message.add_alternative(self.html, subtype="html")
        return message


class Mailer(Protocol):
    """Whatever takes the shop's mail."""

    def send(self, mail: Mail, delay: float) -> None:
        """Send a mail after so many seconds, without making the caller wait."""


class SmtpMailer:
    """Sends by real SMTP, in the background."""

    def __init__(self, host: str, port: int) -> None:
        """Name the mail server; it is only spoken to when there is mail."""
        self._host = host
        self._port = port

    def send(self, mail: Mail, delay: float) -> None:
        """Hand the mail over after the delay."""
        timer = Timer(delay, self._deliver, [mail])
        # Mail still waiting must not keep a stopped shop alive.
        timer.daemon = True
        timer.start()

    def _deliver(self, mail: Mail) -> None:
        try:
            with smtplib.SMTP(self._host, self._port, timeout=_TIMEOUT_SECONDS) as smtp:
                smtp.send_message(mail.message())
        except (OSError, smtplib.SMTPException) as error:
            # Only the kind of error: its text may quote the mail and its secret link.
            kind = type(error).__name__
            logging.getLogger(__name__).warning("A mail could not be sent: %s", kind)
