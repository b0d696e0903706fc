// observes: CSS animations and transitions of some duration that begin in view after a press, in every frame.
// emits: page/animated {until, shown, origin} (stamp: the beginning; until: its end as planned; shown: when the frame had been drawn).
// side effects: none.
// What the mouse or the focus brings about (the pressed element's own, what is under the mouse, what gained or lost the
// focus) is no answer; nor is what has been moving by itself before.
(() => {
  const ORNAMENT_MS = 2000; // what moves for longer is not waited for
  const CAUSED_MS = 10000; // after the press; later nobody waits for it
  const ASIDE_MS = 1000; // RAIL: after this nobody connects an effect with their act
  const restless = new WeakSet(); // elements that once moved when nothing had been pressed
  let blurred = null;
  let told = 0; // one of those that begin together is enough

  const contains = (one, other) => !!one && !!other && (one.contains(other) || other.contains(one));
  const ofTheHand = (element) => matches(element, ':hover,:active,:focus,:focus-within')
    || contains(element, cx.lastPress?.element) || contains(element, blurred);
  const endOf = (element) => Math.max(0, ...element.getAnimations().map(({ effect, currentTime }) => {
    const left = effect.getComputedTiming().endTime - (currentTime ?? 0);
    return left <= ORNAMENT_MS ? left : 0;
  }));
  const began = (event) => {
    const element = describe.elementOf(event);
    const stamp = cx.at(event.timeStamp);
    const since = stamp - (cx.lastPress?.stamp ?? -Infinity);
    if (since > ASIDE_MS) {
      if (restless.has(element)) return;
      restless.add(element);
    }
    if (since < 0 || since > CAUSED_MS) return;
    if (stamp - told < 50 || ofTheHand(element) || !describe.inView(element)) return;
    if (element.getAnimations().some(({ effect }) => effect.getComputedTiming().iterations === Infinity)) return; // spinners.js
    told = stamp;
    const until = stamp + endOf(element);
    cx.drawn((shown) => cx.emit('page/animated', stamp, { until, shown, origin: cx.at(0) }));
  };
  addEventListener('animationstart', began, true);
  addEventListener('transitionstart', began, true);
  addEventListener('blur', ({ target }) => { blurred = target instanceof Element ? target : null; }, true);
})();
