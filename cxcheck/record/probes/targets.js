// observes: how large is what the customer presses with a pointer; in every frame.
// emits: target/tiny {target, size_px: [width, height], excuse, origin} for what is under 24 px. excuse: which exception of WCAG 2.5.8
//   it falls under: inline (in a sentence), spacing (room around it), default (a box as browsers draw it), equivalent (the same
//   link, larger, elsewhere), or ''. Stamp: the press.
// side effects: none.
(() => {
  const LEAST = 24, ROUNDING = 0.05; // WCAG 2.5.8; axe's tolerance
  const { FIELD, parentOf, visible, typeOf } = labels;
  const { CONTROL, target, boxOf } = describe;
  const TARGET = `${CONTROL},${FIELD}`;
  const isTiny = (box) => Math.min(box.width, box.height) < LEAST - ROUNDING;
  const isBox = (element) => ['checkbox', 'radio'].includes(typeOf(element));
  // A label is pressed in place of its field: the larger of them is the target.
  const reachOf = (element) => {
    const boxes = [element, ...(element.labels ?? [])].filter(visible).map((one) => one.getBoundingClientRect());
    if (!boxes.length) return element.getBoundingClientRect();
    return boxes.reduce((a, b) => (Math.min(b.width, b.height) > Math.min(a.width, a.height) ? b : a));
  };
  const isInline = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = parentOf(element);
    const around = [...(block?.childNodes ?? [])].filter((node) => node.nodeType === 3).map((node) => node.textContent).join('');
    return /\p{L}/u.test(around);
  };
  const gap = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const hasRoom = (element, box) => {
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const others = [...document.querySelectorAll(TARGET)].filter((other) => other !== element && !other.contains(element) && !element.contains(other) && visible(other));
    return others.every((other) => {
      const its = other.getBoundingClientRect();
      if (gap(x, y, its) < LEAST / 2) return false;
      return !isTiny(its) || Math.hypot(x - its.left - its.width / 2, y - its.top - its.height / 2) >= LEAST;
    });
  };
  const excuseOf = (element, box) => {
    if (isInline(element)) return 'inline';
    if (element.tagName === 'INPUT' && isBox(element) && getComputedStyle(element).appearance !== 'none' && Math.max(box.width, box.height) <= 13.5) return 'default';
    const twins = element.href ? [...document.querySelectorAll('a[href]')].filter((other) => other !== element && other.href === element.href && visible(other)) : [];
    if (twins.some((other) => !isTiny(other.getBoundingClientRect()))) return 'equivalent';
    return hasRoom(element, box) ? 'spacing' : '';
  };
  addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.button) return;
    const pressed = closest(describe.elementOf(event), `${TARGET},label`);
    const element = pressed?.tagName === 'LABEL' ? pressed.control : pressed;
    if (!element || matches(element, ':disabled')) return;
    const box = reachOf(element);
    if (!isTiny(box) || !visible(element)) return;
    cx.emit('target/tiny', cx.at(event.timeStamp), {
      target: { ...target(element), box: boxOf(element) }, size_px: [box.width, box.height], excuse: excuseOf(element, box), origin: performance.timeOrigin,
    });
  }, true);
})();
