"""What is too small to hit, and what WCAG 2.5.8 excuses."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

BIT = "display:block;width:80px;height:14px;font-size:10px;overflow:hidden"
BUTTON = "width:18px;height:18px;padding:0;border:0"
# What is pressed (#t), and what is told of it: None: nothing.
TARGETS = {
    "<button id=t style='width:80px;height:30px'>Go</button>": None,
    f"<a id=t href=#a style='{BIT}'>One</a><a href=#b style='{BIT}'>Two</a>": "",
    f"<button id=t style='{BUTTON}'>1</button><button style='{BUTTON}'>2</button>": "",
    f"<a id=t href=#a style='{BIT}'>Alone</a>": "spacing",
    f"<button id=t style='{BUTTON};margin-right:8px'>1</button><button style='{BUTTON}'>2</button>": "spacing",
    f"<button id=t style='{BUTTON}'>1</button><button style='width:80px;height:40px'>Two</button>": "",
    "<p style='font-size:12px;line-height:1'>Read <a id=t href=#a>terms</a> and <a href=#b>more</a>.": "inline",
    "<input type=checkbox id=t style='margin:0'><input type=checkbox style='margin:0'>": "default",
    "<label style='display:block;padding:9px'><input type=checkbox id=t> A whole line</label><a href=#a>x</a>": None,
    f"<a id=t href=#same style='{BIT}'>Same</a><a href=#x style='{BIT}'>Other</a>"
    "<a href=#same style='display:block;height:40px'>Same</a>": "equivalent",
}  # fmt: skip


def test_what_is_small_and_why_it_may_be(recorded, server):
    told = {}
    for number, html in enumerate(TARGETS):
        recorded.page.goto(server.page(f"/target-{number}", f"<div style='margin:60px'>{html}</div>"))
        before = len(recorded.kinds("target/tiny"))
        recorded.page.click("#t")
        recorded.pause(60)
        new = recorded.kinds("target/tiny")[before:]
        told[html] = new[0].data["excuse"] if new else None
    assert told == TARGETS
    first = recorded.artifacts().tiny_targets.items[0]
    assert (first.width_px, first.height_px, first.target.name) == (80, 14, "One")
