// What the page says: messages that stand out, and those that came and went meanwhile.
const STANDS_OUT = '[role=alert],[role=status],output,[aria-live=polite],[aria-live=assertive],[class*=alert i],[class*=error i],[class*=message i],[class*=notice i],[class*=flash i],[class*=toast i],[class*=snackbar i],[class*=warning i],[class*=success i],[class*=info i]';
const messageFacts = [];
for (const element of all(STANDS_OUT)) {
  const text = words(element);
  if (!visible(element) || text.length < 4 || text.length > 280 || element.querySelector(`${FIELD}`) || matches(element, `${FIELD},${CONTROL},label,body,main,form`)) continue;
  if (messageFacts.some((other) => other.text.includes(text))) continue;
  const wrong = matches(element, '[role=alert],[class*=error i],[class*=danger i],[class*=invalid i]') || isRed(element);
  const led = [...element.querySelectorAll('a[href^="#"]')].map((a) => document.getElementById(a.getAttribute('href').slice(1)));
  messageFacts.push({ text, wrong, leads_to: led.filter((to) => to && matches(to, FIELD)).map(selectorOf) });
}
const heading = [...document.querySelectorAll('h1')].filter(visible).map(words).find(Boolean)
  || [...document.querySelectorAll('h2,[role=heading]')].filter(visible).map(words).find(Boolean) || '';
return {
  facts: {
    controls: controlFacts, fields: fieldFacts, pressable: pressableFacts, forms: formFacts, goods: goodFacts, messages: messageFacts.slice(0, 20),
    said: cx.said?.() ?? [], overlays: cx.overlays?.() ?? [], heading: clip(heading, 120),
    opened: performance.timeOrigin, language: document.documentElement.lang || '', title: clip(document.title, 200), text: (document.body?.innerText || '').slice(0, 30000),
  },
  formOf, beside, overlayOf: cx.overlayOf, elements: [...controls, ...fields.map(handleOf), ...pressable.map(({ element }) => element)],
};
