// observes: nothing by itself; which layers belong to the page: its shell, its bars, menus, pickers, tooltips, spinners.
// emits: nothing. cx.belongs: {isPage(element), isOver(layer, veiled, hits), shades(element), wordsOf(element), panelOf(element)}.
// side effects: none.
cx.belongs = (() => {
  const { isDialog, isOnTop, shareOf, styleOf, isShown, isDrawn, textsOf } = cx.layers;
  // All ours, from the look of real pages.
  const LARGE = 0.5, BAR = 0.35; // of the window
  const ALL_THE_WAY = 0.95; // of the window's height: a column
  const NEAR_PX = 28, SMALL_PX = 110;
  const LARGER = 1.5;
  const SETTLED_CHARACTERS = 200, SETTLED_MS = 100;
  const NAVIGATION = 'nav,header,footer,[role=navigation],[role=banner],[role=menubar],[role=toolbar],[role=tablist],[role=search]';
  const CHOICE = '[role=menu],[role=menubar],[role=listbox],[role=tree],[role=grid],[role=tooltip],[role=option]';
  const SPINS = '[role=progressbar]:not([aria-valuenow]),progress:not([value]),[aria-busy=true],svg animate,svg animateTransform';
  const SENTENCE = /[\p{L})][.!?。！？](?:\s|$)/u;
  const PRICE = /[€£$¥₹]\s?\d|\d[.,]\d\d(?!\d)/;
  const FIELDS = 'input:not([type=hidden]):not([type=search]),select,textarea';

  const count = (text) => text.split(/\s+/).reduce((sum, word) => sum + (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word) ? Math.ceil(word.length / 3) : /[\p{L}\p{N}]/u.test(word) ? 1 : 0), 0);
  const isInControl = (node, element) => {
    for (let one = node; one && one !== element; one = cx.parentOf(one)) if (matches(one, describe.CONTROL)) return true;
    return false;
  };
  // {text, words, prose, links}: all it shows, and how many words of it are neither a control's nor a label's.
  const wordsOf = (element, most = 600) => {
    const parts = [];
    let prose = 0, links = 0;
    for (const node of [element, ...cx.within(element, most)]) {
      if (matches(node, 'a[href]')) links++;
      if (!isShown(node) || matches(node, 'script,style,noscript,template') || !isDrawn(node)) continue;
      const text = textsOf(node).map((child) => child.data).join(' ');
      parts.push(text);
      if (!isInControl(node, element)) prose += count(text);
    }
    const text = parts.join(' ').replace(/\s+/g, ' ').trim();
    return { text, words: count(text), prose, links };
  };
  const shows = (node) => (node.localName === 'slot' || node.getClientRects().length > 0 && describe.visible(node))
    && (isShown(node) || matches(node, `iframe,img,video,canvas,svg,button,${FIELDS}`) || cx.someWithin(node, 60, (one) => (isShown(one) || matches(one, `iframe,img,video,canvas,svg,button,${FIELDS}`)) && isDrawn(one)));
  const alpha = (colour) => (colour === 'transparent' ? 0 : Number(/[,/]\s*([\d.]+)\)$/.exec(colour)?.[1] ?? (/rgba|\//.test(colour) ? 0 : 1)));
  // The part that a person would call the pop-up: a wrapper that only shades or centres is left out. What has no colour of
  // its own, on one that fills the window, is that one's.
  const panelOf = (element) => {
    let node = element, wall = null;
    for (let level = 0; level < 12; level++) {
      const style = styleOf(node), box = node.getBoundingClientRect();
      if (node !== element && isDialog(node) && shareOf(box) < LARGE) break;
      if ((alpha(style.backgroundColor) > 0.9 || style.backgroundImage !== 'none') && box.width > 0 && box.height > 0 && shareOf(box) < 0.9 || isShown(node)) break;
      const inside = [...node.localName === 'slot' ? node.assignedElements() : (cx.rootOf(node) ?? node).children].filter(shows);
      if (inside.length !== 1) break;
      if (alpha(style.backgroundColor) > 0.9 && Number(style.opacity) === 1 && shareOf(box) >= 0.9) wall = node;
      node = inside[0];
      if (matches(node, `iframe,img,video,${describe.CONTROL}`)) return matches(node, 'iframe') ? node : cx.parentOf(node);
    }
    const { backgroundColor, backgroundImage } = styleOf(node);
    return wall && alpha(backgroundColor) < 0.1 && backgroundImage === 'none' && !isDialog(node) ? wall : node;
  };

  // What the page's own text is drawn below: words or pictures that lie under these points and are not the layer's.
  const covers = (element, points) => {
    let seen = 0;
    for (const { x, y } of points) {
      const below = document.elementsFromPoint(x, y);
      const from = below.findIndex((one) => cx.holds(element, one) || one.contains(element) && one !== document.body && one !== document.documentElement);
      if (below.slice(from + 1).some((one) => !cx.holds(element, one) && !one.contains(element) && (isShown(one) || matches(one, 'img,video,button,input,canvas,iframe')))) seen++;
    }
    return points.length ? seen / points.length : 0;
  };
  const grid = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const l = Math.max(0, left), t = Math.max(0, top), w = Math.min(innerWidth, right) - l, h = Math.min(innerHeight, bottom) - t;
    return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((fx) => [0.1, 0.3, 0.5, 0.7, 0.9].map((fy) => ({ x: l + fx * w, y: t + fy * h })));
  };

  // The page itself, in a layer: most of the window, with the page's main part in it, or nothing of the page below it.
  const isPage = (element) => {
    if (isOnTop(element)) return false;
    const mains = [...document.querySelectorAll('main,[role=main]')].filter(describe.visible);
    if (mains.length && mains.every((main) => element.contains(main))) return true;
    if (shareOf(element.getBoundingClientRect()) < LARGE) return false;
    if (isDialog(element) || element.querySelector('dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]')) return isDialog(element) ? false : wordsOf(element).links > 8;
    const framed = matches(element, 'iframe') || [...element.querySelectorAll('iframe')].some((one) => shareOf(one.getBoundingClientRect()) >= LARGE);
    if (!framed && wordsOf(element).words < 4) return false; // a veil
    const rest = cx.someWithin(document.body, 1500, (node) => !element.contains(node) && !node.contains(element) && isShown(node)
      && !matches(node, 'script,style,noscript,template,option') && describe.visible(node) && styleOf(node).position !== 'fixed');
    return !rest || !framed && wordsOf(element).links > 8 && covers(element, grid(element)) < 0.1;
  };

  // When the page's own text had come; what is made after that came later than the page.
  let settled = Infinity;
  const made = new WeakMap(), altered = new WeakMap(); // element -> when
  const stood = new WeakMap(); // element -> how large its panel was from the start: what is altered then, and no larger, is not new
  cx.onMutations((records) => {
    const now = performance.now();
    if (settled === Infinity && (document.body?.textContent.length ?? 0) >= SETTLED_CHARACTERS) settled = now;
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') altered.set(target, now);
      else for (const node of addedNodes) made.set(node, now);
    }
  });
  const cameLate = (element, box) => {
    const size = shareOf(box), isOld = size <= LARGER * (stood.get(element) ?? 0);
    const isLate = (node) => made.get(node) > settled + SETTLED_MS || !isOld && altered.get(node) > settled + SETTLED_MS;
    for (let node = element; node && node !== document.body; node = cx.parentOf(node)) if (isLate(node)) return true;
    if (cx.someWithin(element, 20, isLate)) return true;
    if (!stood.has(element)) stood.set(element, size);
    return false;
  };

  const isAtEdge = ({ top, bottom }) => top <= 1 || bottom >= innerHeight - 1;
  // A way to be rid of it that says nothing: a cross, a small picture.
  const hasCross = (panel) => cx.someWithin(panel, 60, (one) => matches(one, describe.CONTROL)
    && Math.max(one.offsetWidth, one.offsetHeight) <= 48 && !/[\p{L}\p{N}]{2}/u.test(one.textContent));
  // Belongs to what was pressed, is typed into or pointed at: close by, and in line with it, as menus and tooltips are.
  const isAnchored = (panel, words) => {
    const box = panel.getBoundingClientRect();
    if (box.height >= ALL_THE_WAY * innerHeight && box.width < innerWidth / 2) return false; // in line with all there is
    const isNote = words.prose >= 4 && hasCross(panel); // what a field brings along goes when it is left
    const near = (element) => {
      if (isNote && element && matches(element, 'input,textarea,select')) return false;
      if (!element?.isConnected || panel.contains(element) || element === document.body || element === document.documentElement) return false;
      const to = element.getBoundingClientRect();
      if (!to.width || to.width > innerWidth / 2 && to.height > innerHeight / 3) return false;
      const over = Math.min(box.right, to.right) - Math.max(box.left, to.left), beside = Math.min(box.bottom, to.bottom) - Math.max(box.top, to.top);
      const gapY = Math.max(box.top - to.bottom, to.top - box.bottom), gapX = Math.max(box.left - to.right, to.left - box.right);
      return over > 0 && gapY <= NEAR_PX && gapY > -to.height - NEAR_PX || beside > 0 && gapX <= NEAR_PX && gapX > -to.width;
    };
    const focus = document.activeElement;
    const opener = focus && matches(focus, 'input,select,textarea,[aria-haspopup],[aria-expanded=true],[role=combobox],button') ? focus : null;
    const press = cx.lastPress;
    const pressed = press && (closest(press.element, 'button,a,[role=button],[role=combobox],label,input,li,[tabindex]') ?? press.element);
    const hovered = [...document.querySelectorAll(':hover')].findLast((one) => matches(one, `${describe.CONTROL},${describe.FIELD},[title],[aria-describedby],abbr,th,li`));
    return near(pressed) || near(opener) || near(hovered) && !panel.querySelector('button,input,iframe');
  };
  const isCalendar = (text) => (text.match(/(?<!\S)([1-9]|[12]\d|3[01])(?!\S)/g) ?? []).length >= 28;
  const isChoice = (element, words) => {
    if (matches(element, CHOICE)) return true;
    const lists = [...element.querySelectorAll(CHOICE)].filter(describe.visible);
    return lists.length > 0 && lists.reduce((sum, list) => sum + (list.textContent ?? '').length, 0) >= 0.5 * words.text.length;
  };
  // What turns below something else is not seen to turn: a tick that has come over it.
  const turns = ({ effect }, element) => {
    if (effect?.getComputedTiming().iterations !== Infinity) return false;
    const { left, top, width, height } = effect.target.getBoundingClientRect();
    const hit = cx.hitAt(left + width / 2, top + height / 2);
    return !hit || !cx.holds(element, hit) || cx.holds(effect.target, hit) || cx.holds(hit, effect.target);
  };
  const isSpinner = (element, words) => words.words <= 5 && !element.querySelector(`a[href],button,iframe,video,${FIELDS}`)
    && (matches(element, SPINS) || element.querySelector(SPINS) !== null
      || element.getAnimations({ subtree: true }).some((one) => turns(one, element)));

  // A bar or column of the page's own: it leads about, searches, or does one thing.
  const isFurniture = (element, words, late) => {
    const box = element.getBoundingClientRect();
    const isSentence = SENTENCE.test(words.text);
    if (!/\p{L}{2}/u.test(words.text)) return true; // lone signs on buttons
    // There from the start, and nothing in it that could be pressed: it is not meant to be closed.
    if (!late && !isSentence && isAtEdge(box) && !cx.someWithin(element, 100, (one) => matches(one, describe.CONTROL))) return true;
    const sayings = words.prose + (words.text.includes('×') ? 4 : 0) + (isSentence ? 2 : 0);
    // What is bought on this page, and for how much, goes along with whoever reads on.
    if (isAtEdge(box) && box.height < ALL_THE_WAY * innerHeight && !isSentence && PRICE.test(words.text) && words.prose < 12) return true;
    if (matches(element, NAVIGATION) && words.prose < 12) return true;
    if (element.querySelector('nav,[role=navigation],[role=menubar],[role=search],input[type=search]') && words.prose < 20) return true;
    if (words.links >= 4 && words.prose < 0.5 * words.words) return true;
    if (box.height >= 0.6 * innerHeight && box.width <= 0.4 * innerWidth && !late && covers(element, grid(element)) < 0.1) return true;
    if (late) return sayings < 1;
    return sayings < 4;
  };
  // Pictures and colours that the page is drawn upon: the page's words are hit above them.
  const isUnder = (element, hits) => {
    if (isOnTop(element)) return false;
    if (Number(styleOf(element).zIndex) < 0) return true;
    const box = element.getBoundingClientRect();
    const words = hits.filter(({ x, y, hit, layer }) => hit && !layer && x >= box.left && x < box.right && y >= box.top && y < box.bottom && isShown(hit));
    return words.slice(0, 12).filter(({ x, y }) => document.elementsFromPoint(x, y).includes(element)).length > 2;
  };
  // A bar that stood in the text and has been taken along leaves its place free.
  const isTakenAlong = (element) => [element.previousElementSibling, element.nextElementSibling, element.parentElement].some((one) => one && one !== document.body
    && styleOf(one).position !== 'fixed' && Math.abs(one.getBoundingClientRect().height - element.getBoundingClientRect().height) <= 2
    && (one.contains(element) || !one.childElementCount) && one.getBoundingClientRect().height > 10);
  const shades = (element) => [element, ...cx.within(element, 20)].some((one) => {
    if (shareOf(one.getBoundingClientRect()) < LARGE) return false;
    return ['', '::before', '::after'].some((part) => {
      const { backgroundColor, backgroundImage, backdropFilter, content, opacity } = getComputedStyle(one, part);
      return (!part || content !== 'none' && content !== 'normal') && Number(opacity) > 0.02
        && (alpha(backgroundColor) > 0.02 || backgroundImage !== 'none' || (backdropFilter ?? 'none') !== 'none');
    });
  }) || element.querySelector('svg') !== null && shareOf(element.getBoundingClientRect()) >= LARGE;

  // Put before the page rather than in it, with a way to be rid of it.
  const isNotice = (element, box, words) => element.parentElement === document.body && isAtEdge(box) && box.width >= 0.9 * innerWidth
    && words.prose >= 4 && words.links < 4 && hasCross(element);

  const isOver = ({ element }, veiled, hits) => {
    const style = styleOf(element), words = wordsOf(element), panel = panelOf(element), box = panel.getBoundingClientRect();
    const told = isDialog(element) || isOnTop(element) || panel.querySelector('dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]') !== null || isDialog(panel);
    const rich = matches(element, 'iframe,video,img,canvas') || cx.someWithin(element, 300, (one) => matches(one, FIELDS)) || element.querySelector(`iframe,video,img,canvas,${FIELDS}`) !== null;
    if (box.width <= 2 || box.height <= 2 || isUnder(element, hits)) return false;
    if (isSpinner(element, words) || isChoice(panel, words) || isChoice(element, words) || isCalendar(words.text)) return false;
    const spoken = matches(panel, '[role=status],[role=alert],[aria-live]') || panel.querySelector('[role=status],[role=alert]') !== null;
    const modal = matches(element, ':modal') || matches(panel, '[aria-modal=true]') || element.getAttribute('aria-modal') === 'true';
    if (!modal && !veiled && !spoken && isAnchored(panel, words) && !shades(element)) return false;
    const late = cameLate(element, box);
    if (told && (words.words > 0 || rich)) return !(box.width < SMALL_PX && box.height < SMALL_PX && !words.prose);
    if (box.width < SMALL_PX && box.height < SMALL_PX) return false;
    // A button that stays, whatever it says; a toast that can be pressed says more.
    if (matches(panel, describe.CONTROL) && !spoken && words.words < 10 && shareOf(box) < BAR) return false;
    if (style.position === 'absolute' && !veiled && shareOf(element.getBoundingClientRect()) < LARGE && (words.prose < 3 || !late && !isNotice(element, box, words))) return false;
    if (style.position === 'sticky' && (box.top < innerHeight / 2 || covers(element, grid(element)) < 0.2 || words.prose < 6)) return false;
    if (isAtEdge(box) && shareOf(box) < BAR && isTakenAlong(element)) return false;
    if (shareOf(box) >= BAR || veiled && !isAtEdge(box)) return words.words > 0 || rich;
    if (matches(panel, 'iframe,video') || panel.querySelector('iframe,video')) return box.width > 2.2 * SMALL_PX || box.height > SMALL_PX || words.prose > 3;
    return spoken && words.prose > 0 || !isFurniture(element, words, late);
  };
  return { isPage, isOver, shades, wordsOf, panelOf, alpha };
})();
