// observes: which overlays stand over the page: at each change (no more often than the cost allows), when something is made or
//   shown that could be one, before each gesture, and when asked; in the top frame, and in a frame that fills the window.
// emits: popup/appeared {id, title, text, controls, fields, box, cover_ratio, role, asked_for, modal, blocks, at_once, frame,
//   frame_px, signs, close, choices, filling}, popup/changed {id, …what is different for good}, popup/gone {id}.
//   filling: {width_px, height_px} of the frame that fills the window, if it is in one.
// side effects: none.
(() => {
  const EVERY_MS = 100, SHARE = 0.05; // our choice: a scan no sooner, and for no more of the page's time
  const LATEST_MS = 1000; // our choice: a page that makes looking dear is looked at all the same
  const BEAT_MS = 400, BEAT_SHARE = 0.02; // our choice: without a change, for what moves by style alone or in a tree nobody can watch
  const STABLE_MS = 250, CHANGES = 20; // a change that lasts so long is for good
  const FILLS = { width: 0.8, height: 0.7 }; // of the window that the browser tells of, its own bars included
  const MOST_RECORDS = 40;
  const ids = new WeakMap();
  const open = new Map(); // id -> {layer, told, seen, changes, dirty}
  const owners = new Map(); // element or veil -> id
  const facts = new Map(); // id -> {id, text, asked_for}, for the customer's eyes
  let next = 1;
  const document_ = Math.round(performance.timeOrigin); // ids differ between documents

  const looks = () => document.body && (cx.top || innerWidth >= FILLS.width * outerWidth && innerHeight >= FILLS.height * outerHeight);
  // A control that says what it controls did not open anything else, only because that came at the same time.
  const opens = (press, element) => {
    const controlled = press.controls && document.getElementById(press.controls);
    return !controlled || controlled.contains(element) || element.contains(controlled);
  };
  const told = (layer) => ({ ...cx.overlayFacts(layer), ...cx.offers(layer.element) });
  const near = (px) => Math.round(px / 8);
  const plain = ({ text, controls, cover_ratio, blocks, box, fields, signs }) => stringify([
    fields, signs.media, signs.edge,
    text.replace(/\d+/g, '0'), controls, Math.round(cover_ratio * 10), blocks, near(box.x_px), near(box.y_px), near(box.width_px), near(box.height_px)]);
  const differs = (now, before) => Object.fromEntries(Object.entries(now).filter(([name, value]) => stringify(value) !== stringify(before[name])));

  const appear = (layer, stamp) => {
    const id = `${document_}-${next++}`;
    const press = cx.lastPress;
    const asked_for = !!press && press.clickable && !press.leaves && stamp - press.stamp <= 1000 && opens(press, layer.element)
      && !press.beneath?.includes(layer.element) && !(cx.lastTyped > press.stamp);
    const known = told(layer);
    ids.set(layer.element, id);
    open.set(id, { layer, told: known, seen: plain(known), changes: 0, dirty: false });
    facts.set(id, { id, text: known.text, asked_for });
    cx.emit('popup/appeared', stamp, {
      id, ...known, asked_for, at_once: open.size,
      ...(cx.top ? {} : { filling: { width_px: innerWidth, height_px: innerHeight } }),
    });
    again();
  };
  const follow = (id, layer, stamp) => {
    const one = open.get(id);
    one.layer = layer;
    if (one.changes >= CHANGES) return;
    if (stamp - (one.looked ?? 0) < STABLE_MS) { again(); return; }
    one.looked = stamp;
    const known = told(layer), seen = plain(known);
    facts.get(id).text = known.text;
    if (seen === plain(one.told)) { one.seen = seen; return; }
    if (seen !== one.seen) { one.seen = seen; again(); return; }
    one.changes++;
    cx.emit('popup/changed', stamp, { id, ...differs(known, one.told) });
    one.told = known;
  };
  // What changed last of all may be for good, or not: it is told.
  cx.beforeFlush.push(() => {
    scan();
    for (const [id, one] of open) {
      if (!one.layer.element.isConnected || one.changes >= CHANGES) continue;
      const known = told(one.layer);
      if (plain(known) === plain(one.told)) continue;
      cx.emit('popup/changed', cx.now(), { id, ...differs(known, one.told) });
      one.told = known;
    }
  });
  // Nothing of it can be hit, since others lie over it: it stands there all the same.
  const liesUnder = (layer, found) => {
    const panel = cx.belongs.panelOf(layer.element);
    if (!found.length || !layer.element.isConnected || !describe.visible(panel) || !describe.inView(panel)) return false;
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    const l = Math.max(0, left), t = Math.max(0, top), w = Math.min(innerWidth, right) - l, h = Math.min(innerHeight, bottom) - t;
    return [0.2, 0.5, 0.8].every((share) => {
      const hit = cx.hitAt(l + share * w, t + share * h);
      return hit && found.some(({ element, veils }) => [element, ...veils].some((one) => cx.holds(one, hit)));
    });
  };
  const scan = (stamp = cx.now()) => {
    if (!looks()) return;
    const found = cx.layers(cx.belongs);
    const under = [];
    for (const [id, { layer }] of open) {
      if (found.some(({ element }) => element === layer.element)) continue;
      if (liesUnder(layer, found)) { under.push(layer); continue; }
      open.delete(id);
      facts.delete(id);
      cx.emit('popup/gone', stamp, { id });
    }
    owners.clear();
    for (const layer of under) owners.set(layer.element, ids.get(layer.element));
    for (const layer of found) {
      const id = ids.get(layer.element);
      if (open.has(id)) follow(id, layer, stamp);
      else appear(layer, stamp);
      for (const element of [layer.element, ...layer.veils]) owners.set(element, ids.get(layer.element));
    }
  };

  let timer = 0, last = -Infinity, cost = 0, later = 0, glancing = false;
  const scanNow = () => {
    const from = performance.now();
    scan();
    last = performance.now();
    cost = 0.5 * cost + 0.5 * (last - from);
  };
  const soon = () => {
    timer ||= setTimeout(() => { timer = 0; scanNow(); }, Math.max(0, Math.min(LATEST_MS, Math.max(EVERY_MS, cost / SHARE)) - (performance.now() - last)));
  };
  const beat = () => setTimeout(() => {
    if (!document.hidden && performance.now() - last >= BEAT_MS) scanNow();
    beat();
  }, Math.min(LATEST_MS, Math.max(BEAT_MS, cost / BEAT_SHARE)));
  const again = () => { later ||= setTimeout(() => { later = 0; scanNow(); }, STABLE_MS + 20); };

  // What is made or shown, and could be an overlay, is looked at in the frame that draws it: it may be gone soon.
  const mayBe = (node) => node.nodeType === 1 && node.isConnected && node !== document.body && node !== document.documentElement
    && [node, node.firstElementChild, node.lastElementChild].some((one) => one && !ids.has(one) && cx.layers.raised(one) && describe.inView(one));
  let fresh = new Set();
  const glance = () => {
    glancing = false;
    const some = [...fresh].slice(0, MOST_RECORDS);
    fresh = new Set();
    cx.layers.forget();
    if (some.some(mayBe)) scanNow();
  };
  const times = new WeakMap(); // element -> how often it was touched: what changes all the time is an ornament
  cx.onMutations((records) => {
    if (!looks()) return;
    soon();
    for (const { type, target, addedNodes } of records.slice(0, MOST_RECORDS)) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        const often = (times.get(node) ?? 0) + 1;
        times.set(node, often);
        if (node.nodeType === 1 && often <= 8) fresh.add(node);
      }
    }
    if (!fresh.size || glancing) return;
    glancing = true;
    cx.drawn(glance);
  });
  for (const event of ['load', 'resize', 'transitionend', 'animationstart', 'animationend', 'toggle']) addEventListener(event, soon, true);

  addEventListener('DOMContentLoaded', beat);

  cx.scanOverlays = scan;
  cx.overlays = () => [...facts.values()];
  cx.overlayElement = (id) => open.get(id)?.layer.element; // for the customer's eyes
  cx.overlayOf = (element) => {
    for (let node = element; node; node = cx.parentOf(node)) if (owners.has(node)) return owners.get(node);
    return null;
  };
})();
