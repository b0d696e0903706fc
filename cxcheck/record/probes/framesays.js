// observes: what a frame shows that may be all of an overlay: only it can tell where it is of another origin.
// emits: frame/says {text, controls, fields, width_px, height_px}, when it has come and when it is another; not of the top frame.
// side effects: none.
(() => {
  if (cx.top) return;
  const LEAST = { width: 120, height: 40 }, AFTER_MS = 250, TIMES = 10, MOST = 12; // our choice
  let said = '', times = 0, timer = 0;
  const look = () => {
    timer = 0;
    if (times >= TIMES || innerWidth < LEAST.width || innerHeight < LEAST.height || !document.body) return;
    const shown = (selector) => [...document.querySelectorAll(selector)].filter(describe.visible).slice(0, MOST);
    const says = {
      text: describe.clip(document.body.innerText, 600), controls: shown(describe.CONTROL).map(describe.nameOf),
      fields: shown('input:not([type=hidden]),select,textarea').map((field) => field.type), width_px: innerWidth, height_px: innerHeight,
    };
    if (!says.text && !says.controls.length || stringify(says) === said) return;
    said = stringify(says);
    times++;
    cx.emit('frame/says', cx.now(), says);
  };
  const soon = () => { if (times < TIMES) timer ||= setTimeout(look, AFTER_MS); };
  cx.onMutations(soon);
  for (const event of ['load', 'resize']) addEventListener(event, soon, true);
})();
