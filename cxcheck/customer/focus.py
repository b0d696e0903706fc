"""Where the keyboard's focus is: questions to the page, each about one element. Nothing is moved or marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle

# What has the focus in the element's own document, through open shadow roots; nothing while another document has it.
_NOW = """
  let focus = element.ownerDocument.hasFocus() ? element.ownerDocument.activeElement : null;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  const mine = element.control ?? element;
"""
_GROUP = "[role=tablist],[role=menu],[role=menubar],[role=listbox],[role=radiogroup],[role=toolbar],[role=tree]"


def _asks(answer: str) -> str:
    return f"(element) => {{ {_NOW} return {answer}; }}"


#: On the element, or on what it labels.
ON_IT = _asks("focus === mine || !!element.control && focus === element")
#: On it, or on its list, which points to it.
ACTIVE = _asks(
    "focus === element || !!element.id && focus?.getAttribute('aria-activedescendant') === element.id",
)
#: On one of the radio buttons that it belongs to.
AMONG_RADIOS = _asks("""focus === mine || focus?.type === 'radio' && focus.name === mine.name
  || focus?.getAttribute('role') === 'radio' && focus.closest('[role=radiogroup]') === mine.closest('[role=radiogroup]')
""")
#: In the tabs, menu or list that it belongs to.
IN_GROUP = _asks(f"!!focus && !!element.closest('{_GROUP}')?.contains(focus)")

#: On a button that has opened, or will open, a menu or list.
ON_OPENER = _asks("!!focus?.matches('[aria-haspopup],[aria-expanded=true]')")

HAS_GROUP = f"(element) => !!element.parentElement?.closest('{_GROUP}')"
_IN_ORDER = "(element) => (element.control ?? element).tabIndex >= 0 || element.tabIndex >= 0"
# What presses answer of itself: no script has to listen for keys.
_OWN_KEYS = "(element) => element.matches('a[href],button,input,select,textarea,summary,[contenteditable]')"
_PLACE = """(element) => {
  const { describe } = window[Symbol.for('cxcheck')];
  let focus = document.hasFocus() ? document.activeElement : null;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (!focus || focus === document.body || focus.tagName === 'IFRAME') return '';
  return `${describe.selectorOf(focus)} ${focus.getAttribute('aria-activedescendant') || ''}`;
}"""
_HOLDER = f"(element) => {{ {_NOW} return focus ? window[Symbol.for('cxcheck')].describe.nameOf(focus) : ''; }}"


def is_so(element: ElementHandle, question: str) -> bool:
    """The answer to one of the questions above."""
    return bool(element.evaluate(question))


def in_tab_order(element: ElementHandle) -> bool:
    """Whether the Tab key stops at it, as the element itself has it."""
    return is_so(element, _IN_ORDER)


def takes_keys_by_itself(element: ElementHandle) -> bool:
    """Whether the browser presses it when Enter or Space is hit, without any script of the page's."""
    return is_so(element, _OWN_KEYS)


def place(element: ElementHandle) -> str:
    """What has the focus, in words that tell it from others; "" for nothing, or for a frame: its inside is not told."""
    frame = element.owner_frame()
    return "" if frame is None else str(frame.evaluate(_PLACE))


def holder(element: ElementHandle) -> str:
    """The name of what has the focus."""
    return str(element.evaluate(_HOLDER))
