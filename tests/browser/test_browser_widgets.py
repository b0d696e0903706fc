"""Choices and ticks, the browser's own and those that pages make: one each, however many presses and keys they took."""

import pytest

pytestmark = pytest.mark.browser

LIST = """
<div id="{key}" role="combobox" aria-expanded="false" aria-controls="{key}-list" tabindex="0">Country</div>
<ul id="{key}-list" role="listbox" hidden>
  <li role="option" id="{key}-at">Austria</li><li role="option" id="{key}-fr"><b>France</b></li>
</ul>
"""
# A list box the way libraries make them: it opens on a press or the down arrow, closes on a choice.
LIST_SCRIPT = """
for (const opener of document.querySelectorAll('[role=combobox],.opener')) {
  const list = document.getElementById(opener.id + '-list');
  const options = [...list.querySelectorAll('li')];
  let at = -1;
  const show = (on) => { list.hidden = !on; opener.setAttribute('aria-expanded', on); };
  const pick = (option) => { if (opener.value === undefined) opener.textContent = option.textContent; show(false); };
  opener.addEventListener('click', () => show(list.hidden));
  opener.addEventListener('input', () => show(true));
  options.forEach((option) => option.addEventListener('click', () => pick(option)));
  opener.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') {
      if (list.hidden) show(true);
      at = Math.min(at + 1, options.length - 1);
      opener.setAttribute('aria-activedescendant', options[at].id);
    }
    if (event.key === 'Enter' && !list.hidden) pick(options[at]);
  });
}
"""
TICK_SCRIPT = """
const toggle = (box) => box.setAttribute('aria-checked', box.getAttribute('aria-checked') !== 'true');
for (const box of document.querySelectorAll('[role=checkbox],[role=switch]')) {
  box.addEventListener('click', () => setTimeout(() => toggle(box), 30));
  box.addEventListener('keydown', (event) => { if (event.key === ' ' && box.tagName !== 'BUTTON') toggle(box); });
}
const radios = [...document.querySelectorAll('[role=radio]')];
const check = (one) => radios.forEach((radio) => {
  radio.setAttribute('aria-checked', radio === one);
  radio.tabIndex = radio === one ? 0 : -1;
});
radios.forEach((radio, index) => {
  radio.addEventListener('click', () => check(radio));
  radio.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    const next = radios[(index + 1) % radios.length];
    check(next);
    next.focus();
  });
});
document.getElementById('all').onclick = () => document.querySelectorAll('[role=checkbox]').forEach(toggle);
"""
PAGE = f"""
{LIST.format(key="country")}
<button id="plain" class="opener">Colour</button>
<ul id="plain-list" role="listbox" hidden><li id="plain-red">Red</li><li id="plain-blue">Blue</li></ul>
<input id="city" role="combobox" aria-label="City" aria-controls="city-list">
<ul id="city-list" role="listbox" hidden style="height:60px;overflow:auto"><li role="option" id="c1">Graz</li>
  <li role="option" id="c2" style="padding-top:200px">Linz</li>
  <li role="option" id="c3"><a href="/there">Wien</a></li></ul>
<span id="terms" role="checkbox" aria-checked="false" tabindex="0"><i>I agree</i></span>
<button id="mails" role="switch" aria-checked="false">Mails</button>
<div role="radiogroup"><span id="r1" role="radio" aria-checked="false" tabindex="0">One</span>
  <span id="r2" role="radio" aria-checked="false" tabindex="-1">Two</span>
  <span id="r3" role="radio" aria-checked="false" tabindex="-1">Three</span></div>
<button id="all">All</button>
<label for="size">Size</label><select id="size"><option>S<option>M<option>Large</select>
<label><input type="radio" name="n" id="n1"> a</label><label><input type="radio" name="n" id="n2"> b</label>
<label><input type="radio" name="n" id="n3"> c</label>
<input type="range" id="range" aria-label="Budget"> <input type="file" id="file" aria-label="Photo">
<script>{LIST_SCRIPT}</script><script>{TICK_SCRIPT}</script>
"""


def keys(*names, on=None):
    def press(page):
        if on:
            page.focus(on)
        for name in names:
            page.keyboard.press(name)

    return press


def clicks(*selectors):
    return lambda page: [page.click(selector) for selector in selectors]


# act, what is counted, and how many keys it took
ACTS = {
    "custom list": (clicks("#country", "#country-fr"), [("choice", "#country", 0)]),
    "custom list, chosen again": (
        clicks("#country", "#country-fr", "#country", "#country-at"),
        [("choice", "#country", 0)] * 2,
    ),
    "custom list without a word of ARIA on its opener": (clicks("#plain", "#plain-blue"), [("choice", "#plain", 0)]),
    "custom list, opened and closed": (clicks("#country", "#country"), [("click", "#country", 0)] * 2),
    "custom list by keys": (
        keys("ArrowDown", "ArrowDown", "Enter", on="#country"),
        [("choice", "#country", 3)],
    ),
    "typed and chosen": (
        lambda page: [page.locator("#city").press_sequentially("Gr"), page.click("#c1")],
        [("field", "#city", 0), ("choice", "#city", 0)],
    ),
    "an option further down the list": (
        lambda page: [
            page.click("#city"),
            page.hover("#c1"),
            page.mouse.wheel(0, 180),
            page.wait_for_timeout(400),
            page.mouse.click(*_middle(page, "#c2")),
        ],
        [("scroll", "", 0), ("choice", "#city", 0)],
    ),
    "an option that leads elsewhere": (
        lambda page: [
            page.locator("#city").press_sequentially("W"),
            page.click("#c3 a"),
            page.wait_for_url("**/there"),
        ],
        [("field", "#city", 0), ("scroll", "", 0), ("click", "#c3 > a", 0)],
    ),
    "custom check box": (clicks("#terms"), [("tick", "#terms", 0)]),
    "custom check box twice": (clicks("#terms", "#terms"), [("tick", "#terms", 0)] * 2),
    "custom check box by key": (keys("Space", on="#terms"), [("tick", "#terms", 1)]),
    "custom switch": (clicks("#mails"), [("tick", "#mails", 0)]),
    "custom switch by key": (keys("Space", on="#mails"), [("tick", "#mails", 1)]),
    "custom radio": (clicks("#r2"), [("tick", "#r2", 0)]),
    "custom radio by arrows": (keys("ArrowDown", "ArrowDown", on="#r1"), [("tick", "#r3", 2)]),
    "one press that ticks others": (clicks("#all"), [("click", "#all", 0)]),
    "select by arrows": (keys("ArrowDown", "ArrowDown", on="#size"), [("choice", "#size", 2)]),
    "select by its first letter": (keys("L", on="#size"), [("choice", "#size", 1)]),
    "select_option": (lambda page: page.select_option("#size", "M"), [("choice", "#size", 0)]),
    "radio by arrows": (keys("ArrowDown", "ArrowRight", on="#n1"), [("tick", "#n3", 2)]),
    "two groups by keys": (
        lambda page: [keys("Space", on="#n2")(page), keys("Tab")(page), keys("ArrowRight")(page)],
        [("tick", "#n2", 1), ("key", "#n2", 0), ("choice", "#range", 1)],
    ),
    "range by keys": (keys("ArrowRight", "ArrowRight", on="#range"), [("choice", "#range", 2)]),
    "range by fill": (lambda page: page.fill("#range", "80"), [("choice", "#range", 0)]),
    "file": (lambda page: page.set_input_files("#file", __file__), [("choice", "#file", 0)]),
    "a script's own choice": (
        lambda page: page.evaluate(
            """for (const id of ['country', 'country-fr', 'terms', 'r2', 'mails']) document.getElementById(id).click();
               document.getElementById('size').selectedIndex = 2; document.getElementById('n2').checked = true"""
        ),
        [],
    ),
    "a script's own keys": (
        lambda page: page.dispatch_event("#terms", "keydown", {"key": " "}),
        [],
    ),
}


def _middle(page, selector):
    box = page.locator(selector).bounding_box()
    return box["x"] + 20, box["y"] + box["height"] - 5


@pytest.fixture
def address(server):
    server.page("/there", "<h1>There</h1>")
    return server.page("/widgets", PAGE)


@pytest.mark.parametrize("name", ACTS)
def test_each_is_counted_once(recorded, address, quick_end, name):
    act, expected = ACTS[name]
    recorded.open(address)
    act(recorded.page)
    recorded.pause(600)
    done = [g for g in recorded.artifacts().gestures.items if g.trusted]
    assert [(g.kind.value, g.target.selector, g.keys) for g in done] == expected


def test_the_raw_presses_stay_in_the_events(recorded, address):
    recorded.open(address)
    clicks("#country", "#country-fr")(recorded.page)
    recorded.artifacts()
    pressed = [event.data["target"]["selector"] for event in recorded.kinds("gesture/pressed")]
    assert pressed == ["#country", "#country-fr"]


def test_by_finger(on_phone, address):
    on_phone.open(address)
    for selector in ("#country", "#country-at", "#terms", "#mails"):
        on_phone.page.tap(selector)
    on_phone.pause(200)
    done = [g for g in on_phone.artifacts().gestures.items if g.kind.value != "scroll"]
    assert [g.kind.value for g in done] == ["choice", "tick", "tick"]
