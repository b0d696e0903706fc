// observes: nothing by itself; which layers lie over the page just now, by a grid of hit tests, and how much of it each takes.
// emits: nothing. cx.layers(belongs): [{element, inner, cover, blocks, veils}], cover and blocks of the window.
// side effects: none.
cx.layers = (() => {
  const COLUMNS = 16, ROWS = 10; // the grid that measures
  const EDGES_PX = [24, 64]; // lines along the window's edges, which find what is too low for the grid; they measure nothing
  const REACHES = 0.25; // blocking: at most this share of the grid still reaches the page (the pop-up benchmark's definition)
  const ALL = 0.9;
  const VEILS = 0.5; // of the window: what covers as much is no panel
  const DIALOG = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';
  const WORDS = /[\p{L}\p{N}]/u;
  let styles = new Map();

  const styleOf = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  const isDialog = (element) => matches(element, DIALOG);
  const isOnTop = (element) => matches(element, ':modal,:popover-open');
  const shareOf = ({ width, height }) => Math.min(width, innerWidth) * Math.min(height, innerHeight) / (innerWidth * innerHeight);
  // Taken out of the text's run by its very own position, so that it can lie over what stands in it.
  const raised = (element) => {
    if (isOnTop(element)) return true;
    const { position, zIndex } = styleOf(element);
    if (position === 'fixed' || position === 'sticky') return true;
    if (position !== 'absolute') return false;
    const outer = element.offsetParent;
    const box = element.getBoundingClientRect();
    if (element.parentElement === document.body && (box.width >= ALL * innerWidth || shareOf(box) >= VEILS)) return true;
    return isDialog(element) || zIndex !== 'auto' && Number(zIndex) > 0
      && (!outer || outer === document.body || shareOf(outer.getBoundingClientRect()) >= ALL || shareOf(element.getBoundingClientRect()) >= VEILS || outer === cx.parentOf(element) && !outer.offsetHeight);
  };
  const BETWEEN = [0, 0.25, 0.75]; // of a row: where a low panel is looked for that all rows have missed
  const between = () => [...Array(ROWS * COLUMNS).keys()].flatMap((at) => BETWEEN.map((share) => (
    { x: (at % COLUMNS + 0.5) * innerWidth / COLUMNS, y: (Math.floor(at / COLUMNS) + share) * innerHeight / ROWS, counts: false })));
  const points = () => {
    const found = [];
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        found.push({ x: (column + 0.5) * innerWidth / COLUMNS, y: (row + 0.5) * innerHeight / ROWS, counts: true });
      }
    }
    for (const y of EDGES_PX.flatMap((px) => [px, innerHeight - px])) {
      for (let column = 0; column < COLUMNS; column++) found.push({ x: (column + 0.5) * innerWidth / COLUMNS, y, counts: false });
    }
    return found;
  };
  const textsOf = (element) => [...element.localName === 'slot' ? element.assignedNodes?.() ?? [] : (cx.rootOf(element) ?? element).childNodes].filter((node) => node.nodeType === 3);
  const isShown = (element) => textsOf(element).some((node) => WORDS.test(node.data));
  const isDrawn = (element) => describe.visible(element.localName === 'slot' ? cx.parentOf(element) ?? element : element);
  const SHOWS = 'iframe,img,video,canvas,input,select,textarea,button,a[href],object,embed,picture,[role=img]';
  // A veil is drawn over the page and says nothing.
  const isBare = (element) => {
    if (isDialog(element) && !matches(element, ':empty')) return false;
    const all = shareOf(element.getBoundingClientRect()) >= VEILS; // then a link is one for closing what it shades
    const says = (node) => (isShown(node) || matches(node, SHOWS) && !(all && node === element && matches(node, 'a,button'))) && isDrawn(node);
    return !says(element) && !cx.someWithin(element, 200, says);
  };

  // The layer that a hit belongs to: the outermost that is not the page itself. One that came up inside another counts
  // for itself where both are dialogs and the outer one says something of its own.
  const layerOf = (hit, isPage) => {
    const chain = [];
    for (let node = hit; node && node !== document.body && node !== document.documentElement; node = cx.parentOf(node)) {
      if (raised(node)) chain.unshift(node);
    }
    const drawn = chain.filter((node) => !isPage(node)), sized = drawn.filter((node) => shareOf(node.getBoundingClientRect()) > 0);
    const layers = sized.length ? sized : drawn; // a wrapper without a size of its own only holds others
    if (layers.length < 2) return layers[0] ?? null;
    const [outer] = layers, inner = layers.findLast((node) => isDialog(node) || isOnTop(node));
    const both = inner && inner !== outer && (isDialog(outer) || isOnTop(outer) || layers.some((node) => node !== inner && isDialog(node)));
    return both && saysBeside(outer, inner) ? inner : outer;
  };
  const saysBeside = (outer, inner) => cx.someWithin(outer, 300, (node) => isShown(node) && !cx.holds(inner, node)
    && isDrawn(node) && !matches(node, describe.CONTROL));

  const boxHolds = (element, { x, y }) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  };
  // Whose shade it is: that of its neighbour in the tree, of a dialog, of what stands in the middle, or else the last.
  const ownerOf = (veil, layers) => {
    const fits = ({ element }) => {
      const { top, bottom } = element.getBoundingClientRect();
      return (isDialog(element) || element.querySelector(DIALOG) ? 4 : 0) + (isOnTop(element) ? 4 : 0)
        + (element.parentNode === veil.parentNode || element.contains(veil) ? 2 : 0) + (top > 0 && bottom < innerHeight ? 1 : 0);
    };
    return layers.reduce((best, layer) => {
      const more = fits(layer) - fits(best);
      return more > 0 || more === 0 && best.element.compareDocumentPosition(layer.element) & 4 ? layer : best;
    });
  };

  const look = (belongs) => {
    styles = new Map();
    const pages = new Map(), owners = new Map(), found = new Map();
    const isPage = (element) => {
      if (!pages.has(element)) pages.set(element, belongs.isPage(element));
      return pages.get(element);
    };
    const hits = [];
    const probe = (some) => {
      for (const { x, y, counts } of some) {
        const hit = cx.hitAt(x, y);
        if (hit && !owners.has(hit)) owners.set(hit, layerOf(hit, isPage));
        const layer = hit ? owners.get(hit) : undefined;
        hits.push({ x, y, counts, hit, layer });
        if (!layer) continue;
        if (!found.has(layer)) found.set(layer, { element: layer, hits: new Set(), veils: [] });
        found.get(layer).hits.add(hit);
      }
    };
    const shadesAll = ({ element }) => shareOf(element.getBoundingClientRect()) >= VEILS;
    probe(points());
    let bare = [...found.values()].filter(({ element }) => isBare(element));
    if (bare.some(shadesAll) && bare.length === found.size) { // a shade, and nothing that it belongs to
      probe(between());
      bare = [...found.values()].filter(({ element }) => isBare(element));
    }
    const isSeen = ({ hits: those }) => [...those].some((hit) => hit.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    const layers = [...found.values()].filter((layer) => !bare.includes(layer) && isSeen(layer));
    const veiled = bare.some((one) => shadesAll(one) && belongs.shades(one.element));
    const kept = layers.filter((layer) => belongs.isOver(layer, veiled, hits));
    for (const { element } of bare) {
      if (kept.length) ownerOf(element, kept).veils.push(element);
    }
    // What a wrapper draws by itself, beside what it holds, is a shade as well.
    for (const { element, hits: those } of layers) {
      const held = kept.find((layer) => layer.element !== element && element.contains(layer.element));
      if (held && [...those].every((hit) => hit === element || cx.holds(hit, held.element)) && !kept.some((layer) => layer.element === element)) held.veils.push(element);
    }
    const deaf = getComputedStyle(document.body).pointerEvents === 'none'; // all of the page is
    const inert = deaf ? [document.documentElement] : [...document.querySelectorAll('[inert]')];
    const modal = document.querySelector(':modal');
    for (const layer of kept) {
      const own = (point) => point.layer && (point.layer === layer.element || layer.veils.includes(point.layer));
      const grid = hits.filter((point) => point.counts);
      layer.cover = grid.filter(own).length / grid.length;
      // What other overlays lie over here would be reached no more if they went.
      const lost = grid.filter((point) => own(point)
        || kept.some(({ element, veils }) => element === point.layer || veils.includes(point.layer)) && [layer.element, ...layer.veils].some((one) => boxHolds(one, point))
        || !point.layer && (point.hit === document.body || point.hit === document.documentElement || !point.hit) && inert.some((one) => boxHolds(one, point)));
      layer.blocks = matches(layer.element, ':modal') || modal !== null && layer.element.contains(modal) || lost.length / grid.length >= 1 - REACHES;
    }
    return kept;
  };
  const forget = () => { styles = new Map(); };
  return Object.assign(look, { isDialog, isOnTop, raised, shareOf, styleOf, isShown, isDrawn, textsOf, forget });
})();
