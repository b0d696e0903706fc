"""Mail servers on this machine, each with a folder and ports of its own: SMTP in front, an inbox behind."""

import getpass
import grp
import os
import shutil
import smtplib
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from mailpit_stand_in import free_port, stand_in

from cxcheck.inbox.inbox import Inbox, open_inbox
from cxcheck.model.inbox import InboxSettings
from cxcheck.service import Service

PASSWORD = "the-box's s3cret phrase"
DOMAIN = "qa.example.test"


@dataclass(frozen=True)
class Server:
    """An inbox as settings describe it, and where its mail is handed in."""

    settings: InboxSettings
    smtp: tuple[str, int]

    def open(self) -> Inbox:
        """Started anew, as a visit does."""
        inbox = open_inbox(self.settings)
        inbox.start_anew()
        return inbox

    def send(self, raw: bytes, *to: str) -> None:
        with smtplib.SMTP(*self.smtp, timeout=20) as client:
            client.sendmail("shop@shop.example", list(to), raw)


@contextmanager
def sink() -> Iterator[Server]:
    """The one that cxcheck brings."""
    with tempfile.TemporaryDirectory(prefix="cxmail") as folder:
        arguments = ["-m", "cxcheck.inbox.sink", "--maildir", f"{folder}/box"]
        with Service("mail sink", arguments) as service:
            host, _, port = service.address.partition(":")
            yield Server(InboxSettings(maildir=f"{folder}/box", domain=DOMAIN), (host, int(port)))


@contextmanager
def mail_devel() -> Iterator[Server]:
    """An IMAP server of PyPI: one mailbox for all mail, in memory."""
    imap, smtp = free_port(), free_port()
    options = ["--no-http", "--host", "127.0.0.1", "--imap-port", imap, "--smtp-port", smtp, "--user", "cx@qa.example"]
    with _running([sys.executable, "-m", "mail_devel", *map(str, options), "--password", PASSWORD], {}, imap, smtp):
        yield Server(_imap(f"imap://127.0.0.1:{imap}", "cx@qa.example"), ("127.0.0.1", smtp))


@contextmanager
def mailpit_stand_in() -> Iterator[Server]:
    """What answers as Mailpit does by its documentation: Mailpit itself is no package of Python's."""
    with stand_in() as (http, smtp):
        yield Server(InboxSettings(mailpit=http, domain=DOMAIN), smtp)


@contextmanager
def dovecot_and_exim() -> Iterator[Server]:
    """Exim lays mail for anybody into the Maildir that Dovecot serves, both without rights, limits as they come."""
    programs = {name: shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") for name in ("dovecot", "exim4")}
    missing = [name for name, path in programs.items() if path is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (apt-get install dovecot-imapd exim4-daemon-light)")
    with tempfile.TemporaryDirectory(prefix="cxmail") as name:
        folder, port = Path(name), {use: free_port() for use in ("smtp", "imap", "imaps")}
        root = os.geteuid() == 0
        user, group = ("nobody", "nogroup") if root else (getpass.getuser(), grp.getgrgid(os.getgid()).gr_name)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(folder / "ca.pem")
        certificate = authority.issue_cert("127.0.0.1", "localhost")
        certificate.private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
        told = {"folder": folder, "user": user, "group": group, "password": PASSWORD, **port}
        (folder / "dovecot.conf").write_text(_DOVECOT.format(**told))
        (folder / "users").write_text(f"cx:{PASSWORD}::::::\n")
        (folder / "exim.conf").write_text(_EXIM.format(**told))
        for made in ("mail", "run", "spool"):
            (folder / made).mkdir()
        as_nobody = {"user": user, "group": group, "extra_groups": []} if root else {}
        if root:
            for path in (folder, *folder.iterdir()):
                shutil.chown(path, user, group)
        with (
            _running(
                [programs["dovecot"], "-F", "-c", folder / "dovecot.conf"], as_nobody, port["imap"], port["imaps"]
            ),
            _running([programs["exim4"], "-bdf", "-C", folder / "exim.conf"], as_nobody, port["smtp"]),
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setenv("SSL_CERT_FILE", str(folder / "ca.pem"))
            yield Server(_imap(f"imaps://127.0.0.1:{port['imaps']}", "cx"), ("127.0.0.1", port["smtp"]))


def wait_until(ask, within_s=40):
    """What ``ask`` answers, once that is something; it is asked again until then."""
    end_s = time.monotonic() + within_s
    while not (found := ask()):
        assert time.monotonic() < end_s, "it did not come"
        time.sleep(0.05)
    return found


def _imap(address: str, user: str) -> InboxSettings:
    return InboxSettings(imap=address, user=user, password_env="QA_MAIL_PASSWORD", domain=DOMAIN)


@contextmanager
def _running(command: list, options: dict, *ports: int) -> Iterator[None]:
    """A server, from when it accepts connections."""
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            list(map(str, command)), stdout=log, stderr=log, stdin=subprocess.DEVNULL, **options
        ) as process,
    ):
        try:
            end_s = time.monotonic() + 30
            for port in ports:
                while not _accepts(port):
                    if time.monotonic() > end_s or process.poll() is not None:
                        log.seek(0)
                        pytest.fail(f"{command[0]} did not start: {log.read().decode()}")
                    time.sleep(0.05)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _accepts(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
        return True
    return False


_DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.pem
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
first_valid_uid = 1
mail_location = maildir:{folder}/mail
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}
}}
"""

_EXIM = """
primary_hostname = mx.qa.example.test
exim_user = {user}
exim_group = {group}
local_interfaces = 127.0.0.1
daemon_smtp_ports = {smtp}
spool_directory = {folder}/spool
log_file_path = {folder}/spool/%slog
pid_file_path = {folder}/exim.pid
keep_environment =
tls_advertise_hosts =
host_lookup =
trusted_users = {user}
never_users =
deliver_drop_privilege
acl_smtp_rcpt = accept
smtp_accept_max = 100
smtp_accept_max_per_connection = 1000
begin routers
everybody:
  driver = accept
  transport = box
begin transports
box:
  driver = appendfile
  directory = {folder}/mail
  maildir_format
  envelope_to_add
  delivery_date_add
  user = {user}
begin retry
*  *  F,1m,1s
"""
