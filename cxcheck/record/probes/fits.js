// observes: how each document of the top frame fits the screen once it stands, and how far it may be enlarged.
// emits: page/fits {page_px, screen_px, zoom_most, widest, origin}, once a document. page_px: how wide it is as far as it can be
//   moved sideways, screen_px: how wide the screen is at its normal size; zoom_most: the most the viewport's meta tag allows, 1 for
//   nothing at all, null where it says nothing; widest: the part that sticks out furthest, null for none.
// side effects: none.
(() => {
  if (!cx.top) return;
  const MOST = 3000; // elements looked at

  // Of several tags the last one counts; what it says is parted by commas, semicolons or spaces.
  const viewport = () => {
    const content = [...document.querySelectorAll('meta[name=viewport i]')].at(-1)?.getAttribute('content') ?? '';
    return new Map([...content.toLowerCase().matchAll(/([\w-]+)\s*=\s*([\w.+-]+)/g)].map(([, key, value]) => [key, value]));
  };
  const zoomMost = () => {
    const said = viewport();
    const scalable = said.get('user-scalable') ?? 'yes';
    if (scalable === 'no' || Math.abs(Number(scalable)) < 1) return 1;
    const most = Number(said.get('maximum-scale') ?? NaN);
    return most > 0 ? most : null;
  };
  // The window scrolls by the root's overflow, or by the body's where the root says nothing.
  const isHeld = () => {
    const [outer, inner] = [document.documentElement, document.body].map((one) => getComputedStyle(one).overflowX);
    return /hidden|clip/.test(outer === 'visible' ? inner : outer);
  };
  const isClipped = (element) => {
    for (let node = element.parentElement; node && node !== document.body; node = node.parentElement) {
      if (getComputedStyle(node).overflowX !== 'visible') return true;
    }
    return false;
  };
  const widestOf = (right) => {
    let found = null, furthest = right + 1;
    for (const element of [...document.body.querySelectorAll('*')].slice(0, MOST)) {
      const reach = element.getBoundingClientRect().right + scrollX;
      if (reach > furthest && describe.visible(element) && getComputedStyle(element).position !== 'fixed' && !isClipped(element)) [found, furthest] = [element, reach];
    }
    return found && describe.target(found);
  };

  cx.onSettled(() => {
    const view = window.visualViewport, root = document.documentElement;
    if (!view || !document.body) return;
    const page = isHeld() ? root.clientWidth : Math.max(root.clientWidth, (document.scrollingElement ?? root).scrollWidth);
    cx.emit('page/fits', cx.now(), {
      page_px: page, screen_px: Math.round(view.width * view.scale), zoom_most: zoomMost(),
      widest: page > root.clientWidth ? widestOf(root.clientWidth) : null, origin: cx.at(0),
    });
  });
})();
