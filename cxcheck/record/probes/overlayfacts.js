// observes: nothing by itself; what is to be told of an overlay: its words, its place, and the signs of its kind.
// emits: nothing. cx.overlayFacts(layer): the fields of popup/appeared that the page shows.
// side effects: none.
cx.overlayFacts = (() => {
  const { wordsOf, panelOf } = cx.belongs;
  const { isDialog, isOnTop, shareOf, styleOf } = cx.layers;
  const TEXT = 600, TITLE = 80, MOST = 12;
  const FIELDS = 'input:not([type=hidden]),select,textarea';
  const NEAR_PX = 40; // our choice: so far from the window's edge it stands at it

  const edgeOf = ({ left, top, right, bottom, width, height }) => {
    const near = { left: left <= NEAR_PX, right: right >= innerWidth - NEAR_PX, top: top <= NEAR_PX, bottom: bottom >= innerHeight - NEAR_PX };
    if (width >= 0.9 * innerWidth && height >= 0.9 * innerHeight) return 'full';
    if (width >= 0.7 * innerWidth && (near.top || near.bottom)) return near.bottom && (!near.top || bottom >= innerHeight - 1 && top > 1) ? 'bottom' : 'top';
    if (height >= 0.7 * innerHeight && (near.left || near.right) && !(near.left && near.right)) return near.left ? 'left' : 'right';
    if ((near.left || near.right) && (near.top || near.bottom)) return 'corner';
    if (near.top || near.bottom) return near.bottom ? 'bottom' : 'top';
    return near.left ? 'left' : near.right ? 'right' : 'centre';
  };
  const locked = () => [document.documentElement, document.body].some((one) => /hidden|clip/.test(getComputedStyle(one).overflowY));
  const hostOf = (frame) => {
    try { return new URL(frame.src, document.baseURI).host || location.host; } catch { return ''; }
  };
  const textOfFrame = (frame) => {
    try { return describe.clip(frame.contentDocument?.body?.innerText, TEXT); } catch { return ''; }
  };

  // What is to be seen of it: not what its own wrappers cut off.
  const seenOf = (panel, element) => {
    let { left, top, right, bottom } = panel.getBoundingClientRect();
    if (styleOf(panel).pointerEvents === 'none') { // a wrapper that lets everything through: what counts is what it holds
      const parts = [...panel.children].filter((one) => styleOf(one).pointerEvents !== 'none' && describe.visible(one)).map((one) => one.getBoundingClientRect());
      const all = (of, which) => (parts.length ? of(...parts.map((part) => part[which])) : panel.getBoundingClientRect()[which]);
      [left, top, right, bottom] = [all(Math.min, 'left'), all(Math.min, 'top'), all(Math.max, 'right'), all(Math.max, 'bottom')];
    }
    for (let node = cx.parentOf(panel); node && element.contains(node); node = cx.parentOf(node)) {
      if (styleOf(node).overflow === 'visible') continue;
      const cut = node.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, cut.left), Math.max(top, cut.top), Math.min(right, cut.right), Math.min(bottom, cut.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };
  const told = ({ x, y, width, height }) => ({ x_px: x, y_px: y, width_px: width, height_px: height });

  // A shade with a hole in it, round what it points at: drawn, or cast by what stands in the hole.
  const isSpotlight = (elements) => elements.flatMap((one) => [one, ...cx.within(one, 60)]).some((one) => matches(one, 'svg') && shareOf(one.getBoundingClientRect()) >= 0.5
      && one.querySelector('mask,path,clipPath') !== null || / \d{3,}px\b/.test(styleOf(one).boxShadow));

  return ({ element, cover, blocks, veils }) => {
    const panel = panelOf(element), box = seenOf(panel, element);
    const inside = [element, ...cx.within(element, 600)].filter((one) => one.localName !== 'slot' && describe.visible(one));
    const said = wordsOf(element);
    const pictures = inside.filter((one) => matches(one, 'img,picture,video,canvas') && one.getBoundingClientRect().width >= 0.3 * box.width
      && one.getBoundingClientRect().height >= 0.3 * box.height && one.getBoundingClientRect().height >= 80);
    const frame = inside.find((one) => matches(one, 'iframe') && shareOf(one.getBoundingClientRect()) >= 0.4 * shareOf(box));
    const text = describe.clip(said.text, TEXT) || (frame ? textOfFrame(frame) : '');
    const heading = inside.find((one) => matches(one, 'h1,h2,h3,h4,[role=heading]'));
    const dialog = inside.find(isDialog);
    const by = dialog?.getAttribute('aria-labelledby');
    const label = dialog?.getAttribute('aria-label') || element.getAttribute('aria-label') || by && element.getRootNode().getElementById?.(by)?.textContent;
    const fields = inside.filter((one) => matches(one, FIELDS));
    return {
      title: describe.clip(heading?.innerText || label || text, TITLE), text,
      controls: inside.filter((one) => matches(one, describe.CONTROL)).slice(0, MOST).map(describe.nameOf),
      fields: fields.slice(0, MOST).map((field) => field.type),
      box: told(box), cover_ratio: Math.min(1, cover), role: describe.roleOf(dialog ?? element),
      modal: inside.some((one) => matches(one, ':modal,[aria-modal=true]')), blocks,
      frame: frame ? hostOf(frame) : '',
      ...(frame ? { frame_px: { width_px: frame.clientWidth, height_px: frame.clientHeight } } : {}),
      signs: {
        top_layer: inside.some(isOnTop), edge: edgeOf(box), scroll_locked: locked(),
        backdrop: veils.length > 0 || shareOf(element.getBoundingClientRect()) >= 0.9 && element !== panel,
        inert_rest: document.querySelector('[inert]') !== null,
        media: pictures.length > 0, spoken: inside.some((one) => matches(one, '[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]')),
        dialog: dialog !== undefined, position: styleOf(element).position, sliders: fields.filter((one) => one.type === 'range').length,
        draws: inside.some((one) => matches(one, 'canvas')), draggable: inside.some((one) => matches(one, '[role=slider],[draggable=true]')),
        writes: fields.some((one) => matches(one, 'textarea,input[type=text],input:not([type])')), log: inside.some((one) => matches(one, '[role=log]')),
        broad: box.width >= 0.7 * innerWidth, tall: box.height >= 0.7 * innerHeight, spotlight: isSpotlight([element, ...veils]), prose: said.prose,
      },
    };
  };
})();
