// observes: forms as the customer begins to use them, and again when they have come to ask for more; in every frame.
// emits: form/met {form, popup, origin, buttons, fields: [{selector, label, labelled, type, inputmode, autocomplete, placeholder,
//   legend, key, group, required, ticked, beside, box}]}. labelled: label, text, placeholder or none; ticked: before the customer
//   did anything to it; beside: what a password field has that may show it, by name ('': a picture). Never a value.
// side effects: none.
(() => {
  const { FIELD, parentOf, visible, typeOf, seenLabelOf, labelOf, groupOf, legendOf, handleOf, isMarked, plot } = labels;
  const { CONTROL, TICK, selectorOf, nameOf, boxOf, clip } = describe;
  const BUTTON = 'button,[role=button],input[type=submit],input[type=button],input[type=image]';
  const MOST = 80, MOST_BUTTONS = 12; // of one form: a page that has more is hostile
  const told = new WeakMap(); // form -> its fields told of
  const ticks = new WeakMap(); // box -> how it stood before it was first used

  const all = (form) => {
    const mine = form.tagName === 'FORM' ? [...form.elements].filter((field) => matches(field, FIELD)) : [];
    return [...new Set([...form.querySelectorAll(FIELD), ...mine])].filter((field) => field.type !== 'hidden' && !matches(field, ':disabled'));
  };
  // A form, or the smallest part of the page that holds fields and a button.
  const formOf = (element) => {
    const form = element.form || closest(element, 'form');
    if (form) return form;
    for (let node = parentOf(element); node && node !== document.body; node = parentOf(node)) {
      if (node.querySelector?.(FIELD) && node.querySelector(BUTTON)) return node;
    }
    return null;
  };
  // What stands at a password field and may show it: a control that neither sends nor leads elsewhere, or a picture laid over its end.
  const besideOf = (field) => {
    const box = field.getBoundingClientRect();
    const near = [...plot(field).querySelectorAll(`${CONTROL},${TICK},input[type=checkbox],[onclick],[tabindex]`)].filter((one) => one !== field && visible(one) && !matches(one, 'a[href]:not([href^="#"]),button:not([type]),[type=submit]'));
    const names = near.map((one) => nameOf(one) || '');
    const over = document.elementFromPoint(box.right - Math.min(20, box.width / 8), box.top + box.height / 2);
    const isOver = over && over !== field && !over.contains(field) && !field.contains(over) && cx.overlayOf(over) === cx.overlayOf(field);
    return [...names, ...(isOver && !near.some((one) => one.contains(over)) ? [''] : [])].slice(0, 8);
  };
  const factsOf = (field, alone) => {
    const label = labelOf(field);
    return {
      selector: selectorOf(field), label, labelled: seenLabelOf(field, alone), type: typeOf(field), inputmode: clip(field.getAttribute('inputmode'), 20).toLowerCase(),
      autocomplete: clip(field.getAttribute('autocomplete'), 60).toLowerCase(), placeholder: clip(field.getAttribute('placeholder'), 40),
      legend: legendOf(field), key: clip(`${field.name || ''} ${field.getAttribute('id') || ''}`, 80), group: groupOf(field), required: isMarked(field, label),
      ticked: ticks.get(field) ?? false, beside: field.type === 'password' ? besideOf(field) : [], box: boxOf(handleOf(field)),
    };
  };
  const tell = (form) => {
    if (!form.isConnected) return;
    const seen = all(form).filter((field) => visible(handleOf(field))).slice(0, MOST);
    const known = told.get(form) ?? new WeakSet();
    if (!seen.some((field) => !known.has(field))) return;
    seen.forEach((field) => known.add(field));
    told.set(form, known);
    const written = seen.filter((field) => !['radio', 'checkbox'].includes(typeOf(field)));
    const buttons = [...form.querySelectorAll(BUTTON)].filter(visible).map((one) => clip(nameOf(one), 60)).slice(0, MOST_BUTTONS);
    const popup = cx.overlayOf(form);
    cx.emit('form/met', cx.now(), {
      form: selectorOf(form), popup, origin: performance.timeOrigin, buttons,
      fields: seen.map((field) => factsOf(field, written.length === 1)),
    });
  };
  // Only how boxes stand is seen at once: the rest waits until the press has been answered.
  const pending = new Set();
  const tellAll = () => { const now = [...pending]; pending.clear(); now.forEach(tell); };
  cx.beforeFlush.push(tellAll);
  const met = (event) => {
    const element = describe.elementOf(event);
    const used = closest(element, `${FIELD},${BUTTON},label`);
    if (!used || !event.isTrusted && !(event.type === 'input' && event.composed)) return; // Playwright's select_option() composes
    const form = formOf(used.control || used);
    if (!form) return;
    for (const box of all(form)) if (typeOf(box) === 'checkbox' && !ticks.has(box)) ticks.set(box, box.checked ?? box.getAttribute('aria-checked') === 'true');
    pending.add(form);
    setTimeout(tellAll, 0);
  };
  const isNew = (event) => !told.has(formOf(describe.elementOf(event)) ?? document);
  addEventListener('pointerdown', met, true);
  // Whoever only comes by with the Tab key does not use it.
  addEventListener('keydown', (event) => { if (isNew(event) ? event.key !== 'Tab' : ['Tab', 'Enter'].includes(event.key)) met(event); }, true);
  addEventListener('input', (event) => { if (isNew(event)) met(event); }, true);
})();
