// What can be filled in, with all that a person goes by: label, hint, mark, message.
const PLAIN = new Set(['text', 'email', 'password', 'search', 'tel', 'url', 'number', 'textarea', 'date', 'month', 'textbox', 'searchbox', 'spinbutton', 'combobox']);
const typeOf = (field) => {
  const role = field.getAttribute('role');
  if (field.tagName === 'SELECT') return 'select';
  if (role === 'combobox' && field.tagName === 'INPUT' && !field.readOnly) return field.type;
  if (role === 'combobox' || role === 'listbox' || field.getAttribute('aria-haspopup') === 'listbox') return 'listbox';
  if (['radio', 'checkbox', 'switch'].includes(role)) return role === 'switch' ? 'checkbox' : role;
  return field.type || (role === 'textbox' || field.isContentEditable ? 'textbox' : field.tagName.toLowerCase());
};
const short = (text) => (text && text.length <= 60 && /\p{L}/u.test(text) ? text : '');
// Without a label the words before it serve: in a table's cell, a list of terms, or simply in front.
const before = (field) => {
  let node = field;
  for (let level = 0; node && level < 6; level++, node = parentOf(node)) {
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
      if (sibling.nodeType === 1 && (matches(sibling, `${FIELD},h1,h2,h3,h4,legend`) || sibling.querySelector?.(FIELD))) return '';
      const text = short(clip(sibling.nodeType === 1 ? sibling.innerText : sibling.textContent, 80));
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
    const text = short(clip(sibling.nodeType === 1 ? sibling.innerText : sibling.textContent, 80));
    if (text) return text;
  }
  return '';
};
const labelOf = (field) => {
  const own = [...(field.labels || [])].map(words).filter(Boolean).join(' ') || named(field.getAttribute('aria-labelledby')) || field.getAttribute('aria-label');
  const wrapped = ['radio', 'checkbox'].includes(typeOf(field)) && clip(field.nextSibling?.textContent || field.parentElement?.innerText, 80);
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
const handleOf = (field) => (!visible(field) && ['radio', 'checkbox'].includes(field.type) ? [...(field.labels || [])].find(visible) || field : field);
// The part of the page that is this field's alone.
const plot = (field) => {
  let found = field;
  for (let node = parentOf(field); node && !matches(node, 'form,body,main'); node = parentOf(node)) {
    if ([...node.querySelectorAll(FIELD)].some((other) => other !== field && other.type !== 'hidden' && visible(handleOf(other)))) break;
    found = node;
  }
  return found;
};
const LOUD = '[role=alert],[aria-live=assertive],[class*=error i],[class*=invalid i],[class*=danger i]';
const errorOf = (field) => {
  const pointed = named(field.getAttribute('aria-errormessage'));
  if (pointed) return pointed;
  // Of several notes that describe a wrong field, the hint comes first and the message last.
  const notes = field.getAttribute('aria-invalid') === 'true' ? (field.getAttribute('aria-describedby') || '').split(/\s+/) : [];
  const wrong = named(notes.at(-1));
  const mine = plot(field);
  if (mine === field) return wrong;
  const said = [...mine.querySelectorAll('*')].filter((e) => !e.childElementCount || matches(e, 'p,span,div,li,small'))
    .filter((e) => e.tagName !== 'LABEL' && !matches(e, `${FIELD},option,button`) && visible(e) && words(e).length > 3 && words(e).length < 200 && !e.querySelector(`${FIELD},label`));
  const loud = said.find((e) => matches(e, LOUD) || isRed(e));
  return loud ? words(loud) : wrong;
};
const hintOf = (field, label) => clip(`${named(field.getAttribute('aria-describedby'))} ${clip(plot(field) === field ? '' : plot(field).innerText, 300).replace(label, '')}`, 300);
const optionsOf = (field) => (field.tagName === 'SELECT'
  ? [...field.options].slice(0, 300).map((o) => ({ value: clip(o.value, 60), text: clip(o.text, 80), chosen: o.selected, enabled: !o.disabled })) : []);
const isMarked = (field, label) => !!field.required || field.getAttribute('aria-required') === 'true' || /\*/.test(label)
  || [...(field.labels || [])].some((l) => /required|mandatory/i.test(l.className) || getComputedStyle(l, '::after').content.includes('*') || getComputedStyle(l, '::before').content.includes('*'));
const filledOf = (field, type) => {
  if (type === 'radio' || type === 'checkbox') return Number(field.checked ?? field.getAttribute('aria-checked') === 'true');
  if (type === 'select') return (field.selectedOptions[0]?.value || '').length;
  if (type === 'listbox') return 0;
  return [...(field.value ?? field.textContent ?? '')].length;
};
const fields = all(FIELD).filter((field) => field.type !== 'hidden').slice(0, 200);
const fieldFacts = fields.map((element) => {
  const type = typeOf(element);
  const label = labelOf(element);
  const handle = handleOf(element);
  return {
    ...common(element), box: boxOf(handle), in_view: inView(boxOf(handle)), visible: visible(handle),
    label, type, plain: PLAIN.has(type), hint: hintOf(element, label), error: errorOf(element), bubble: element.validationMessage || '',
    autocomplete: clip(element.getAttribute('autocomplete'), 60).toLowerCase(), key: `${element.name || ''} ${element.id || ''}`,
    required: isMarked(element, label), filled: filledOf(element, type), group: groupOf(element), legend: legendOf(element),
    options: optionsOf(element), placeholder: clip(element.getAttribute('placeholder'), 40), longest: element.maxLength > 0 ? element.maxLength : 0,
    suggests: type !== 'listbox' && matches(element, '[role=combobox],[aria-autocomplete=list],[aria-autocomplete=both]'),
    editable: !element.readOnly,
  };
});
