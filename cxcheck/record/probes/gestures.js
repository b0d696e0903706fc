// observes: trusted pointer, key, input and change events, in every frame.
// emits: gesture/pressed {pointer, trusted, target, left} (left: the box of what had the focus); gesture/typed {characters, field_kind, target, until} (never the text);
//   secret/typed {value} (what stands in a password field: so that it can be taken out of all texts; never written);
//   gesture/chosen {target, keys}, gesture/ticked {target, keys, beside} (keys: by the keyboard; beside: words and characters of its label); gesture/key {key, target}. Stamps: epoch ms.
// side effects: none.
(() => {
  const { elementOf } = describe;
  const TICKED = 'input:is([type=checkbox],[type=radio])';
  const CHOSEN = 'select,input:is([type=range],[type=color],[type=file])'; // picked rather than typed
  // Playwright's select_option(), and its fill() of a date or a range, set the value and make one event which composes;
  // those that pages make for themselves hardly ever do.
  const AT_ONCE = `${CHOSEN},input:is([type=date],[type=time],[type=datetime-local],[type=month],[type=week])`;
  const setAtOnce = (event) => !event.isTrusted && event.composed && event.constructor === Event && matches(elementOf(event), AT_ONCE);
  const SLIDER = 'input:is([type=range],[type=color])';
  const EDITING = ['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight'];
  let typing = null; // {element, from, until, characters}
  let touched = null; // tells of the tap under way
  let keys = false; // whether the keyboard was used last
  const lengths = new WeakMap();

  const endTyping = () => {
    if (!typing) return;
    const { element, from, until, characters } = typing;
    typing = null;
    if (element.type === 'password') cx.emit('secret/typed', cx.at(until), { value: element.value.slice(0, 200) });
    cx.emit('gesture/typed', cx.at(from), {
      characters, until: cx.at(until), field_kind: element.type || element.tagName.toLowerCase(), target: describe.target(element),
    });
  };
  let typingTimer = 0;
  cx.beforeFlush.push(endTyping);
  cx.endTyping = endTyping;

  const pressed = (event, trusted) => {
    endTyping();
    if (trusted) cx.scanOverlays(cx.at(event.timeStamp) - 1); // what stands there by now did not come of this press
    const element = elementOf(event);
    const target = describe.target(element);
    const link = closest(element, 'a[href]');
    const controls = closest(element, '[aria-controls]')?.getAttribute('aria-controls') || '';
    // What lay below an overlay when that was pressed did not come of the press, though it is seen only when that has gone.
    const beneath = trusted && target.popup ? [0.1, 0.5, 0.9].flatMap((share) => document.elementsFromPoint(innerWidth * share, innerHeight * share)) : [];
    if (trusted) cx.lastPress = { stamp: cx.at(event.timeStamp), element, leaves: !!link && !link.hash, clickable: target.clickable, controls, beneath };
    const pointer = event.pointerType || 'mouse';
    const focus = document.activeElement; // it loses its ring now, wherever it has been scrolled to
    const left = focus && focus !== document.body && focus !== element ? { left: describe.boxOf(focus) } : {};
    const tell = () => cx.emit('gesture/pressed', cx.at(event.timeStamp), { pointer, trusted, target, ...left });
    if (pointer === 'touch') touched = tell; // a finger that comes down may be about to scroll
    else tell();
  };
  const lifted = () => { touched?.(); touched = null; };
  cx.beforeFlush.push(lifted);
  addEventListener('pointerup', (event) => { if (event.isTrusted) lifted(); }, true);
  addEventListener('pointercancel', (event) => { if (event.isTrusted) touched = null; }, true);
  addEventListener('pointerdown', (event) => {
    if (!event.isTrusted) return;
    keys = false;
    if (!cx.onScrollbar(event)) pressed(event, true);
  }, true);
  addEventListener('click', (event) => {
    const press = cx.lastPress;
    // A link that the page handles itself leads nowhere: what comes up then was asked for.
    if (event.isTrusted && press) setTimeout(() => { if (event.defaultPrevented) press.leaves = false; });
  }, true);
  addEventListener('click', (event) => {
    if (!event.isTrusted && matches(elementOf(event), describe.CONTROL)) pressed(event, false);
  }, true);

  addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.repeat) return;
    keys = true;
    const element = elementOf(event);
    if (event.key === 'Enter' && (element.tagName === 'TEXTAREA' || element.isContentEditable)) return; // a new line: typing
    const command = event.key.length > 1 || (event.key === ' ' && !matches(element, describe.FIELD));
    if (!command || ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(event.key)) return;
    if (EDITING.includes(event.key) && matches(element, describe.FIELD) && !matches(element, `${TICKED},${CHOSEN}`)) return;
    endTyping();
    const target = describe.target(element);
    if (event.key === 'Enter' || event.key === ' ') cx.lastPress = { stamp: cx.at(event.timeStamp), element, leaves: matches(element, 'a[href]'), clickable: true, controls: '' };
    cx.emit('gesture/key', cx.at(event.timeStamp), { key: event.key === ' ' ? 'Space' : describe.clip(event.key, 20), target });
  }, true);

  addEventListener('input', (event) => {
    const element = elementOf(event);
    if (setAtOnce(event)) {
      const stamp = cx.at(event.timeStamp);
      const target = describe.target(element);
      if (matches(element, CHOSEN)) cx.emit('gesture/chosen', stamp, { target, keys: false });
      else cx.emit('gesture/typed', stamp, { characters: element.value.length, until: stamp, field_kind: element.type, target });
      return;
    }
    if (!event.isTrusted || !matches(element, describe.FIELD) || matches(element, `${TICKED},${CHOSEN}`)) return;
    cx.lastTyped = cx.at(event.timeStamp);
    const length = [...(element.value ?? element.textContent)].length;
    const before = lengths.get(element) ?? 0;
    lengths.set(element, length);
    // A key adds one; fill() and paste replace the whole: then every character counts.
    const characters = event.inputType === 'insertText' && event.data ? [...event.data].length : length - before > 0 ? length - before : length;
    if (typing?.element !== element) { endTyping(); typing = { element, from: event.timeStamp, until: 0, characters: 0 }; }
    typing.until = event.timeStamp;
    if (!event.inputType?.startsWith('delete')) typing.characters += characters;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(endTyping, 400);
  }, true);

  // Input rather than change, which does not come out of a shadow root. A slider that is drawn along makes many.
  let slid = null; // the slider under the finger
  addEventListener('pointerdown', (event) => { if (event.isTrusted) slid = null; }, true);
  addEventListener('keydown', (event) => { if (event.isTrusted) slid = null; }, true);
  addEventListener('input', (event) => {
    const element = elementOf(event);
    const kind = matches(element, CHOSEN) ? 'gesture/chosen' : matches(element, TICKED) ? 'gesture/ticked' : '';
    if (!event.isTrusted || !kind || slid === element) return;
    if (matches(element, SLIDER)) slid = element;
    cx.emit(kind, cx.at(event.timeStamp), {
      target: describe.target(element), keys, ...(matches(element, TICKED) ? { beside: describe.textBeside(element) } : {}),
    });
  }, true);
})();
