// observes: the first and the largest paint of each document and of each route that an act of the customer's led to; top frame.
// emits: page/painted {what, origin, …} and route/painted {what, began, url, …}, what: first, largest. Of the largest also area_px2, selector
//   and image (its address, without query). Stamps: when it was presented; origin: its document's; began: of the act, from which a
//   route is timed (url: the browser's name for it).
// side effects: none.
(() => {
  if (!cx.top || location.protocol === 'about:') return;
  const shown = ({ size, element, url }) => ({
    area_px2: size, selector: element ? describe.selectorOf(element) : '', image: describe.address(url),
  });
  const painted = (what, stamp, more) => cx.emit('page/painted', stamp, { what, origin: cx.at(0), ...more }, true);
  cx.entries('paints', 'paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') painted('first', cx.at(startTime), {});
  });
  cx.entries('paints', 'largest-contentful-paint', (entry) => painted('largest', cx.at(entry.startTime), shown(entry)));

  let route = null; // the browser's entry of it
  const told = (what, timeStamp, more) => {
    cx.emit('route/painted', cx.at(timeStamp), { what, began: cx.at(route.startTime), url: route.name, ...more }, true);
  };
  const grown = (entry) => {
    if (!entry || !route || entry.interactionId !== route.interactionId) return;
    const largest = entry.largestContentfulPaint;
    told('largest', largest?.renderTime || entry.startTime + entry.duration, shown(largest ?? {}));
  };
  cx.entries('routes', 'soft-navigation', (entry) => {
    route = entry;
    told('first', entry.presentationTime || entry.paintTime || entry.startTime + entry.duration, {});
    grown(entry.getLargestInteractionContentfulPaint?.() ?? entry.largestInteractionContentfulPaint); // older: an attribute
  });
  cx.entries('routes', 'interaction-contentful-paint', grown);
})();
