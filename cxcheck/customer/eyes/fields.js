// What can be filled in, with all that a person goes by: label, hint, mark, message.
const PLAIN = new Set(['text', 'email', 'password', 'search', 'tel', 'url', 'number', 'textarea', 'date', 'month', 'textbox', 'searchbox', 'spinbutton', 'combobox']);
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
