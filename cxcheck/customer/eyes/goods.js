// What is for sale here: things with a link, a name and a price, several alike.
const addressOf = (link) => String(link.href?.baseVal ?? link.href ?? '').split('#')[0]; // a drawing's link has an object there
const goodOf = (link) => {
  const name = nameOf(link);
  if (!visible(link) || matches(link, 'header a,footer a,nav a') || !link.href) return null;
  let node = link;
  for (let level = 0; node && level < 7; level++, node = parentOf(node)) {
    const links = new Set([...node.querySelectorAll('a[href]')].map(addressOf));
    if (matches(node, 'main,body') || links.size > 3) return null;
    const text = node === link ? words(link) : words(node);
    if (PRICE.test(text)) return { name, price: text.match(PRICE)[0], text: clip(text, 300), card: node };
  }
  return null;
};
const goodFacts = [];
const hrefs = new Set();
for (const [index, control] of controls.entries()) {
  if (control.tagName !== 'A') continue;
  const href = addressOf(control);
  const good = hrefs.has(href) || href === location.href.split('#')[0] ? null : goodOf(control);
  if (!good) continue;
  // Of a picture's and a name's link to the same place, the one with words is the thing's name.
  const twins = [...good.card.querySelectorAll('a[href]')].filter((a) => addressOf(a) === href);
  const spoken = twins.find((a) => words(a)) || control;
  hrefs.add(href);
  goodFacts.push({ control: controls.includes(spoken) ? controls.indexOf(spoken) : index, name: nameOf(spoken), price: good.price, text: good.text });
}
