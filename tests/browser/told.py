"""What forms of our own tell when they are sent: a script for the page, and its answer for the test."""

import json

# A form says its id and, by name, what stands in its fields; what is not ticked or chosen says nothing.
SCRIPT = """<script>
  function told(form, name) {
    const facts = {};
    for (const field of form.querySelectorAll('input,select,textarea')) {
      if (!field.name || /radio|checkbox/.test(field.type) && !field.checked) continue;
      facts[field.name] = field.value;
    }
    window.sendings = (window.sendings || 0) + 1;
    out.textContent = JSON.stringify([name || form.id, facts]);
    return facts;
  }
</script>"""
SEND = "event.preventDefault(); told(this)"


def out(customer):
    """What the page says at its end."""
    return customer.page.inner_text("#out")


def sent(customer, form=None):
    """The fields of the form that was sent last; with ``form``, it was that one."""
    name, facts = json.loads(out(customer))
    assert form in (None, name)
    return facts


def nothing_sent(customer):
    """Whether no form was sent."""
    return customer.page.evaluate("window.sendings || 0") == 0


def filled(visit):
    """What the customer noted to have filled in: kinds, in order."""
    return [event.data["what"] for event in visit.kinds("customer/filled")]
