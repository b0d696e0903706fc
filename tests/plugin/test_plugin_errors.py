"""What a stranger reads when something is wrong: one clear message, the right exit status, never a traceback."""

import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import HTTPServer, SimpleHTTPRequestHandler

import pytest
import trustme

PYPROJECT = """
[tool.cxcheck.sites.shop]
base_url = "{url}"
answer_within_ms = 2000
"""
TWO = {f"personas/{key}.toml": f'title = "{key}"\nsummary = "Tests"\n' for key in ("maria", "tom")}


@pytest.fixture
def closed_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def silent_server():
    """Takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        held = []

        def hold() -> None:
            try:
                while True:
                    held.append(listening.accept()[0])
            except OSError:
                return

        threading.Thread(target=hold, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        for connection in held:
            connection.close()
        listening.shutdown(socket.SHUT_RDWR)


@contextmanager
def untrusted_server():
    """HTTPS with a certificate of an authority that nobody knows."""
    server = HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # browsers hang up on it
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


# --- could not measure (11)


@pytest.mark.browser
def test_site_down(project, golden, closed_port):
    """Found out before the first step, when an account is arranged."""
    journey = """
from cxcheck import Customer, journey

@journey("Forgotten password", goal="Back in my account")
def forgotten_password(customer: Customer):
    customer.has_account()
    with customer.step("Open the home page"):
        customer.open("/")
"""
    project.write({"journeys/forgotten_password.py": journey, **TWO})
    ran = project.cxcheck("run", f"http://127.0.0.1:{closed_port}/", "--cx-persona", "maria", "--cx-persona", "tom")
    assert ran.status == 11
    golden(ran, "site_down")


@pytest.mark.browser
def test_unsafe_port(project, golden, look):
    ran = project.write(look).cxcheck("run", "http://127.0.0.1:6000/", "--cx-persona", "tom")
    assert ran.status == 11
    golden(ran, "unsafe_port")


@pytest.mark.browser
def test_untrusted_certificate(project, golden, look):
    with untrusted_server() as url:
        ran = project.write(look).cxcheck("run", url, "--cx-persona", "tom")
    assert ran.status == 11
    golden(ran, "untrusted_certificate")


@pytest.mark.browser
def test_page_that_never_answers(project, golden, look):
    with silent_server() as url:
        project.write({**look, "pyproject.toml": PYPROJECT.format(url=url)})
        ran = project.cxcheck("run", "--cx-persona", "tom")  # the site is the only one that the settings know
    assert ran.status == 11
    golden(ran, "never_answers")


@pytest.mark.browser
def test_site_that_leads_elsewhere(project, golden, look, serve):
    elsewhere = serve({"/": "<title>Elsewhere</title>"}).replace("127.0.0.1", "localhost")
    url = serve({"/": (302, {"Location": elsewhere}, "")})
    ran = project.write(look).cxcheck("run", url, "--cx-persona", "tom")
    assert ran.status == 11
    golden(ran, "leads_elsewhere")


def test_no_browser(project, golden, look, tmp_path):
    """Neither Playwright's own nor one on the machine; nothing is downloaded."""
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    environment = {"PATH": str(nowhere), "PLAYWRIGHT_BROWSERS_PATH": str(nowhere)}
    ran = project.write(look).pytest("journeys", "--cx-site", "https://shop.example/", **environment)
    assert ran.status == 11
    golden(ran, "no_browser")


def test_no_browser_and_none_can_be_installed(project, golden, look, tmp_path):
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    environment = {
        "PATH": str(nowhere),
        "PLAYWRIGHT_BROWSERS_PATH": str(nowhere),
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    }
    ran = project.write(look).cxcheck("run", "https://shop.example/", **environment)
    assert ran.status == 11
    golden(ran, "no_browser_to_install")


def test_named_browser_does_not_exist(project, golden, look):
    ran = project.write(look).cxcheck("run", "https://shop.example/", CXCHECK_BROWSER="/opt/no/such/chrome")
    assert ran.status == 11
    golden(ran, "named_browser_missing")


@pytest.mark.browser
def test_no_inbox(project, golden, serve):
    """The journey gets as far as the mail."""
    journey = """
from cxcheck import Customer, journey

@journey("Forgotten password", goal="Back in my account")
def forgotten_password(customer: Customer):
    with customer.step("Open the home page"):
        customer.open("/")
    with customer.step("Open the e-mail"):
        customer.inbox.wait_for("password reset")
"""
    project.write({"journeys/forgotten_password.py": journey})
    ran = project.cxcheck("run", serve({"/": "<title>Shop</title><h1>Shop</h1>"}), "--cx-persona", "tom")
    assert ran.status == 11
    golden(ran, "no_inbox")


# --- usage (4)


def test_misspelt_key_of_a_persona(project, golden, look):
    persona = 'title = "Tom"\nsummary = "In a hurry"\n\n[browser]\nlocal = "en-GB"\n'
    ran = project.write({**look, "personas/tom.toml": persona}).cxcheck("run", "https://shop.example/")
    assert ran.status == 4
    golden(ran, "persona_misspelt_key")


def test_unknown_persona(project, golden, look):
    ran = project.write({**look, **TWO}).cxcheck("run", "https://shop.example/", "--cx-persona", "marie")
    assert ran.status == 4
    golden(ran, "persona_unknown")


def test_unknown_site(project, golden, look):
    project.write({**look, "pyproject.toml": PYPROJECT.format(url="https://shop.example/")})
    ran = project.cxcheck("run", "shopp")
    assert ran.status == 4
    golden(ran, "site_unknown")


def test_no_site(project, golden, look):
    ran = project.write(look).cxcheck("run")
    assert ran.status == 4
    golden(ran, "site_none")


def test_misspelt_key_of_a_site(project, golden, look):
    project.write({**look, "pyproject.toml": '[tool.cxcheck.sites.shop]\nbase_ulr = "https://shop.example/"\n'})
    ran = project.cxcheck("run")
    assert ran.status == 4
    golden(ran, "site_misspelt_key")


def test_run_folder_cannot_be_written(project, golden, look):
    project.write({**look, "taken": "a file"})
    ran = project.cxcheck("run", "https://shop.example/", "--cx-run-dir", "taken")
    assert ran.status == 4
    golden(ran, "run_folder_taken")


def test_reports_folder_cannot_be_written(project, golden, look):
    project.write({**look, "reports": "a file"})
    ran = project.cxcheck("run", "https://shop.example/")
    assert ran.status == 4
    golden(ran, "reports_folder_taken")


def test_unknown_value_of_an_option(project, golden, look):
    ran = project.write(look).cxcheck("run", "https://shop.example/", "--cx-budget", "strict")
    assert ran.status == 4
    golden(ran, "option_unknown_value")


def test_unreadable_inbox(project, golden, look):
    ran = project.write(look).cxcheck("run", "https://shop.example/", "--cx-inbox", "pop3:mail.example")
    assert ran.status == 4
    golden(ran, "inbox_unknown_kind")


def test_report_of_what_is_no_run(project, golden):
    ran = project.cxcheck("report", "reports/yesterday")
    assert ran.status == 4
    golden(ran, "report_no_run")


def test_bad_name_of_a_journey(project, golden):
    bad = """
from cxcheck import Customer, journey

@journey("Buy", goal="Have it")
def buyNow(customer: Customer):
    pass
"""
    ran = project.write({"journeys/buy.py": bad}).cxcheck("run", "https://shop.example/")
    assert ran.status == 4
    golden(ran, "journey_bad_name")


def test_journey_names_an_unknown_persona(project, golden):
    bad = """
from cxcheck import Customer, journey

@journey("Buy", goal="Have it", personas=["tomm"])
def buy(customer: Customer):
    pass
"""
    ran = project.write({"journeys/buy.py": bad, **TWO}).cxcheck("run", "https://shop.example/")
    assert ran.status == 4
    golden(ran, "journey_unknown_persona")
