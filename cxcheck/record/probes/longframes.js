// observes: frames that took the page longer than 50 ms to make, in the top frame (Chromium's long animation frames).
// emits: page/long-frame {duration_ms, blocking_ms, site_ms, invoker, script, origin, more}; site_ms: what the page's own scripts took,
//   for probes have no address; invoker and script (its address, without query) are those of the script that took longest. more: the
//   document is not listened to any further. Stamps: its start, and origin, its document's.
// side effects: none.
(() => {
  if (!cx.top || location.protocol === 'about:') return;
  const MOST = 100; // in one document
  let told = 0;
  cx.entries('longframes', 'long-animation-frame', ({ startTime, duration, blockingDuration, scripts }) => {
    if (++told > MOST) return;
    const [longest] = [...scripts].sort((a, b) => b.duration - a.duration);
    cx.emit('page/long-frame', cx.at(startTime), {
      duration_ms: duration, blocking_ms: blockingDuration, origin: cx.at(0), more: told === MOST,
      site_ms: scripts.reduce((sum, one) => sum + (one.sourceURL ? one.duration : 0), 0),
      invoker: describe.clip(describe.address(longest?.invoker), 80), script: describe.address(longest?.sourceURL),
    }, true);
  });
})();
