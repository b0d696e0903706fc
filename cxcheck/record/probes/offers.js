// observes: what an overlay offers to press, and what looks like its way out; asked by overlays.js, when it tells of one.
// emits: nothing by itself. offers(overlay): {close: {name, selector, box, named, in_view} | null,
//   choices: [{name, selector, box, contrast_ratio, role, named, in_view}]}; which button is for what, its words say.
// side effects: none.
cx.offers = (() => {
  // Our choice: no overlay that a person reads has more of them; no icon is larger; a longer text is no button's.
  const ELEMENTS = 5000, PERHAPS = 150, CHOICES = 16, ICON_PX = 64, LONGEST = 60;
  const BARE = /^[×✕✖✗✘⨯⨉╳☓🗙🗴❌xX]$/u; // a cross and nothing else: nobody can read it out
  const SEEN = 'h1,h2,h3,h4,p,li,label,img,input,textarea,select,iframe';
  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const styleOf = (element) => getComputedStyle(element);

  const within = (root, found = []) => {
    for (const element of root.children) {
      if (found.length >= ELEMENTS) break;
      found.push(element);
      const inner = cx.rootOf(element);
      if (inner) within(inner, found);
      within(element, found);
    }
    return found;
  };
  // Of a long list, such as that of a consent question's partners, what stands before and after it.
  const ends = (list, most) => (list.length > most ? [...list.slice(0, most / 2), ...list.slice(-most / 2)] : list);
  const saidOf = (element) => describe.clip(element.innerText ?? element.textContent, 200);
  const isNamed = (name) => /[\p{L}\p{N}]/u.test(name) && !BARE.test(name);
  const isPointedAt = (element) => styleOf(element).cursor === 'pointer' && styleOf(parentOf(element) ?? element).cursor !== 'pointer';
  // What pages make of their own: told by the hand that the pointer turns into, or by a cross. Looked at where it is short.
  const isPerhaps = (element) => element.childElementCount <= 2 && element.textContent.length <= LONGEST
    && !closest(element, `${describe.CONTROL},${describe.FIELD},label`);
  const isPressable = (element) => isPointedAt(element) || !element.childElementCount && BARE.test(saidOf(element));
  const isSmall = ({ width_px, height_px }) => width_px <= ICON_PX && height_px <= ICON_PX;

  // In the window, and not scrolled out of what holds it.
  const isInView = (element, { x_px, y_px, width_px, height_px }) => {
    const x = x_px + width_px / 2, y = y_px + height_px / 2;
    for (let node = parentOf(element); node && node !== document.body; node = parentOf(node)) {
      if (styleOf(node).overflowY === 'visible') continue;
      const { left, top, right, bottom } = node.getBoundingClientRect();
      if (x < left || x > right || y < top || y > bottom) return false;
    }
    return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  };
  const around = (boxes) => ({
    left: Math.min(...boxes.map((box) => box.x_px)), top: Math.min(...boxes.map((box) => box.y_px)),
    right: Math.max(...boxes.map((box) => box.x_px + box.width_px)), bottom: Math.max(...boxes.map((box) => box.y_px + box.height_px)),
  });
  // Where people look for it: at the side, near the top of all that the overlay shows.
  const isInCorner = ({ x_px, y_px, width_px, height_px }, all) => {
    const x = x_px + width_px / 2, y = y_px + height_px / 2;
    const aside = Math.max((all.right - all.left) / 4, ICON_PX), down = Math.max((all.bottom - all.top) / 3, ICON_PX);
    return y <= all.top + down && (x >= all.right - aside || x <= all.left + aside);
  };

  // All that can be pressed, as seen: {element, told, closes}; closes: 2 a bare cross, 1 a small picture in a corner.
  cx.pressable = (overlay) => {
    const elements = within({ children: [overlay] });
    const controls = elements.filter((element) => matches(element, describe.CONTROL));
    const others = ends(elements.filter((element) => element !== overlay && isPerhaps(element)), PERHAPS).filter(isPressable);
    const pressed = [...ends(controls, PERHAPS), ...others].filter(describe.visible).map((element) => {
      const name = describe.nameOf(element), box = describe.boxOf(element);
      return {
        element, said: saidOf(element),
        told: { name, selector: describe.selectorOf(element), box, named: isNamed(name), in_view: isInView(element, box) },
      };
    });
    const seen = elements.filter((element) => matches(element, SEEN)).slice(0, PERHAPS).filter(describe.visible).map(describe.boxOf);
    const all = around([...seen, ...pressed.map(({ told }) => told.box)]);
    const closes = ({ said, told: { box } }) => (!isSmall(box) ? 0 : BARE.test(said) ? 2 : Number(!isNamed(said) && isInCorner(box, all)));
    return pressed.map((one) => ({ ...one, closes: closes(one) }));
  };
  const look = (overlay) => {
    const pressed = cx.pressable(overlay);
    const [way] = pressed.filter(({ closes }) => closes).sort((a, b) => b.closes - a.closes || b.told.box.x_px - a.told.box.x_px);
    const choices = ends(pressed.filter(({ told }) => told.name), CHOICES).map(({ element, told }) => (
      { ...told, contrast_ratio: cx.contrastOf(element), role: describe.roleOf(element) }));
    return { close: way ? way.told : null, choices };
  };
  // A page that gets in the way of it keeps the overlay from being described, not from being told of.
  return (overlay) => { try { return look(overlay); } catch { return {}; } };
})();
