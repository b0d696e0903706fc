// What can be pressed.
const common = (element) => {
  const box = boxOf(element);
  return {
    selector: selectorOf(element), name: nameOf(element), box, visible: visible(element), in_view: inView(box),
    enabled: !matches(element, ':disabled,[aria-disabled=true],.disabled'), form: formOf(element), region: region(element), overlay: cx.overlayOf(element),
  };
};
// What stands around a control: its row, card or list item.
const around = (element) => {
  let node = parentOf(element);
  for (let level = 0; node && level < 5; level++, node = parentOf(node)) {
    const text = words(node);
    if (text.length > nameOf(element).length + 12) return clip(text, 200);
    if (matches(node, 'li,tr,article,section,main,body')) break;
  }
  return '';
};
const controls = all(`${CONTROL},[onclick],[role=option],[tabindex="0"]`).filter((element) => !matches(element, FIELD)).slice(0, 800);
const controlFacts = controls.map((element) => ({
  ...common(element), role: roleOf(element), href: element.href?.slice?.(0, 500) || '',
  expanded: element.getAttribute('aria-expanded') || '', around: around(element),
  submits: matches(element, 'button:not([type]),[type=submit],[type=image]') && (element.form !== null || closest(element, 'form') !== null),
}));
