// observes: each document of the top frame as it stands shortly after loading, once nothing has changed for a moment.
// emits: screen/settled {status, ways_on, says, origin}, once a document. status: HTTP status (0 unknown); ways_on: visible, enabled links,
//   buttons and frames outside header, navigation, footer and overlays; says: the main heading, else the first words;
//   origin: the document's stamp.
//   cx.onSettled(look): other probes look at the same moment.
// side effects: none.
cx.settling = [];
cx.onSettled = (look) => cx.settling.push(quietly(look));
(() => {
  if (!cx.top || !/^https?:$/.test(location.protocol)) return;
  const QUIET_MS = 300; // without a change: it stands
  const LATEST_MS = 3000; // after loading: a page that never stands still is looked at as it is
  const WAYS = 'a[href],button,input[type=submit],input[type=button],input[type=image],[role=button],[role=link],iframe';
  const FRAME_PX = 100; // a frame smaller than this holds no way on
  const NAVIGATION = 'nav,[role=navigation],[role=banner],[role=contentinfo]';
  const CONTENT = 'main,article,section,[role=main]'; // a header inside one of these is its own, not the site's

  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const isAround = (element) => {
    const above = [];
    for (let node = element; node; node = parentOf(node)) above.push(node);
    return above.some((node, index) => matches(node, NAVIGATION)
      || matches(node, 'header,footer') && !above.slice(index).some((outer) => matches(outer, CONTENT)));
  };
  const all = (root) => [...root.querySelectorAll(WAYS), ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? all(e.shadowRoot) : []))];
  const leads = (element) => {
    if (!describe.visible(element) || matches(element, ':disabled,[aria-disabled=true]')) return false;
    const { width, height } = element.getBoundingClientRect();
    if (matches(element, 'iframe') && Math.min(width, height) < FRAME_PX) return false;
    const href = element.getAttribute('href') ?? '';
    if (href.startsWith('#') && document.getElementById(href.slice(1))) return false; // stays on this page
    return !isAround(element) && cx.overlayOf(element) === null;
  };
  const says = () => {
    const main = document.querySelector('main,[role=main]') ?? document.body;
    const heading = [...main.querySelectorAll('h1,h2'), ...document.querySelectorAll('h1')].find(describe.visible);
    return describe.clip(heading?.innerText || main.innerText, 120);
  };

  const look = () => {
    cx.scanOverlays(); // so that what lies over the page is known
    const [navigation] = performance.getEntriesByType('navigation');
    cx.emit('screen/settled', cx.now(), {
      status: navigation?.responseStatus ?? 0, ways_on: all(document).filter(leads).length, says: says(), origin: cx.at(0),
    });
    cx.settling.forEach((one) => one());
  };
  let timer = 0;
  let latest = null; // null before loading and after the look
  const wait = () => {
    if (latest === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => { latest = null; look(); }, Math.max(0, Math.min(QUIET_MS, latest - performance.now())));
  };
  addEventListener('load', () => { latest = performance.now() + LATEST_MS; wait(); }, { once: true });
  cx.onMutations(wait);
})();
