// observes: how long the browser took to show what each click, tap or key had set off, in every frame.
// emits: interaction/shown {duration_ms, event, selector, origin}. Of a run of interactions closer than a second only those longer than
//   the ones before. Stamps: when it began, and origin, its frame's document's. The browser rounds durations to 8 ms
//   and keeps those under 16 ms to itself, but for a document's first.
// side effects: none.
(() => {
  const RUN_MS = 1000; // our choice
  const LEAST_MS = 16; // the least that may be asked for (Event Timing)
  if (!window.PerformanceEventTiming || !('interactionId' in PerformanceEventTiming.prototype)) {
    if (cx.top) cx.unsupported('interactions', 'no interactions among event entries');
    return;
  }
  let last = -Infinity; // when the latest one began
  let longest = -1; // of the run
  let routed = -Infinity; // a new route is a new screen, and a new run
  let left = -Infinity; // the page may be about to go: then all is told, at once
  window.navigation?.addEventListener('currententrychange', quietly(({ timeStamp }) => { routed = timeStamp; }));
  let kept = null; // the last one not told
  addEventListener('beforeunload', ({ timeStamp }) => {
    left = timeStamp;
    if (kept) tell(kept);
  });

  const tell = (entry) => {
    const { interactionId, startTime, duration, name, target } = entry;
    if (!interactionId) return;
    if (startTime - last >= RUN_MS || last < routed && startTime >= routed) longest = -1;
    last = Math.max(last, startTime);
    const leaving = performance.now() - left < RUN_MS;
    kept = duration <= longest && !leaving ? entry : null;
    if (kept) return;
    longest = Math.max(longest, duration);
    const selector = target?.nodeType === 1 ? describe.selectorOf(target) : '';
    cx.emit('interaction/shown', cx.at(startTime), { duration_ms: duration, event: name, selector, origin: cx.at(0) }, !leaving);
  };
  cx.entries('interactions', 'event', tell, { durationThreshold: LEAST_MS });
  cx.entries('interactions', 'first-input', tell);
})();
