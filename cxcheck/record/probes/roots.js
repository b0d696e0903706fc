// observes: nothing by itself; the way through shadow trees, open and closed, for those that look at what is drawn where.
// emits: shadow/met {} when something is drawn that the page's own trees do not account for: its host may hold a closed
//   root. The recorder asks the browser for it, and hands it in by `cx.enter`; the page is not told.
// side effects: none.
(() => {
  const HOSTS = 'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span';
  const MOST = 50; // hosts asked about in a document; one of an odd make may have no end of them
  const closed = new WeakMap(); // host -> its root
  const asked = new WeakSet();
  let met = []; // hosts to ask about
  let count = 0;

  const rootOf = (element) => element.shadowRoot ?? closed.get(element) ?? null;
  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  // A host of a closed root is hit for what is drawn in it: beside its own box, or though it has nothing to draw.
  const mayHide = (element, x, y) => {
    if (asked.has(element) || !(element.localName.includes('-') || matches(element, HOSTS))) return false;
    if (element.localName.includes('-')) return true;
    if (element === document.body) return false;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return !element.childNodes.length || x < left || x > right || y < top || y > bottom;
  };
  const meet = (element) => {
    if (count >= MOST) return;
    count++;
    asked.add(element);
    if (!met.length) setTimeout(() => cx.emit('shadow/met', cx.now()));
    met.push(element);
  };

  cx.rootOf = rootOf;
  cx.parentOf = parentOf;
  cx.hitAt = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    for (let root = hit && rootOf(hit); root; root = rootOf(hit)) {
      const inner = root.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    if (hit && mayHide(hit, x, y)) meet(hit);
    return hit;
  };
  // Whether something drawn below an element is so, through roots and what is slotted into them, among the first `most`.
  cx.someWithin = (element, most, isSo) => {
    let left = most;
    const below = (node) => {
      const slotted = node.localName === 'slot' && node.assignedElements?.();
      return slotted?.length ? slotted : (rootOf(node) ?? node).children;
    };
    const walk = (node) => {
      for (const child of below(node)) {
        if (left-- <= 0) return false;
        if (isSo(child) || walk(child)) return true;
      }
      return false;
    };
    return walk(element);
  };
  cx.within = (element, most) => {
    const found = [];
    cx.someWithin(element, most, (one) => { found.push(one); return false; });
    return found;
  };
  cx.holds = (outer, inner) => {
    for (let node = inner; node; node = parentOf(node)) if (node === outer) return true;
    return false;
  };
  // For the recorder.
  cx.hosts = () => { const hosts = met; met = []; return hosts; };
  cx.enter = (host, root) => { closed.set(host, root); cx.scanOverlays(); };
})();
