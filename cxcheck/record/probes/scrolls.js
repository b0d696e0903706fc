// observes: scrolling, up and down, of documents and of what scrolls inside them, and the hand that does it; in every frame.
// emits: gesture/scrolled {screenfuls, by: wheel | touch | drag | keys | reach} (of what scrolled; stamp: its beginning).
//   page/scrolled {until, shown, origin} (after a press, without a hand; until: where it stood still, once known; both stamps: the first's).
// side effects: none.
// A page also scrolls by itself. The customer did it when a hand was at it, or when what is pressed or filled in right
// afterwards had been out of sight: there Playwright scrolls without a hand where a customer would have to ("reach").
(() => {
  const HAND_MS = 300, REACH_MS = 500; // our choice
  const QUIET_MS = 'onscrollend' in window ? 1000 : 150; // a busy machine draws a glide with pauses; the browser tells its end
  const LEAST = 0.1; // of a screenful
  const KEYS = ['PageDown', 'PageUp', 'ArrowDown', 'ArrowUp', 'Home', 'End', ' '];
  const STEERED = ['combobox', 'grid', 'listbox', 'menu', 'menubar', 'menuitem', 'option', 'radio', 'slider', 'tab', 'tree', 'treeitem']
    .map((role) => `[role=${role}]`).join(); // widgets that take such keys for themselves
  let hand = { by: '', at: -Infinity };
  let tabbing = false;
  let tabbedTo = null;
  let reachedLast = null;
  const tops = new WeakMap(); // what scrolls -> where it was when last looked at
  const moves = new Map(); // what scrolls -> {by, from, height, stamp, at, timer}: under way, or just over

  const use = (by, at = performance.now()) => { hand = { by, at }; };
  const heightOf = (scroller) => (scroller === document.scrollingElement ? innerHeight : scroller.clientHeight);
  const end = (scroller) => {
    const { by, from, height, stamp, timer, at, mine } = moves.get(scroller);
    moves.delete(scroller);
    clearTimeout(timer);
    const screenfuls = Math.abs(tops.get(scroller) - from) / height;
    if (by && screenfuls >= LEAST) cx.emit('gesture/scrolled', stamp, { screenfuls, by });
    else if (mine) cx.emit('page/scrolled', stamp, { ...mine, until: cx.at(at) });
  };
  // Nobody's hand is at it: an answer to what was pressed, unless it turns out that something was to be reached.
  const answer = (move) => {
    if (cx.lastPress && move.stamp >= cx.lastPress.stamp) cx.drawn((shown) => {
      move.mine = { shown, origin: cx.at(0) };
      cx.emit('page/scrolled', move.stamp, { ...move.mine, until: shown });
    });
  };
  const endSoon = (scroller, move) => {
    clearTimeout(move.timer);
    move.timer = setTimeout(() => end(scroller), move.by ? QUIET_MS : REACH_MS);
  };
  const look = (scroller, stamp) => {
    const from = tops.get(scroller) ?? 0;
    if (scroller.scrollTop === from || !heightOf(scroller) || matches(scroller, describe.FIELD)) return;
    const now = performance.now();
    if (now - moves.get(scroller)?.at > QUIET_MS) end(scroller);
    let move = moves.get(scroller);
    const by = now - hand.at <= HAND_MS ? hand.by : move?.by ?? '';
    if (move && move.by !== by) { end(scroller); move = null; }
    if (!move) {
      moves.set(scroller, move = { by, from, height: heightOf(scroller), stamp });
      if (!by) answer(move);
    }
    tops.set(scroller, scroller.scrollTop);
    move.at = now;
    endSoon(scroller, move);
  };

  const scrollerOf = ({ target }) => (target === document ? document.scrollingElement ?? document.documentElement : target);

  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  // y: where the press was, or the middle of the field; null for a frame, of which only the press inside it knows.
  const reach = (element, y, stamp) => {
    for (let node = element; node && !/^(fixed|sticky)$/.test(getComputedStyle(node).position); node = parentOf(node)) {
      look(node, stamp - 1); // a scroll is told after the press that follows it at once
      const move = moves.get(node);
      if (!move || move.by) continue;
      const top = node === document.scrollingElement ? 0 : node.getBoundingClientRect().top;
      const before = y - top + tops.get(node) - move.from;
      if (y !== null && before >= 0 && before <= move.height) continue;
      move.by = 'reach';
      if (getComputedStyle(node).scrollBehavior === 'smooth') endSoon(node, move); // it may be on its way still
      else end(node);
    }
  };
  const middleOf = (element) => { const { top, height } = element.getBoundingClientRect(); return top + height / 2; };
  const reached = (event) => {
    const element = describe.elementOf(event);
    if (!event.isTrusted || event.key === 'Tab' || event.type !== 'pointerdown' && element === reachedLast) return;
    reachedLast = element;
    if (element !== tabbedTo) reach(element, event.type === 'pointerdown' ? event.clientY : middleOf(element), cx.at(event.timeStamp));
  };

  for (const type of ['pointerdown', 'keydown', 'input']) addEventListener(type, reached, true);
  addEventListener('scroll', (event) => look(scrollerOf(event), cx.at(event.timeStamp)), true);
  addEventListener('scrollend', (event) => { if (moves.get(scrollerOf(event))?.by) end(scrollerOf(event)); }, true);
  for (const [type, by] of [['wheel', 'wheel'], ['touchmove', 'touch']]) {
    addEventListener(type, (event) => { if (event.isTrusted) use(by); }, { capture: true, passive: true });
  }
  addEventListener('pointermove', (event) => { if (event.isTrusted && event.buttons) use('drag'); }, { capture: true, passive: true });
  addEventListener('pointerup', (event) => { if (event.isTrusted && hand.at === Infinity) use('drag'); }, true);
  addEventListener('keydown', (event) => {
    const element = describe.elementOf(event);
    if (!event.isTrusted) return;
    tabbing = event.key === 'Tab';
    const taken = matches(element, `${describe.FIELD},${STEERED}`) || event.key === ' ' && matches(element, `${describe.CONTROL},${describe.TICK}`);
    if (KEYS.includes(event.key) && !taken) use('keys');
  }, true);
  // What Tab brings into view, nobody scrolled to.
  addEventListener('focusin', (event) => { tabbedTo = tabbing ? describe.elementOf(event) : null; tabbing = false; }, true);
  // A press inside a frame shows outside of it by where the focus goes.
  addEventListener('blur', ({ target, timeStamp }) => {
    if (target === window && document.activeElement?.tagName === 'IFRAME') reach(document.activeElement, null, cx.at(timeStamp));
  }, true);

  cx.onScrollbar = (event) => {
    const element = describe.elementOf(event);
    const whole = element === document.documentElement ? innerWidth : element.offsetWidth - 2 * element.clientLeft;
    const on = whole > element.clientWidth && element.clientWidth > 0 && event.offsetX >= element.clientWidth;
    if (on) use('drag', Infinity); // until it is let go
    else if (hand.at === Infinity) use('drag');
    return on;
  };
  cx.beforeFlush.push(() => [...moves.keys()].forEach(end));
})();
