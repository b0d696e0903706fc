// Shared by the probes, which run after it in the same function scope.
// observes: nothing by itself; one MutationObserver that probes subscribe to.
// emits: probe/unsupported {probe, reason}; carries what the other probes emit.
// side effects: one non-enumerable symbol on window, by which cxcheck's own questions find `cx` again.
// What the page may replace later was taken before its first script ran.
const { stringify } = JSON;
const own = (method) => Function.prototype.call.bind(method);
const matches = own(Element.prototype.matches);
const closest = own(Element.prototype.closest);
// A page that trips up a probe must not be told so by an error of its own: it is noted, once, and all goes on.
let tripped = false;
const here = document; // a window may get another, and with it other probes: then these are silent
const quietly = (act) => (...given) => {
  if (document !== here) return undefined;
  try { return act(...given); } catch (error) {
    if (!tripped) { tripped = true; cx.unsupported('page', `a script of the page's got in the way: ${String(error).slice(0, 100)}`); }
  }
};
const { addEventListener: listen, setTimeout: later, requestAnimationFrame: nextFrame } = window;
const listened = [];
const addEventListener = (type, act, options) => {
  listened.push([type, quietly(act), options]);
  listen.call(window, ...listened.at(-1));
};
const setTimeout = (act, ms) => later.call(window, quietly(act), ms);

const cx = (() => {
  // The protocol's where there is one, else Playwright's; a window's second document has only what its first one had.
  const binding = window.__cxcheckTell ?? window.__cxcheckSend ?? window[Symbol.for('cxcheck')]?.binding;
  delete window.__cxcheckTell;
  delete window.__cxcheckSend;
  // Playwright's side of its binding writes JSON as well: with the originals, while no script of the page's can look.
  const send = (reports) => {
    const theirs = JSON.stringify;
    const mixedIn = [Array.prototype, Object.prototype].map((on) => [on, Object.getOwnPropertyDescriptor(on, 'toJSON')]).filter(([, made]) => made?.configurable);
    JSON.stringify = stringify;
    mixedIn.forEach(([on]) => delete on.toJSON);
    try { void binding(stringify(reports)); } finally {
      JSON.stringify = theirs;
      mixedIn.forEach(([on, made]) => Object.defineProperty(on, 'toJSON', made));
    }
  };
  const queue = [];
  let timer = 0;

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    if (queue.length && binding) send(queue.splice(0));
  };
  // stamp: milliseconds since the epoch by the browser's clock (timeOrigin + timeStamp).
  const emit = (kind, stamp, data = {}, soon = false) => {
    queue.push({ kind, stamp, data });
    if (soon) timer ||= setTimeout(flush, 50);
    else flush();
  };
  const at = (timeStamp) => performance.timeOrigin + timeStamp;
  const now = () => at(performance.now());
  // When the frame that shows what was just changed has been drawn; never, in a page that nobody sees.
  const drawn = (then) => nextFrame.call(window, () => setTimeout(() => then(now())));
  const unsupported = (probe, reason) => emit('probe/unsupported', now(), { probe, reason });

  // Each of the browser's own entries of a type, also those made before; what is left of them when the page is left.
  const entries = (probe, type, tell, options = {}) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) { unsupported(probe, `no ${type} entries`); return; }
    const observer = new PerformanceObserver(quietly((list) => list.getEntries().forEach(tell)));
    observer.observe({ type, buffered: true, ...options });
    cx.beforeFlush.push(() => observer.takeRecords().forEach(tell));
  };

  const watchers = [];
  const observer = new MutationObserver((records) => watchers.forEach((watch) => quietly(watch)(records)));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // document.open(), and so Playwright's set_content(), takes all listeners away; the observer stays, and sees the root go.
  const rewritten = [];
  watchers.push((records) => {
    if (!records.some((record) => record.target === document && [...record.removedNodes].some((node) => node.nodeType === 1))) return;
    listened.forEach((one) => listen.call(window, ...one));
    rewritten.forEach((act) => act());
  });

  const lastWords = () => { cx.beforeFlush.forEach((f) => f()); flush(); };
  addEventListener('beforeunload', lastWords);
  return {
    emit, flush, lastWords, at, now, drawn, unsupported, entries, binding, document: here,
    top: window === window.top,
    onMutations: (watch) => watchers.push(watch),
    onRewritten: (act) => rewritten.push(act),
    beforeFlush: [],
    overlayOf: () => null, // overlays.js replaces it, in the top frame
    scanOverlays: () => {}, // and this
    onScrollbar: () => false, // scrolls.js replaces it
    lastPress: null, // gestures.js keeps it: {stamp, element, leaves, clickable, controls}
    lastTyped: 0, // and this: when the last character came
  };
})();
Object.defineProperty(window, Symbol.for('cxcheck'), { value: cx, configurable: true });
