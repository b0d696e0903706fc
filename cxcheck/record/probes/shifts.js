// observes: Chromium's layout shifts in the top frame: what moved without scrolling.
// emits: page/shifted {value, recent_input, box, moved_px, selector, origin}, one a shift; box and selector are of its largest
//   part, after it. Stamps: the shift's, and origin, that of its document. value is the browser's score; recent_input its own mark, wrong where a phone is emulated.
// side effects: none.
(() => {
  if (!cx.top || !/^https?:$/.test(location.protocol)) return;
  const MOST = 300; // in one document: what moves more often is an animation, and has been told by then
  let told = 0;
  const area = ({ currentRect: { width, height } }) => width * height;
  cx.entries('shifts', 'layout-shift', (entry) => {
    if (told++ >= MOST) return;
    const sources = [...entry.sources].sort((a, b) => area(b) - area(a));
    const { node, previousRect: from, currentRect: to } = sources[0] ?? {};
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    cx.emit('page/shifted', cx.at(entry.startTime), {
      value: entry.value, recent_input: entry.hadRecentInput, origin: cx.at(0),
      box: to ? { x_px: to.x, y_px: to.y, width_px: to.width, height_px: to.height } : null,
      moved_px: to ? Math.round(Math.hypot(to.x - from.x, to.y - from.y)) : 0,
      selector: element ? describe.selectorOf(element) : '',
    }, true);
  });
})();
