// observes: sound and film that begin to play, in every frame; in shadow trees and out of the document as far as a script
//   starts them, or an open tree holds them.
// emits: media/playing {selector, box, muted, activated} once for each, and again when a silent one is heard.
//   box: in the window's pixels; null where that is not known. Stamps: epoch ms.
// side effects: none but those of calls.js.
(() => {
  const MEDIA = 'audio,video';
  const KINDS = ['play', 'playing', 'volumechange', 'timeupdate'];
  const listenTo = own(EventTarget.prototype.addEventListener);
  const states = new WeakMap(); // element -> {asked, silent, heard}
  const stateOf = (element) => {
    if (!states.has(element)) states.set(element, { asked: false, silent: false, heard: false });
    return states.get(element);
  };
  // The browser says how much sound it has decoded, not whether there is any: of a film that has just begun maybe later.
  const hasSound = (element) => (element.srcObject ? element.srcObject.getAudioTracks?.().length > 0
    : element.tagName === 'AUDIO' || (element.webkitAudioDecodedByteCount ?? 1) > 0);
  const boxOf = (element) => {
    const box = describe.boxOf(element);
    for (let view = window; view !== view.top; view = view.parent) {
      const frame = view.frameElement; // null in a page of another origin
      if (!frame) return null;
      const { x, y } = frame.getBoundingClientRect();
      box.x_px += x + frame.clientLeft;
      box.y_px += y + frame.clientTop;
    }
    return box;
  };
  const noticed = (event) => {
    const element = event.composedPath()[0];
    if (!event.isTrusted || !(element instanceof HTMLMediaElement)) return;
    const state = stateOf(element);
    if (event.type === 'play') { state.asked = cx.activated(); return; }
    if (state.heard || element.paused || (event.type !== 'playing' && !state.silent)) return;
    const muted = element.muted || !element.volume || !hasSound(element);
    if (muted && state.silent) return;
    state[muted ? 'silent' : 'heard'] = true;
    const placed = element.isConnected;
    cx.emit('media/playing', cx.at(event.timeStamp), {
      selector: placed ? describe.selectorOf(element) : '', box: placed ? boxOf(element) : null, muted,
      activated: state.asked || cx.activated(),
    });
  };
  for (const kind of KINDS) addEventListener(kind, noticed, true);

  // These events do not leave a shadow tree, nor come from what is in no document.
  const attended = new WeakSet();
  const attend = (element) => {
    if (attended.has(element)) return;
    attended.add(element);
    if (element.isConnected && element.getRootNode() === document) return; // heard already
    for (const kind of KINDS) listenTo(element, kind, quietly(noticed), true);
  };
  cx.hear(HTMLMediaElement.prototype, 'play', (element) => { if (element instanceof HTMLMediaElement) attend(element); });
  const search = (root) => {
    if (root !== document) root.querySelectorAll(MEDIA).forEach(attend);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) search(element.shadowRoot);
  };
  // Both when they may have come: with the document, or with what they play.
  addEventListener('DOMContentLoaded', () => search(document));
  addEventListener('load', () => search(document));
  if (PerformanceObserver.supportedEntryTypes.includes('resource')) {
    const loaded = (list) => {
      if (list.getEntries().some(({ initiatorType }) => ['video', 'audio'].includes(initiatorType))) search(document);
    };
    new PerformanceObserver(quietly(loaded)).observe({ type: 'resource' });
  }
})();
