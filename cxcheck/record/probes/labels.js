// observes: nothing. emits: nothing. side effects: none.
// How a field is told by what stands around it: shared by the probes and the customer's eyes.
const labels = (() => {
  const { visible: drawn, boxOf, clip, nameOf, selectorOf, CONTROL } = describe;
  // Widgets that pages draw themselves are asked like fields.
  const FIELD = `${describe.FIELD},[role=combobox],[role=listbox],[role=radio],[role=checkbox],[role=switch],button[aria-haspopup=listbox]`;
  const TICKS = ['radio', 'checkbox'];
  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  // Drawn where eyes come: not beyond the page's edges, as drawers and traps for robots are, nor a speck for screen readers.
  const visible = (element) => {
    if (!drawn(element)) return false;
    const { x_px, y_px, width_px, height_px } = boxOf(element);
    return width_px > 1 && height_px > 1 && x_px + width_px + scrollX > 0 && y_px + height_px + scrollY > 0
      && x_px + scrollX < Math.max(innerWidth, document.documentElement.scrollWidth);
  };
  const words = (element) => clip(element?.innerText ?? element?.textContent, 300);
  const named = (ids) => (ids || '').split(/\s+/).map((id) => id && words(document.getElementById(id))).filter(Boolean).join(' ');
  const typeOf = (field) => {
    const role = field.getAttribute('role');
    if (field.tagName === 'SELECT') return 'select';
    if (role === 'combobox' && field.tagName === 'INPUT' && !field.readOnly) return field.type;
    if (role === 'combobox' || role === 'listbox' || field.getAttribute('aria-haspopup') === 'listbox') return 'listbox';
    if ([...TICKS, 'switch'].includes(role)) return role === 'switch' ? 'checkbox' : role;
    return field.type || (role === 'textbox' || field.isContentEditable ? 'textbox' : field.tagName.toLowerCase());
  };
  const short = (text) => (text && text.length <= 60 && /\p{L}/u.test(text) ? text : '');
  const textOf = (node) => clip(node.nodeType === 1 ? node.innerText : node.textContent, 80);
  // Without a label the words before it serve: in a table's cell, a list of terms, or simply in front.
  const before = (field) => {
    let node = field;
    for (let level = 0; node && level < 6; level++, node = parentOf(node)) {
      for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
        if (sibling.nodeType === 1 && (matches(sibling, `${FIELD},h1,h2,h3,h4,legend`) || sibling.querySelector?.(FIELD))) return '';
        const text = short(textOf(sibling));
        if (text) return text;
      }
      if (node.parentElement && matches(node.parentElement, 'form,main,body')) break;
    }
    return '';
  };
  // … or those behind it, up to the end of its line.
  const behind = (field) => {
    for (let sibling = field.nextSibling; sibling && sibling.nodeName !== 'BR'; sibling = sibling.nextSibling) {
      if (sibling.nodeType === 1 && (matches(sibling, `${FIELD},${CONTROL}`) || sibling.querySelector?.(FIELD))) return '';
      const text = short(textOf(sibling));
      if (text) return text;
    }
    return '';
  };
  // Where the eye reads what belongs into a field: 'label', 'text' around it, 'placeholder' (gone with the first letter), or 'none'.
  const seenLabelOf = (field, alone) => {
    const by = [...(field.labels || []), ...(field.getAttribute('aria-labelledby') || '').split(/\s+/).map((id) => id && document.getElementById(id))];
    if (by.some((label) => label && visible(label) && /[\p{L}\p{N}]/u.test(words(label)))) return 'label';
    const isSaid = (node) => (node.nodeType === 1 ? visible(node) : node.nodeType === 3) && /\p{L}/u.test(textOf(node));
    if (TICKS.includes(typeOf(field)) || typeOf(field) === 'listbox' && words(field)) return 'text';
    for (let node = field, level = 0; node && level < 6; level++, node = parentOf(node)) {
      for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
        if (sibling.nodeType === 1 && (matches(sibling, FIELD) || sibling.querySelector(FIELD) || matches(sibling, CONTROL))) { node = null; break; }
        if (isSaid(sibling) && (alone || sibling.nodeType === 3 || !matches(sibling, 'h1,h2,h3,h4,h5,h6,legend,script,style'))) return 'text';
      }
      if (!node || node.parentElement && matches(node.parentElement, 'form,main,body') && !alone) break;
    }
    if (!TICKS.includes(typeOf(field)) && behind(field)) return 'text';
    return field.getAttribute('placeholder')?.trim() ? 'placeholder' : 'none';
  };
  const labelOf = (field) => {
    const own = [...(field.labels || [])].map(words).filter(Boolean).join(' ') || named(field.getAttribute('aria-labelledby')) || field.getAttribute('aria-label');
    const wrapped = TICKS.includes(typeOf(field)) && clip(field.nextSibling?.textContent || field.parentElement?.innerText, 80);
    return clip(own || (field.getAttribute('role') && !matches(field, 'input') ? nameOf(field) : '') || wrapped || field.getAttribute('placeholder') || field.getAttribute('title') || before(field) || behind(field), 120);
  };
  const groupOf = (field) => {
    if (typeOf(field) !== 'radio') return '';
    const set = closest(field, 'fieldset,[role=radiogroup]');
    return field.name || (set ? selectorOf(set) : selectorOf(parentOf(field)));
  };
  const legendOf = (field) => {
    const set = closest(field, 'fieldset,[role=radiogroup],[role=group]');
    return clip(set ? words(set.querySelector('legend')) || named(set.getAttribute('aria-labelledby')) || set.getAttribute('aria-label') : '', 120);
  };
  // A tick box drawn by the page: the box itself is unseen, its label is pressed.
  const handleOf = (field) => (!visible(field) && TICKS.includes(field.type) ? [...(field.labels || [])].find(visible) || field : field);
  const isMarked = (field, label) => !!field.required || field.getAttribute('aria-required') === 'true' || /\*/.test(label)
    || [...(field.labels || [])].some((l) => /required|mandatory/i.test(l.className) || getComputedStyle(l, '::after').content.includes('*') || getComputedStyle(l, '::before').content.includes('*'));
  // The part of the page that is this field's alone.
  const plot = (field) => {
    let found = field;
    for (let node = parentOf(field); node && !matches(node, 'form,body,main'); node = parentOf(node)) {
      if ([...node.querySelectorAll(FIELD)].some((other) => other !== field && other.type !== 'hidden' && visible(handleOf(other)))) break;
      found = node;
    }
    return found;
  };
  return { FIELD, parentOf, visible, words, named, typeOf, seenLabelOf, labelOf, groupOf, legendOf, handleOf, isMarked, plot };
})();
cx.labels = labels;
