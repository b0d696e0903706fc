// What can be pressed in what lies over the page, told also by its looks: a cross, a small picture in a corner.
const lying = (cx.overlays?.() ?? []).map(({ id }) => cx.overlayElement?.(id)).filter(Boolean);
if (!cx.top && document.body) lying.push(document.body); // the frame may stand in one: whoever asks knows
const pressable = [...new Map(lying.flatMap((element) => cx.pressable(element)).map((one) => [one.element, one])).values()];
const pressableFacts = pressable.map(({ element, closes }) => ({
  ...common(element), role: roleOf(element), href: element.href?.slice?.(0, 500) || '', expanded: '', around: '', submits: false, closes,
}));
// A place beside an overlay where a press falls on its shade and not on the page: far from all that it shows.
const beside = (id) => {
  const covers = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return left <= 1 && top <= 1 && right >= innerWidth - 1 && bottom >= innerHeight - 1;
  };
  const lies = (element, x, y) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  const boxes = pressable.filter(({ element }) => cx.overlayOf(element) === id).map(({ element }) => boxOf(element));
  const apart = (x, y) => boxes.every((box) => x < box.x_px - 8 || y < box.y_px - 8 || x > box.x_px + box.width_px + 8 || y > box.y_px + box.height_px + 8);
  for (const [x, y] of [[0.02, 0.5], [0.98, 0.5], [0.5, 0.02], [0.5, 0.98], [0.02, 0.98], [0.98, 0.02]].map(([a, b]) => [a * innerWidth, b * innerHeight])) {
    const hit = (cx.hitAt ?? document.elementFromPoint.bind(document))(x, y);
    if (!hit || matches(hit, `body,html,main,img,video,iframe,${CONTROL},${FIELD}`) || !apart(x, y)) continue;
    const owner = cx.overlayOf(hit);
    const shade = owner === null && covers(hit) && !words(hit) && getComputedStyle(hit).position !== 'static';
    if (owner === id && (covers(hit) || !lies(hit, x, y)) || shade) return [x, y];
  }
  return null;
};
