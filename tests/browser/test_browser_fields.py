"""What each field of a form is like, as the customer meets it."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_end")]

HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"
# A field, and where the eye reads what belongs into it.
LABELLED = {
    "<label>Town <input id=f></label>": "label",
    "<label for=f>Town</label><input id=f>": "label",
    "<span id=l>Town</span><p></p><input id=f aria-labelledby=l>": "label",
    "Town <input id=f>": "text",
    "<table><tr><td>Town<td><input id=f></table>": "text",
    "<p>We have sent you a code of six digits by mail. Please write it down here.</p><input id=f>": "text",
    "<input id=f> your town": "text",
    "<label for=f style='position:absolute;left:-999px'>Town</label><input id=f placeholder=Town>": "placeholder",
    f"<label for=f style='{HIDDEN}'>Town</label><input id=f placeholder=Town>": "placeholder",
    "<input id=f aria-label=Town placeholder=Town>": "placeholder",
    "<input id=f placeholder=Town>": "placeholder",
    "<input id=f aria-label=Town>": "none",
    "<input id=f>": "none",
    "<h2>Where to</h2><input id=f placeholder=Town>": "placeholder",
}  # fmt: skip
# A password field, and what stands at it.
SHOWN = {
    "<label>Password <input type=password id=p></label>": (),
    "<label>Password <input type=password id=p></label> <button type=button>Show</button>": ("Show",),
    "<label>Password <input type=password id=p></label> <label><input type=checkbox> Show it</label>": (),  # a field
    """<div style="position:relative;width:300px"><label>Password <input type=password id=p style="width:300px"></label>
        <svg width=24 height=24 style="position:absolute;right:2px;bottom:0"><rect width=24 height=24 /></svg></div>""":
    ("",),
}  # fmt: skip


def page_of(forms) -> str:
    one = "<form id=form{0} onsubmit='return false'><section>{1}</section>{2}<button>Go</button></form>"
    more = "<p><label>Other <input></label></p>"
    return "".join(one.format(n, form.replace("=f", f"=f{n}").replace("=p>", f"=p{n}>").replace("=p ", f"=p{n} "), more)
                   for n, form in enumerate(forms))  # fmt: skip


def test_where_the_eye_reads_what_belongs_into_a_field(recorded, server):
    recorded.page.goto(server.page("/labels", page_of(LABELLED)))
    for number in range(len(LABELLED)):
        recorded.page.press(f"#f{number}", "x")
    forms = recorded.artifacts().forms.items
    assert [form.selector for form in forms] == [f"#form{number}" for number in range(len(LABELLED))]
    told = {html: form.fields[0].labelled for html, form in zip(LABELLED, forms, strict=True)}
    assert told == LABELLED
    assert [(form.fields[0].used, form.fields[1].used) for form in forms] == [(True, False)] * len(LABELLED)
    assert {form.buttons for form in forms} == {("Go",)}


def test_what_may_show_a_password(recorded, server):
    recorded.page.goto(server.page("/shown", page_of(SHOWN)))
    for number in range(len(SHOWN)):
        recorded.page.press(f"#p{number}", "x")
    forms = recorded.artifacts().forms.items
    fields = [next(field for field in form.fields if field.type == "password") for form in forms]
    assert dict(zip(SHOWN, (field.beside for field in fields), strict=True)) == SHOWN


FACTS = """<form id=card onsubmit="return false"><fieldset><legend>Your parcel</legend>
<label>Phone <input name=tel type=tel inputmode=TEL autocomplete="shipping tel" required></label></fieldset>
<label><input type=checkbox name=news checked> Send me offers</label>
<label><input type=checkbox name=more> Another</label>
<select name=land autocomplete=country><option>A<option>B</select>
<div style="display:none"><input name=unseen></div><input name=off disabled>
<div id=later hidden><label>Floor <input name=floor></label></div>
<button type=button onclick="later.hidden = false">Add a floor</button><button>Save</button></form>"""


def test_how_the_fields_of_a_form_stood_before_they_were_used(recorded, server):
    page = recorded.page
    page.goto(server.page("/facts", FACTS, lang="en"))
    page.uncheck("[name=news]")
    page.check("[name=more]")
    page.fill("[name=tel]", "0123")
    page.select_option("[name=land]", "B")
    page.click("text=Add a floor")
    page.fill("[name=floor]", "3")
    [form] = recorded.artifacts().forms.items
    told = {field.key.strip(): field for field in form.fields}
    assert list(told) == ["tel", "news", "more", "land", "floor"]
    assert {key: field.ticked for key, field in told.items() if field.ticked} == {"news": True}
    assert {field.used for field in form.fields} == {True}
    phone = told["tel"]
    assert (phone.type, phone.inputmode, phone.autocomplete, phone.legend) == (
        "tel",
        "tel",
        "shipping tel",
        "Your parcel",
    )
    assert (phone.what, phone.required, told["land"].required) == ("phone", True, False)
    assert (told["land"].what, told["news"].what) == ("country", "newsletter")
    assert "0123" not in form.model_dump_json()
    assert form.language == "en"


def test_a_form_that_nobody_touches_is_none_of_the_customers(recorded, server):
    recorded.open(server.page("/untouched", "<form><input autofocus><button>Go</button></form><button id=b>B</button>"))
    for _ in range(3):
        recorded.page.keyboard.press("Tab")
    recorded.page.click("#b")
    assert recorded.artifacts().forms.items == ()
