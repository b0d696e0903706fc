"""Things seen on a page, made by hand: a control, a field, a form, a sight of them."""

from cxcheck.customer.sight import Control, Field, Form, Message, Option, Sight

BOX = {"x_px": 0, "y_px": 0, "width_px": 80, "height_px": 20}
SEEN = {
    "index": 0, "selector": "#x", "box": BOX, "visible": True, "in_view": True, "enabled": True, "form": -1,
    "region": "", "overlay": None,
}  # fmt: skip


def control(name: str, **facts) -> Control:
    known = {"name": name, "role": "link", "href": "", "expanded": "", "around": "", "submits": False}
    return Control(**(SEEN | known | facts))


def field(label: str = "", **facts) -> Field:
    known = {
        "name": label, "label": label, "type": "text", "plain": True, "hint": "", "error": "", "bubble": "",
        "autocomplete": "", "key": " ", "required": False, "filled": 0, "form": 0, "group": "", "legend": "",
        "options": (), "placeholder": "", "longest": 0, "suggests": False, "editable": True,
    }  # fmt: skip
    return Field(**(SEEN | known | facts))


def button(name: str, **facts) -> Control:
    return control(name, **({"role": "button", "submits": True, "form": 0} | facts))


def options(*texts: str, values=None, chosen="") -> tuple[Option, ...]:
    pairs = zip(values or texts, texts, strict=True)
    return tuple(Option(value=value, text=text, chosen=text == chosen, enabled=True) for value, text in pairs)


def message(text: str, *, wrong: bool = True, leads_to=()) -> Message:
    return Message(text=text, wrong=wrong, leads_to=leads_to)


def sight(*seen, headings=("",), text="", messages=(), title="A page", heading="", **facts) -> Sight:
    """A look at a page; each thing has its own place and selector, and forms are there as far as fields name them."""
    made = Sight()
    for index, one in enumerate(seen):
        place = {"index": index, "box": {**BOX, "y_px": 30 * index}}
        if one.selector == "#x":
            place["selector"] = f"#x{index}"
        there = type(one)(**(one.model_dump() | place))
        (made.fields if isinstance(one, Field) else made.controls).append(there)
    count = 1 + max((one.form for one in seen), default=-1)
    words = [*headings, *[""] * count][:count]
    labels = ["\n".join(one.label for one in made.fields if one.form == form) for form in range(count)]
    made.forms = [
        Form(heading=said, text=f"{said}\n{rest}", balks=False) for said, rest in zip(words, labels, strict=True)
    ]
    made.messages = list(messages)
    made.text, made.title, made.heading = text, title, heading
    for name, value in facts.items():
        setattr(made, name, value)
    return made
