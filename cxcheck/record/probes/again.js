// observes: whether a button that was pressed can be pressed again half a second later, its page being there still; in every frame.
// emits: press/repeatable {target, origin}. Stamp: the press.
// side effects: none.
(() => {
  const AFTER_MS = 500;
  const BUTTON = 'button,input[type=submit],input[type=button],input[type=image],[role=button]';
  // It is where it was, enabled, and nothing lies over its middle.
  const canBePressed = (element) => {
    if (!element.isConnected || matches(element, ':disabled') || closest(element, '[aria-disabled=true],[inert]')) return false;
    const box = element.getBoundingClientRect();
    const hit = element.getRootNode().elementFromPoint?.(box.left + box.width / 2, box.top + box.height / 2);
    return !!hit && (element === hit || element.contains(hit));
  };
  addEventListener('click', (event) => {
    const element = event.isTrusted && closest(describe.elementOf(event), BUTTON);
    if (!element) return;
    const stamp = cx.at(event.timeStamp), pressed = describe.target(element);
    setTimeout(() => {
      if (canBePressed(element)) cx.emit('press/repeatable', stamp, { target: pressed, origin: cx.at(0) });
    }, AFTER_MS);
  }, true);
})();
