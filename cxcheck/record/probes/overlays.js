// observes: what lies over the page, by what it is (dialog, role, popover) and by what it does (fixed, wins hit tests); top frame.
// emits: popup/appeared {id, title, text, controls, fields, box, cover_ratio, role, asked_for, modal}, popup/gone {id}.
// side effects: none. A first detector: top document and its open shadow roots.
(() => {
  if (!cx.top) return;
  const COLUMNS = 12, ROWS = 10; // hit-test grid
  const LEAST = 0.03; // of the grid: below it is a badge or a toast's corner
  const DIALOG = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true],[popover]';
  const NOT = 'nav,[role=navigation],[role=menu],[role=menubar],[role=listbox],[role=tooltip],[role=tree],[role=grid],x-pw-glass';
  const ids = new WeakMap();
  const open = new Map(); // id -> element
  const facts = new Map(); // id -> {id, text, asked_for}, for the customer's eyes
  let next = 1;
  const document_ = Math.round(performance.timeOrigin); // ids differ between documents

  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const isDialog = (element) => matches(element, DIALOG) && (!element.hasAttribute('popover') || matches(element, ':popover-open'));
  const outermost = (hit) => {
    let found = null;
    for (let node = hit; node && node !== document.body && node !== document.documentElement; node = parentOf(node)) {
      if (isDialog(node) || getComputedStyle(node).position === 'fixed') found = node;
    }
    return found;
  };
  const textOf = (element) => describe.clip(element.innerText || element.shadowRoot?.textContent, 600);
  const isPage = (element) => !isDialog(element) && (element.querySelector('main,[role=main]') !== null
    || textOf(element).length > 0.6 * describe.clip(document.body.innerText, 600).length && element.querySelectorAll('a[href]').length > 8);
  const isFurniture = (element, cover) => matches(element, NOT) || (matches(element, 'header,[role=banner]') || element.querySelector('nav,[role=navigation]') !== null)
    && cover < 0.35 && !element.querySelector(DIALOG);

  const look = () => {
    const hits = new Map();
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        let hit = document.elementFromPoint((column + 0.5) * innerWidth / COLUMNS, (row + 0.5) * innerHeight / ROWS);
        while (hit?.shadowRoot) {
          const inner = hit.shadowRoot.elementFromPoint((column + 0.5) * innerWidth / COLUMNS, (row + 0.5) * innerHeight / ROWS);
          if (!inner || inner === hit) break;
          hit = inner;
        }
        const overlay = hit && outermost(hit);
        if (overlay) hits.set(overlay, (hits.get(overlay) || 0) + 1 / (COLUMNS * ROWS));
      }
    }
    // A bare veil beside its dialog belongs to the dialog.
    const veils = [...hits].filter(([element]) => !textOf(element) && !isDialog(element) && !element.querySelector('iframe,img,input'));
    const rest = [...hits].filter(([element]) => !veils.some(([veil]) => veil === element));
    if (rest.length && veils.length) {
      const largest = rest.reduce((a, b) => (b[1] > a[1] ? b : a));
      largest[1] += veils.reduce((sum, [, cover]) => sum + cover, 0);
    }
    return (rest.length ? rest : []).filter(([element, cover]) => cover >= LEAST && describe.visible(element) && !isPage(element) && !isFurniture(element, cover));
  };

  // A control that says what it controls did not open anything else, only because that came at the same time.
  const opens = (press, element) => {
    const controlled = press.controls && document.getElementById(press.controls);
    return !controlled || controlled.contains(element) || element.contains(controlled);
  };

  const scan = () => {
    if (!document.body) return;
    const stamp = cx.now();
    const found = look();
    for (const [id, element] of open) {
      if (found.some(([other]) => other === element)) continue;
      open.delete(id);
      facts.delete(id);
      cx.emit('popup/gone', stamp, { id });
    }
    for (const [element, cover] of found) {
      if (open.has(ids.get(element))) continue;
      const id = `${document_}-${next++}`;
      ids.set(element, id);
      open.set(id, element);
      const press = cx.lastPress;
      const heading = element.querySelector('h1,h2,h3,h4,[role=heading]');
      const labelled = element.getAttribute('aria-label') || element.querySelector('[role=dialog][aria-label]')?.getAttribute('aria-label');
      const asked_for = !!press && press.clickable && !press.leaves && stamp - press.stamp <= 1000 && opens(press, element);
      const text = textOf(element);
      facts.set(id, { id, text, asked_for });
      cx.emit('popup/appeared', stamp, {
        id, title: describe.clip(heading?.innerText || labelled || text, 80), text, asked_for,
        controls: [...element.querySelectorAll(describe.CONTROL)].filter(describe.visible).slice(0, 12).map(describe.nameOf),
        fields: [...element.querySelectorAll('input,select,textarea')].filter(describe.visible).slice(0, 12).map((field) => field.type),
        box: describe.boxOf(element), cover_ratio: Math.min(1, cover), role: describe.roleOf(element),
        modal: matches(element, ':modal') || element.getAttribute('aria-modal') === 'true', ...cx.offers(element),
      });
    }
  };

  let timer = 0;
  let last = 0;
  const soon = () => { timer ||= setTimeout(() => { timer = 0; last = performance.now(); scan(); }, Math.max(0, 100 - (performance.now() - last))); };
  cx.onMutations(soon);
  for (const event of ['load', 'resize', 'transitionend', 'animationend', 'toggle']) addEventListener(event, soon, true);

  cx.scanOverlays = scan;
  cx.overlays = () => [...facts.values()];
  cx.overlayOf = (element) => {
    for (let node = element; node; node = parentOf(node)) {
      for (const [id, overlay] of open) if (overlay === node) return id;
    }
    return null;
  };
})();
