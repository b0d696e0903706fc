// observes: trusted presses and keys on what pages make of their own: lists of options, check boxes, radio buttons, switches.
// emits: gesture/chosen {target, option, keys} (target: what opened the list; option: selector), gesture/ticked {target, keys, beside}.
//   Stamp: that of the press, which gestures.js tells as well. An option that is a link leads elsewhere, and is no choice.
// side effects: none.
(() => {
  const { elementOf, matches, closest, visible, target, textBeside, selectorOf, OPTION, TICK } = describe;
  const LIST = '[role=listbox]';
  const PRESSING = ['Enter', ' '];
  const ARROWS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];
  const ANSWERS_WITHIN_MS = 1000; // RAIL: later, nobody connects it with the press
  const openers = new WeakMap(); // list -> what was used last before it stood there
  let before = null;
  let chosen = null; // a pointer is down on an option: {option, stamp}
  const states = new WeakMap(); // box -> its aria-checked
  let pressed = []; // on boxes that have not changed yet: {box, stamp, keys, arrow}

  const notice = (element) => {
    for (const list of document.querySelectorAll(LIST)) {
      if (!visible(list)) openers.delete(list);
      else if (!openers.has(list)) openers.set(list, before);
    }
    before = element;
  };
  const optionOf = (element) => {
    const option = element && closest(element, OPTION);
    const other = !option || option.querySelector(OPTION) || closest(element, describe.FIELD) || closest(element, 'label')?.control;
    return other || closest(element, 'a[href]') || option.querySelector('a[href]') ? null : option;
  };
  const choose = (option, stamp, keys) => {
    const list = closest(option, LIST);
    const opener = list && openers.get(list);
    cx.emit('gesture/chosen', stamp, { target: target(opener?.isConnected ? opener : list ?? option), option: selectorOf(option), keys });
  };
  const watch = (element, stamp, key) => {
    const box = closest(element, TICK) ?? closest(element, 'label')?.control;
    if (!box || box.tagName === 'INPUT' || !matches(box, TICK)) return;
    if (!pressed.some((other) => other.box === box)) states.set(box, box.getAttribute('aria-checked'));
    pressed.push({ box, stamp, keys: !!key, arrow: ARROWS.includes(key) });
  };
  // The press that made the box change: on it, or an arrow key on another one of its group.
  const causeOf = (box) => {
    const state = box.getAttribute('aria-checked');
    const group = closest(box, '[role=radiogroup]');
    const beside = (press) => press.arrow && state === 'true' && matches(box, TICK) && closest(press.box, '[role=radiogroup]') === group;
    const changed = states.get(box) !== state;
    return pressed.find((press) => (press.box === box ? changed && !(press.arrow && state !== 'true') : beside(press)));
  };

  addEventListener('pointerdown', (event) => {
    if (!event.isTrusted) return;
    const element = elementOf(event);
    const option = optionOf(element);
    notice(element);
    watch(element, cx.at(event.timeStamp), '');
    chosen = option && { option, stamp: cx.at(event.timeStamp) };
  }, true);
  addEventListener('pointerup', (event) => {
    if (event.isTrusted && chosen) choose(chosen.option, chosen.stamp, false);
    chosen = null;
  }, true);
  addEventListener('pointercancel', () => { chosen = null; }, true); // a swipe through the list

  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    const element = elementOf(event);
    notice(element);
    if ([...PRESSING, ...ARROWS].includes(event.key)) watch(element, cx.at(event.timeStamp), event.key);
    if (!PRESSING.includes(event.key)) return;
    const active = element.getAttribute('aria-activedescendant');
    const option = optionOf(active ? document.getElementById(active) : element);
    if (option && visible(option)) choose(option, cx.at(event.timeStamp), true);
  }, true);
  addEventListener('input', (event) => { if (event.isTrusted) notice(elementOf(event)); }, true);

  cx.onMutations((records) => {
    pressed = pressed.filter(({ stamp }) => cx.now() - stamp <= ANSWERS_WITHIN_MS);
    for (const { target: box, attributeName } of pressed.length ? records : []) {
      const cause = attributeName === 'aria-checked' && causeOf(box);
      if (!cause) continue;
      pressed = pressed.filter((press) => press !== cause);
      states.set(box, box.getAttribute('aria-checked'));
      cx.emit('gesture/ticked', cause.stamp, { target: target(box), keys: cause.keys, beside: textBeside(box) });
    }
  });
})();
