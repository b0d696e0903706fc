"""Whether a button can be pressed again half a second after it was pressed."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

SEND = "style='width:120px;height:40px'"
# What is pressed (#t), and whether it is there to be pressed again.
BUTTONS = {
    f"<button id=t {SEND}>Order</button>": True,
    f"<button id=t {SEND}><b>Order</b> now</button>": True,
    f"<div role=button tabindex=0 id=t {SEND}>Order</div>": True,
    f"<button id=t {SEND} onclick='disabled = true'>Order</button>": False,
    f"<button id=t {SEND} onclick='setTimeout(() => disabled = true, 100)'>Order</button>": False,
    f"<button id=t {SEND} onclick='ariaDisabled = true'>Order</button>": False,
    f"<button id=t {SEND} onclick='this.remove()'>Order</button>": False,
    f"<button id=t {SEND} onclick=\"style.display = 'none'\">Order</button>": False,
    f"<fieldset id=f><button id=t {SEND} onclick='f.disabled = true'>Order</button></fieldset>": False,
    f"<button id=t {SEND} onclick='v.hidden = false'>Order</button>"
    "<div id=v hidden style='position:fixed;inset:0;background:#0008'></div>": False,
    f"<a id=t href=#a {SEND}>No button</a>": False,
}  # fmt: skip


def test_what_can_be_pressed_again(recorded, server):
    told = {}
    for number, html in enumerate(BUTTONS):
        recorded.page.goto(server.page(f"/again-{number}", f"<div style='margin:60px'>{html}</div>"))
        before = len(recorded.kinds("press/repeatable"))
        recorded.page.click("#t")
        recorded.page.evaluate("new Promise((done) => setTimeout(done, 600))")  # of the page's own clock
        recorded.pause(60)
        told[html] = len(recorded.kinds("press/repeatable")) > before
    assert told == BUTTONS
    first = recorded.artifacts().repeatables.items[0]
    assert first.target.name == "Order"
    assert first.t_ms <= recorded.kinds("press/repeatable")[0].t_ms


def test_a_page_that_is_left_tells_nothing(recorded, server):
    there = server.page("/there", "<p>There")
    recorded.page.goto(server.page("/here", f"<form action='{there}'><button id=t {SEND}>Go</button></form>"))
    recorded.page.click("#t")
    recorded.page.wait_for_url("**/there*")
    recorded.page.evaluate("new Promise((done) => setTimeout(done, 600))")
    recorded.pause(60)
    assert recorded.kinds("press/repeatable") == []
