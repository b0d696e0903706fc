// observes: what says that the page is working, in view, in every frame: aria-busy, progress bars without a value, and what
//   turns or shimmers without end; only what was not there when the customer pressed.
// emits: busy/began {named, origin}, busy/ended {origin} (stamps: when it was seen to come up and go; named: it is called or
//   marked so, in the top frame; else it may be an ornament).
// side effects: none.
(() => {
  const SAYS = '[aria-busy=true],[role=progressbar]:not([aria-valuenow]),progress:not([value])';
  const NAMED = /spin|skelet|shimmer|placeholder|progress|busy|throbber|(?<!down|up|lazy)load(er|ing)/i;
  const LOOK_MS = 100, AGAIN_MS = 250; // after a change; while something spins
  const MOST = 50; // of a wall of skeletons a part tells as much
  let before = new WeakSet();
  let held = new Map(); // element -> whether it is called a spinner
  let told = null; // null: nothing spins; else whether that was said of something named
  let timer = 0;

  const endless = (animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations === Infinity;
  const isNamed = (element, animation) => NAMED.test(`${element.id} ${element.getAttribute('class')} ${animation.animationName ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`);
  const working = () => {
    const found = new Map();
    for (const animation of document.getAnimations().filter(endless).slice(0, MOST)) {
      const element = animation.effect.target;
      if (element && describe.inView(element)) found.set(element, isNamed(element, animation));
    }
    for (const element of [...document.querySelectorAll(SAYS)].slice(0, MOST)) if (describe.inView(element)) found.set(element, true);
    return found;
  };
  // With its pseudo-elements, which the browser lists among what is below it.
  const turns = (element) => element.getAnimations({ subtree: true }).some((one) => one.effect.target === element && endless(one));
  const goesOn = (element) => element.isConnected && describe.inView(element) && (matches(element, SAYS) || turns(element));
  const tell = (stamp) => {
    const named = cx.top && [...held.values()].some(Boolean);
    if (held.size && (told === null || named && !told)) {
      told = named;
      cx.emit('busy/began', stamp, { named, origin: cx.at(0) });
    } else if (!held.size && told !== null) {
      told = null;
      cx.emit('busy/ended', stamp, { origin: cx.at(0) });
    }
  };
  const drop = (stamp) => {
    for (const element of held.keys()) if (!goesOn(element)) held.delete(element);
    tell(stamp);
  };
  const look = () => {
    timer = 0;
    if (document.hidden) return;
    for (const [element, named] of working()) if (!before.has(element)) held.set(element, named);
    drop(cx.now());
    if (held.size) timer ||= setTimeout(look, AGAIN_MS);
  };
  const pressed = (event) => {
    if (!event.isTrusted || event.type === 'keydown' && !['Enter', ' '].includes(event.key)) return;
    before = new WeakSet(working().keys());
    held.clear();
    tell(cx.at(event.timeStamp));
  };
  addEventListener('pointerdown', pressed, true);
  addEventListener('keydown', pressed, true);
  cx.onMutations(() => {
    if (held.size) drop(cx.now());
    timer ||= setTimeout(look, LOOK_MS);
  });
})();
