// observes: documents and routes of the top frame, their first and largest paint, script errors in every frame.
// emits: screen/document {url, title, history}, screen/route {url, title}, page/painted {what}, page/loaded, error/script {text}.
// side effects: none. Stamps: epoch ms; a document's is its timeOrigin.
(() => {
  addEventListener('error', (event) => {
    if (event.message) cx.emit('error/script', cx.at(event.timeStamp), { text: describe.clip(String(event.message), 300) });
  });
  addEventListener('unhandledrejection', (event) => {
    cx.emit('error/script', cx.at(event.timeStamp), { text: describe.clip(String(event.reason?.message ?? event.reason), 300) });
  });
  if (!cx.top || location.protocol === 'about:') return;

  const shown = (kind, stamp, more = {}) => cx.emit(kind, stamp, { url: location.href, title: describe.clip(document.title, 200), ...more });
  const first = () => {
    const navigation = performance.getEntriesByType('navigation')[0];
    shown('screen/document', performance.timeOrigin, { history: navigation?.type === 'back_forward' });
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', first, { once: true });
  else first();
  addEventListener('load', (event) => cx.emit('page/loaded', cx.at(event.timeStamp)), { once: true });

  let route = location.href;
  const moved = (event) => {
    if (location.href === route) return;
    route = location.href;
    const stamp = cx.at(event.timeStamp);
    setTimeout(() => shown('screen/route', stamp), 100); // the title follows the address
  };
  if (window.navigation) navigation.addEventListener('currententrychange', moved);
  else { addEventListener('popstate', moved); addEventListener('hashchange', moved); }

  const paints = (type, what) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) { cx.unsupported('screens', `no ${type} entries`); return; }
    new PerformanceObserver(quietly((list) => list.getEntries().forEach((entry) => {
      if (type !== 'paint' || entry.name === 'first-contentful-paint') cx.emit('page/painted', cx.at(entry.startTime), { what }, true);
    }))).observe({ type, buffered: true });
  };
  paints('paint', 'first');
  paints('largest-contentful-paint', 'largest');
})();
