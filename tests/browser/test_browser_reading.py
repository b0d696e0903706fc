"""What the task gives to read, counted by the probes, and the pointing from real boxes."""

import pytest

from cxcheck.model.reading import Text
from cxcheck.score.effort import visit_effort

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

TERMS = (
    "I have read the terms, and I know that " + "whatever was made to measure cannot be sent back, " * 4 + "and agree."
)
FORM = f"""<style>body {{ margin: 0 }}
p {{ position: absolute; margin: 0 }} button {{ width: 200px; height: 100px }}</style>
<main><h1>Ihr Konto</h1>
<p style="left:0;top:100px"><label>Ihr Name <input name=n></label>
<p style="left:0;top:200px"><label><input type=checkbox name=t> {TERMS}</label>
<p style="left:0;top:300px"><span role=checkbox aria-checked=false tabindex=0
  onclick="this.setAttribute('aria-checked', 'true')">Neues per Mail</span>
<p style="left:0;top:500px"><button type=button id=a>A</button>
<p style="left:700px;top:500px"><button type=button id=b>B</button></main>"""


def test_headings_labels_and_the_whole_text_beside_a_tick(recorded, server):
    page = recorded.page
    page.goto(server.page("/reading", FORM, lang="de"))
    for _ in range(60):
        if recorded.kinds("screen/settled"):
            break
        recorded.pause(50)
    page.type("[name=n]", "Mira")
    page.check("[name=t]")
    page.click("[role=checkbox]")
    page.click("#a", delay=20)
    page.click("#b", delay=20)
    artifacts = recorded.artifacts()
    read = {(one.what, one.language): [] for one in artifacts.readings.items}
    for one in artifacts.readings.items:
        read[one.what, one.language].append(one.text)
    expected = {("heading", "de"): ["Ihr Konto"], ("label", "de"): ["Ihr Name", TERMS, "Neues per Mail"]}
    assert read == {key: [Text.of(text) for text in texts] for key, texts in expected.items()}
    # From the middle of A to that of B are 700 px, B measures 100 the short way: log2(7.5) = 2.907 bits.
    assert visit_effort(artifacts, recorded.persona.hands)[-1].point_ms == pytest.approx(800 + 290.7, abs=0.1)
