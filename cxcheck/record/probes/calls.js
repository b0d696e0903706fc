// observes: nothing by itself: how probes hear calls of functions that the browser gives to pages.
// emits: nothing.
// side effects: a function that is heard is replaced by a proxy of itself. Its name, length, text, `this` and errors stay
//   what they were, and so does the way it is found on its owner.
(() => {
  const { apply: call } = Reflect;
  const known = new WeakMap(); // proxy -> the browser's own
  const knownOf = own(WeakMap.prototype.get).bind(null, known);
  const asItWas = (error) => {
    // A line of its stack would be ours.
    if (error instanceof Error && typeof error.stack === 'string') error.stack = error.stack.replace(/\n +at Object\.apply [^\n]*/, '');
    return error;
  };
  const replace = (owner, name, through) => {
    const made = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!made?.configurable || typeof made.value !== 'function') return;
    const proxy = new Proxy(made.value, { apply: through });
    known.set(proxy, made.value);
    Object.defineProperty(owner, name, { ...made, value: proxy });
  };
  replace(Function.prototype, 'toString', (native, self, given) => {
    try { return call(native, knownOf(self) ?? self, given); } catch (error) { throw asItWas(error); }
  });

  // `act` is told of each call before it is made: of what, and with what.
  cx.hear = (owner, name, act) => {
    const before = quietly(act);
    replace(owner, name, (native, self, given) => {
      before(self, given);
      try { return call(native, self, given); } catch (error) { throw asItWas(error); }
    });
  };
  const CONNECTED_MS = 1000; // RAIL: longer than a second after it, nobody connects an effect with their act
  // Whether the customer has just pressed something that is there to be pressed. The browser's own userActivation tells
  // nothing: each call of Playwright's into the page counts as a press.
  cx.activated = (withinMs = CONNECTED_MS) => !!cx.lastPress?.clickable && cx.now() - cx.lastPress.stamp <= withinMs;
})();
