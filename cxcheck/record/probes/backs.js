// observes: going back in the history, to a document or to a route inside one.
// emits: gesture/back {document}. Stamps: epoch ms; a document's is its timeOrigin.
// side effects: none.
// Between routes the browser tells the customer's doing from the page's own. Between documents it does not: what a press
// on the page brought about, the table of gestures sorts out.
(() => {
  if (location.protocol === 'about:') return;
  if (!window.navigation) { cx.unsupported('backs', 'no Navigation API'); return; }
  navigation.addEventListener('navigate', quietly(({ navigationType, userInitiated, destination, timeStamp, isTrusted }) => {
    if (!isTrusted || navigationType !== 'traverse' || !userInitiated || !destination.sameDocument) return;
    if (destination.index < navigation.currentEntry.index) cx.emit('gesture/back', cx.at(timeStamp), { document: false });
  }));
  if (!cx.top || performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') return;
  // Coming from another site, neither says where from: forward is rare.
  const { from, entry } = navigation.activation ?? {};
  if (!from || !entry || from.index > entry.index) cx.emit('gesture/back', performance.timeOrigin, { document: true });
})();
