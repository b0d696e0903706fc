"""Vitals of pages built to have known ones."""

import known_vitals
import pytest

pytestmark = pytest.mark.browser


def held(visit, truths):
    """Every truth against what was measured, all of them told at once."""
    measured = {truth.what: truth.read(visit) for truth in truths}
    print(*(f"\n{t.what}: {t.known:.4g} to {t.most:.4g}, measured {measured[t.what]}" for t in truths))
    assert [] == [truth.what for truth in truths if not truth.holds(measured[truth.what])]  # noqa: SIM300


def test_documents_and_the_last_figures_of_those_that_were_left(recorded, server):
    held(recorded, known_vitals.documents(recorded, server))
    first, second, third, fourth, fifth, sixth = recorded.tables.vitals.items
    assert first.largest.selector.endswith("img")
    assert first.largest.image == server.base + "/picture.svg"
    assert (first.slowest.selector, first.slowest.event in {"pointerdown", "pointerup", "click"}) == ("#act", True)
    assert (second.slowest.selector, second.slowest.event) == ("#act", "keydown")
    assert "onkeydown" in second.long_frames.invoker
    assert third.slowest.selector == "#act"
    assert fourth.reasons == {}
    assert fifth.reasons == {"inp_ms": "no click, tap or key that the browser times"}  # filled in at one go
    assert sixth.reasons == fifth.reasons | dict.fromkeys(
        ("lcp_ms", "cls", "fcp_ms"), "nothing was painted while the customer was there"
    )


def test_an_emulated_phone(on_phone, server):
    held(on_phone, known_vitals.phone(on_phone, server))


def test_routes(recorded, server):
    held(recorded, known_vitals.routes(recorded, server))
    home, tea, back = recorded.tables.vitals.items
    assert home.cls == 0
    assert tea.largest.selector == "#text"
    assert tea.reasons == {"ttfb_ms": "no request of its own"}
    assert set(back.reasons) == {"lcp_ms", "inp_ms", "fcp_ms", "ttfb_ms"}


def test_what_an_act_set_off_and_nobody_saw_is_not_measured(recorded, server):
    """The page holds the processor until another one has come in its place: there is no frame left to show it in."""
    server.page("/end", "<p>End</p>")
    leave = "location.href = '/end'; hold(event, 'act', 600)"
    recorded.open(server.page("/leave", f'<button id=act onclick="{leave}">Go</button>', head=known_vitals.HEAD))
    recorded.page.click("#act")
    recorded.page.wait_for_url("**/end")
    recorded.finish()
    row = recorded.tables.vitals.items[0]
    assert (row.inp_ms, row.left_unshown) == (None, True)
    assert row.reasons["inp_ms"] == "the page was left before it had shown what the customer's act set off"
