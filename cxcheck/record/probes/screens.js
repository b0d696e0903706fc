// observes: documents and routes of the top frame, script errors in every frame.
// emits: screen/document {url, title, lang, says, history, referred, first_byte_ms, activated_ms}, screen/route {url, title, lang, says},
//   page/loaded, error/script {text}. referred: another page led here; lang: as the document says; says: the first heading there is so far.
// side effects: none. Stamps: epoch ms; a document's is its timeOrigin, from which first_byte_ms (null: the browser does not tell) and
//   activated_ms (above 0: made ready before the customer went there) count; one that a script wrote anew begins as it is written.
(() => {
  addEventListener('error', (event) => {
    if (event.message) cx.emit('error/script', cx.at(event.timeStamp), { text: describe.clip(String(event.message), 300) });
  });
  addEventListener('unhandledrejection', (event) => {
    cx.emit('error/script', cx.at(event.timeStamp), { text: describe.clip(String(event.reason?.message ?? event.reason), 300) });
  });
  if (!cx.top) return;

  const heading = () => ['main h1', 'h1', 'main h2'].map((place) => document.querySelector(place)).find(Boolean)?.textContent;
  const shown = (kind, stamp, more = {}) => cx.emit(kind, stamp, {
    url: location.href.slice(0, 2000), title: describe.clip(document.title, 200), lang: describe.clip(document.documentElement.lang, 20),
    says: describe.clip(heading(), 120), ...more,
  });
  const first = () => {
    const navigation = performance.getEntriesByType('navigation')[0];
    shown('screen/document', performance.timeOrigin, {
      history: navigation?.type === 'back_forward', referred: document.referrer !== '',
      first_byte_ms: navigation?.responseStart || null, activated_ms: navigation?.activationStart ?? 0,
    });
  };
  if (location.protocol === 'about:') { /* nothing to see yet */ } else if (document.readyState === 'loading') listen.call(window, 'DOMContentLoaded', quietly(first), { once: true });
  else first();
  cx.onRewritten(() => {
    const stamp = cx.now();
    const again = quietly(() => shown('screen/document', stamp, { history: false, first_byte_ms: null, activated_ms: 0 }));
    if (document.readyState === 'loading') listen.call(window, 'DOMContentLoaded', again, { once: true });
    else again();
  });
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
})();
