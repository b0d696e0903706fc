// observes: messages that may go again: live regions, small boxes that come up over the page, and the browser's own
//   bubble beside a field that it will not send; in every frame.
// emits: page/said {text, how: 'live' | 'bubble', origin} (stamps: when it came up, and its document's).
// side effects: none. Keeps the last texts for the customer's eyes.
(() => {
  const LIVE = '[role=alert],[role=status],[role=log],output,[aria-live]:not([aria-live=off])';
  const KEPT = 12, LONGEST = 200;
  const kept = [];
  const say = (text, how) => {
    if (!text || kept.at(-1) === text) return;
    kept.push(text);
    if (kept.length > KEPT) kept.shift();
    cx.emit('page/said', cx.now(), { text, how, origin: cx.at(0) });
  };
  const isToast = (element) => {
    const { position } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return position === 'fixed' && width > 0 && width * height < 0.2 * innerWidth * innerHeight && !matches(element, 'header,nav,footer');
  };
  // A box of one pixel speaks to screen readers only.
  const isSeen = (element) => describe.visible(element) && element.getBoundingClientRect().width > 2 && element.getBoundingClientRect().height > 2;
  const look = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (!element || !element.isConnected) return;
    const live = closest(element, LIVE) || (node.nodeType === 1 && element.querySelector(LIVE)) || (node.nodeType === 1 && isToast(element) && element);
    if (live && isSeen(live)) say(describe.clip(live.innerText, LONGEST), 'live');
  };
  // What a document brings along is looked at once it is drawn: the parser's own pieces come as they like.
  let parsed = document.readyState !== 'loading';
  addEventListener('DOMContentLoaded', () => {
    parsed = true;
    cx.drawn(() => [...document.querySelectorAll(LIVE)].slice(0, KEPT).filter(isSeen).forEach((live) => say(describe.clip(live.innerText, LONGEST), 'live')));
  }, { once: true });
  cx.onMutations((records) => {
    if (!parsed) return;
    for (const record of records.slice(0, 40)) {
      if (record.type === 'childList') [...record.addedNodes].slice(0, 5).forEach(look);
      else if (record.type === 'characterData' || /^(class|style|hidden|open)$/.test(record.attributeName || '')) look(record.target);
    }
  });
  addEventListener('invalid', (event) => {
    if (event.isTrusted) say(describe.clip(event.target.validationMessage, LONGEST), 'bubble');
  }, true);
  cx.said = () => [...kept];
})();
