// What a person perceives on the screen just now: controls, fields, messages; asked once, before an act.
// returns {facts, elements}: facts is plain data, elements the same items in the same order.
() => {
  const cx = window[Symbol.for('cxcheck')];
  const { nameOf, roleOf, boxOf, visible, selectorOf, clip, matches, closest, FIELD, CONTROL } = cx.describe;
  cx.scanOverlays?.();
  const forms = [...document.querySelectorAll('form')];
  const formOf = (element) => forms.indexOf(element.form || closest(element, 'form'));
  const region = (element) => {
    const found = closest(element, 'header,nav,footer,aside,main,[role=banner],[role=navigation],[role=contentinfo],[role=main]');
    return found ? (found.getAttribute('role') || found.tagName.toLowerCase()) : '';
  };
  const inView = ({ x_px, y_px, width_px, height_px }) => x_px + width_px > 0 && y_px + height_px > 0 && x_px < innerWidth && y_px < innerHeight;
  const common = (element) => {
    const box = boxOf(element);
    return {
      selector: selectorOf(element), name: nameOf(element), box, visible: visible(element), in_view: inView(box),
      enabled: !matches(element, ':disabled,[aria-disabled=true]'), form: formOf(element), region: region(element), overlay: cx.overlayOf(element),
    };
  };
  const labelOf = (field) => {
    const by = (field.getAttribute('aria-labelledby') || '').split(/\s+/).map((id) => id && document.getElementById(id)?.textContent).filter(Boolean).join(' ');
    const above = field.labels?.[0]?.innerText || by || field.getAttribute('aria-label');
    return clip(above || field.getAttribute('placeholder') || field.getAttribute('title'), 80);
  };

  const controls = [...document.querySelectorAll(`${CONTROL},[onclick]`)].slice(0, 800);
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => field.type !== 'hidden').slice(0, 200);
  const headings = forms.map((form) => clip([...form.querySelectorAll('h1,h2,h3,legend')].map((e) => e.innerText).join(' '), 120));
  return {
    facts: {
      controls: controls.map((element) => ({
        ...common(element), role: roleOf(element), href: element.href?.slice?.(0, 500) || '',
        expanded: element.getAttribute('aria-expanded') || '',
        submits: matches(element, 'button:not([type]),[type=submit],[type=image]') && formOf(element) >= 0,
      })),
      fields: fields.map((element) => ({
        ...common(element), label: labelOf(element), type: element.type || element.tagName.toLowerCase(),
        autocomplete: clip(element.getAttribute('autocomplete'), 60).toLowerCase(), key: `${element.name || ''} ${element.id || ''}`,
        required: !!element.required, filled: (element.value || '').length,
      })),
      headings,
      overlays: cx.overlays?.() ?? [],
      language: document.documentElement.lang || '',
      title: clip(document.title, 200),
      text: clip(document.body?.innerText, 20000),
    },
    elements: [...controls, ...fields],
  };
}
