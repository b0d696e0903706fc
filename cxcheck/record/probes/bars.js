// observes: how much of the window is taken by parts that stay there while the page is scrolled, pop-ups aside; top frame.
// emits: bars/stood {cover_ratio, names, origin} for the most at each address (of the window, by a grid of hit tests).
// side effects: none.
(() => {
  if (!cx.top) return;
  const COLUMNS = 12, ROWS = 20; // bars lie flat: finer from top to bottom
  const LOOK_EVERY_MS = 1000, SHARE = 0.01, STANDS_STILL_MS = 250; // our choice: no sooner, and for no more of the page's time
  const MORE = 0.01;
  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const scrolls = (style) => /auto|scroll/.test(style.overflowY);

  const hitAt = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit; inner?.shadowRoot && (inner = inner.shadowRoot.elementFromPoint(x, y)) && inner !== hit;) hit = inner;
    return hit;
  };
  // A sticky part that has come to its place at the window's edge, or will with the first scrolling (our choice: no more
  // than its own height away); one further on in the run of the page takes nothing yet.
  const isStuck = (box, style) => {
    const over = box.top - parseFloat(style.top), under = innerHeight - box.bottom - parseFloat(style.bottom);
    return Math.abs(over) <= box.height || Math.abs(under) <= box.height;
  };
  const isBar = (element, style, inScroller) => {
    const box = element.getBoundingClientRect();
    const isWide = box.width >= innerWidth / 2, isHigh = box.height >= innerHeight / 2;
    if (style.position === 'sticky' && (!isWide || inScroller || !isStuck(box, style))) return false;
    // A column stands beside the text, not over it; what is large both ways is the page itself.
    return !isHigh && element.querySelector('main,[role=main]') === null;
  };
  const barOf = (hit) => {
    const above = [];
    for (let node = hit; node && node !== document.body && node !== document.documentElement; node = parentOf(node)) above.push([node, getComputedStyle(node)]);
    for (let i = above.length - 1; i >= 0; i--) {
      const [node, style] = above[i];
      const stays = style.position === 'fixed' || style.position === 'sticky';
      if (stays) return isBar(node, style, above.slice(i + 1).some(([, other]) => scrolls(other))) ? node : null;
    }
    return null;
  };
  const nameOf = (element) => describe.clip(element.getAttribute('aria-label') || element.innerText, 40) || element.tagName.toLowerCase();

  let address = '', most = 0;
  const look = () => {
    if (!document.body || document.visibilityState !== 'visible') return;
    const bars = new Map(), found = new Map(); // bar -> points; what was hit -> its bar
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        const hit = hitAt((column + 0.5) * innerWidth / COLUMNS, (row + 0.5) * innerHeight / ROWS);
        if (hit && !found.has(hit)) found.set(hit, cx.overlayOf(hit) === null ? barOf(hit) : null);
        const bar = found.get(hit);
        if (bar) bars.set(bar, (bars.get(bar) ?? 0) + 1);
      }
    }
    const cover = [...bars.values()].reduce((sum, points) => sum + points, 0) / (COLUMNS * ROWS);
    if (location.href !== address) { address = location.href; most = 0; }
    if (cover < most + MORE) return;
    most = cover;
    const names = [...bars].sort((a, b) => b[1] - a[1]).map(([element]) => nameOf(element)).slice(0, 6);
    cx.emit('bars/stood', cx.now(), { cover_ratio: Math.round(cover * 1000) / 1000, names, origin: performance.timeOrigin });
  };
  let timer = 0, still = 0, next = 0;
  const lookNow = () => {
    timer = 0;
    const began = performance.now();
    look();
    next = began + Math.max(LOOK_EVERY_MS, (performance.now() - began) / SHARE);
  };
  const soon = () => { timer ||= setTimeout(lookNow, Math.max(STANDS_STILL_MS, next - performance.now())); };
  cx.beforeFlush.push(() => { if (timer || still) look(); }); // a page that is left soon was seen as well
  cx.onMutations(soon);
  for (const event of ['load', 'resize']) addEventListener(event, soon, true);
  addEventListener('scroll', () => { clearTimeout(still); still = setTimeout(() => { still = 0; soon(); }, STANDS_STILL_MS); }, true);
})();
