// observes: nothing. emits: nothing. side effects: none.
// How the probes describe an element: never by what was typed into it.
const describe = (() => {
  const clip = (text, length) => (text || '').replace(/\s+/g, ' ').trim().slice(0, length);
  const address = (url) => clip(String(url ?? '').replace(/^(data:|[a-z]+:\/\/[^?#]*).*$/is, '$1'), 200); // what is none stays as it is
  const EDITABLE = '[contenteditable]:not([contenteditable=false])';
  const FIELD = `input:not([type=submit]):not([type=button]):not([type=image]):not([type=reset]),select,textarea,${EDITABLE}`;
  const AWAY = 'a[href^=\"mailto:\"],a[href^=\"tel:\"]'; // answered outside the page
  const OPTION = '[role=option],[role=listbox] li,[role=listbox] > *';
  const TICK = '[role=checkbox],[role=radio],[role=switch],[role=menuitemcheckbox],[role=menuitemradio]';
  const CONTROL = 'a[href],button,summary,input[type=submit],input[type=button],input[type=image],[role=button],[role=link],[role=menuitem],[role=tab]';

  const elementOf = (event) => {
    const first = event.composedPath()[0];
    return first instanceof Element ? first : document.documentElement;
  };
  // By id, a field by its name, else by the way there: as far up as it takes to tell the element from all others.
  const selectorOf = (element) => {
    const root = element.getRootNode();
    const alone = (selector) => root.querySelectorAll?.(selector).length === 1;
    const inRoot = (selector) => `${root.host ? `${selectorOf(root.host)} >> ` : ''}${selector}`;
    const name = element.getAttribute('name');
    if (!element.getAttribute('id') && name && name.length < 60 && matches(element, FIELD)) {
      const mine = ['radio', 'checkbox'].includes(element.type) ? `[value="${CSS.escape(element.value)}"]` : '';
      const called = `${element.tagName.toLowerCase()}[name="${CSS.escape(name)}"]${mine}`;
      if (alone(called)) return inRoot(called);
    }
    const parts = [];
    for (let node = element; node && node.nodeType === 1; node = node.parentElement) {
      const id = node.getAttribute('id'); // a form's .id may be its field of that name
      if (id && !/\d{3,}/.test(id)) { parts.unshift(`#${CSS.escape(id)}`); break; }
      const twins = node.parentElement ? [...node.parentElement.children].filter((e) => e.tagName === node.tagName) : [node];
      const tag = CSS.escape(node.tagName.toLowerCase()); // <fb:like>
      parts.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(node) + 1})` : tag);
      if (parts.length >= 5 && alone(parts.join(' > '))) break;
    }
    return inRoot(parts.join(' > '));
  };
  const roleOf = (element) => {
    const explicit = element.getAttribute('role');
    if (explicit) return clip(explicit, 30);
    const tag = element.tagName.toLowerCase();
    if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
    if (matches(element, EDITABLE)) return 'textbox';
    if (tag === 'input') return { submit: 'button', button: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio' }[element.type] || 'textbox';
    return { button: 'button', select: 'combobox', textarea: 'textbox', summary: 'button' }[tag] || '';
  };
  // All of what names an element, however long: the text beside a tick is to be read.
  const nameOf = (element) => clip(wholeNameOf(element), 80);
  const counted = (text) => {
    const words = (text || '').split(/\s+/).filter(Boolean);
    return { words: words.length, characters: words.reduce((sum, word) => sum + [...word].length, 0) };
  };
  const textBeside = (element) => counted(wholeNameOf(element));
  const wholeNameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') || '').split(/\s+/).map((id) => id && document.getElementById(id)?.textContent).filter(Boolean).join(' ');
    const own = matches(element, FIELD) ? '' : element.innerText || element.textContent;
    const label = element.labels && element.labels[0] ? element.labels[0].innerText : '';
    const button = matches(element, 'input[type=submit],input[type=button],input[type=reset]') ? element.value : '';
    const inner = element.querySelector?.('img[alt],svg title');
    return by || element.getAttribute('aria-label') || label || button || own || inner?.alt || inner?.textContent
      || element.getAttribute('title') || element.getAttribute('placeholder') || element.alt;
  };
  const boxOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x_px: x, y_px: y, width_px: width, height_px: height };
  };
  const visible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const inView = (element) => {
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && element.checkVisibility();
  };
  const target = (element) => {
    try { return whole(element); } catch { return { selector: '', role: '', name: '', enabled: true, clickable: !!closest(element, CONTROL) }; }
  };
  const whole = (element) => {
    const control = closest(element, CONTROL);
    const field = control ? null : closest(element, `${FIELD},label`);
    const filled = field?.tagName === 'LABEL' ? field.control : field;
    const widget = filled || closest(element, `${OPTION},${TICK},${CONTROL}`); // a page's own option, or box to tick
    const found = widget || field || element;
    const overlay = cx.overlayOf(element);
    return {
      selector: selectorOf(found), role: roleOf(found), name: found === element && !widget && !field ? clip(found.innerText, 80) : nameOf(found),
      enabled: !matches(found, ':disabled,[aria-disabled=true]'), clickable: !!control && !matches(control, AWAY) || !control && getComputedStyle(element).cursor === 'pointer' && !field,
      box: boxOf(found), ...(overlay === null ? {} : { popup: overlay }),
    };
  };
  return {
    target, elementOf, selectorOf, nameOf, textBeside, roleOf, boxOf, visible, inView, clip, address, matches, closest, FIELD, CONTROL, OPTION, TICK,
  };
})();
cx.describe = describe;
