"""A trace of a visit that failed: what an engineer needs is in it, what the customer typed and sent is not."""

import io
import json
import zipfile

import pytest

from cxcheck.record import trace as module
from cxcheck.record.scrub_trace import scrubbed
from cxcheck.record.trace import Trace
from cxcheck.redact import Secrets

pytestmark = pytest.mark.browser
PASSWORD, CARD = "correct1horse2", "4111111111111111"
CVC, CODE = "zq7x", "wq82zx"  # too short to be known by value
FORM = f"""<form action=/in method=post>
  <input id=secret type=password name=pw> <input id=card autocomplete=cc-number name=card>
  <input id=cvc autocomplete=cc-csc name=cvc> <input id=otp autocomplete=one-time-code name=otp>
  <input value="{CODE}"> <button value=go>Go</button></form>
  <script>
    card.oninput = () => fetch('/slow?cvc=' + cvc.value, {{
      method: 'POST', headers: {{Authorization: cvc.value}}, body: secret.value + cvc.value }});
  </script>"""


@pytest.fixture
def traced(recorded, server, monkeypatch, tmp_path):
    """(as Playwright wrote it, as it was kept) of somebody who fills a form in and sends it."""
    whole = []
    monkeypatch.setattr(module, "scrubbed", lambda data, secrets: whole.append(data) or scrubbed(data, secrets))
    recorded.recorder.journal.secrets.add(PASSWORD)
    recorded.recorder.journal.secrets.add(CARD)
    server.page("/in", f"<p>In</p><!-- {CODE} -->")
    server.put("/style.css", "p { color: red }", headers={"Content-Type": "text/css"})
    trace = Trace(recorded.context, recorded.recorder.journal)
    page = recorded.page
    page.goto(server.page("/form", FORM, head="<link rel=stylesheet href=/style.css>"))
    page.fill("#secret", PASSWORD)
    page.locator("#cvc").press_sequentially(CVC)
    page.fill("#otp", CODE)
    page.locator("#card").press_sequentially(CARD)
    page.keyboard.press("Tab")
    page.keyboard.insert_text(CODE)
    page.evaluate("(code) => code + document.querySelector('#cvc').value", CODE)
    page.click("button")
    page.wait_for_url("**/in")
    trace.end(tmp_path / "trace.zip")
    trace.end(tmp_path / "again.zip")
    assert not (tmp_path / "again.zip").exists()
    return whole[0], (tmp_path / "trace.zip").read_bytes()


def texts(trace: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(trace)) as file:
        return "\n".join(file.read(name).decode(errors="replace") for name in file.namelist())


def test_nothing_that_was_typed_or_sent_is_in_it(traced):
    whole, kept = map(texts, traced)
    for secret in (PASSWORD, CARD, CVC, CODE):
        assert secret in whole
        assert secret not in kept, kept[kept.find(secret) - 200 :][:300]


def test_what_was_done_and_what_the_page_was_like_is_in_it(traced):
    _, kept = traced
    with zipfile.ZipFile(io.BytesIO(kept)) as file:
        lines = [json.loads(line) for line in file.read("trace.trace").decode().splitlines()]
        kinds = {name.rpartition(".")[2] for name in file.namelist() if "/" in name}
    assert kinds == {"css"}  # what a snapshot is drawn with, and no answer besides
    calls = [(line["method"], line["params"].get("selector")) for line in lines if line["type"] == "before"]
    assert {("fill", "#secret"), ("click", "button")} <= set(calls)
    assert any(line["params"].get("key") == "Tab" for line in lines if line["type"] == "before")
    snapshots = [line for line in lines if line["type"] == "frame-snapshot"]
    assert len(snapshots) >= 10
    assert any("/form" in line["snapshot"]["frameUrl"] for line in snapshots)


def test_who_is_traced_already_is_left_alone(recorded, tmp_path):
    recorded.context.tracing.start()
    trace = Trace(recorded.context, recorded.recorder.journal)
    trace.end(tmp_path / "trace.zip")
    assert not (tmp_path / "trace.zip").exists()
    [told] = recorded.kinds("trace/failed")
    assert told.data["reason"]
    recorded.context.tracing.stop()


def test_a_trace_that_could_give_something_away_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("a.bin", b"\x00" + PASSWORD.encode())
    with pytest.raises(ValueError, match=r"a secret would have been left in a\.bin"):
        scrubbed(data.getvalue(), Secrets([PASSWORD]))
    with pytest.raises(ValueError, match="zip"):
        scrubbed(b"no zip", Secrets())
