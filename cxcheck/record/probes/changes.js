// observes: visible changes of the document, in every frame, and Chromium's paints after an interaction.
// emits: page/changed {until, shown, origin} (stamp: first change; until: last one; shown: when the frame with the first had
//   been drawn, where the page is seen; bursts joined up to 100 ms; origin: its document's);
//   answer/painted {duration_ms} (stamp: start of the interaction).
// side effects: none.
(() => {
  const TIMES = 6; // a node that has changed this often since the last gesture is an animation, not an answer
  const TOGETHER_MS = 100; // what changes within this is told at once
  const UNDRAWN_MS = 1000; // a frame that does not come within this is not waited for: nobody sees the page
  const STEADY_MS = 500; // … as long as it does not pause for longer than this, or than two of its own beats
  const beats = new WeakMap(); // element -> {count, first, last, press}
  let burst = null;
  let timer = 0;

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    if (burst) cx.emit('page/changed', burst.from, { until: burst.until, origin: cx.at(0), ...(burst.shown && { shown: burst.shown }) });
    burst = null;
  };
  const due = () => {
    if (!burst.drawing) { flush(); return; }
    burst.due = true;
    timer = setTimeout(flush, UNDRAWN_MS);
  };
  const changed = (stamp) => {
    if (burst && burst.press !== cx.lastPress) flush(); // what came before a press is no answer to it
    const mine = burst ||= { from: stamp, shown: 0, until: stamp, press: cx.lastPress, drawing: false, due: false };
    mine.until = stamp;
    timer ||= setTimeout(due, TOGETHER_MS);
    if (mine.drawing) return;
    mine.drawing = true;
    cx.drawn((at) => {
      mine.drawing = false;
      mine.shown ||= at;
      mine.until = Math.max(mine.until, at);
      if (mine.due && mine === burst) flush();
    });
  };
  cx.beforeFlush.push(flush);

  const elementOf = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const isAnimation = (element) => {
    const now = performance.now();
    let beat = beats.get(element);
    const steady = beat?.count > TIMES && now - beat.last <= Math.max(STEADY_MS, 2 * (beat.last - beat.first) / (beat.count - 1));
    if (!beat || beat.press !== cx.lastPress && !steady) beats.set(element, beat = { count: 0, first: now, press: cx.lastPress });
    beat.count++;
    beat.last = now;
    return beat.count > TIMES;
  };
  const relevant = (record) => {
    const element = elementOf(record.target);
    if (!element || element.tagName === 'HEAD' || closest(element, 'head,script,style')) return false;
    if (isAnimation(element)) return false;
    if (record.type === 'childList' && record.removedNodes.length) return describe.inView(element);
    if (record.type === 'childList') return [...record.addedNodes].some((node) => node.nodeType === 3 ? describe.inView(element) : node.nodeType === 1 && describe.inView(node));
    if (record.type === 'attributes' && /^(data-|aria-(?!hidden|expanded|invalid))/.test(record.attributeName)) return false;
    return describe.inView(element);
  };
  cx.onMutations((records) => {
    const stamp = cx.now();
    // Of a long list the first and the last few tell as much as all.
    const some = records.length > 60 ? [...records.slice(0, 40), ...records.slice(-20)] : records;
    if (!some.filter(relevant).length) return; // all of them: each has its own beat
    changed(stamp);
  });

  const type = 'interaction-contentful-paint';
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) { cx.unsupported('changes', `no ${type} entries`); return; }
  new PerformanceObserver(quietly((list) => list.getEntries().forEach((entry) => {
    cx.emit('answer/painted', cx.at(entry.startTime), { duration_ms: entry.duration });
  }))).observe({ type, buffered: true });
})();
