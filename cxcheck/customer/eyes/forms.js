// Which fields belong together: a form, or what looks like one: the smallest part of the page that holds fields and a button.
const BUTTON = 'button,[role=button],input[type=submit],input[type=button],input[type=image]';
const forms = all('form');
const sends = (element) => visible(element) && /\p{L}/u.test(nameOf(element)) && !element.hasAttribute('aria-pressed')
  && !element.hasAttribute('aria-haspopup') && !element.hasAttribute('aria-controls');
const loose = all(`${FIELD},iframe`).filter((field) => !field.form && !closest(field, 'form') && visible(field));
for (const field of loose) {
  let node = parentOf(field);
  while (node && node !== document.body && ![...node.querySelectorAll(BUTTON)].some((button) => sends(button) && !matches(button, FIELD))) node = parentOf(node);
  if (node && !forms.includes(node)) forms.push(node);
}
// A form whose button stands outside it, in a dialog's foot say, reaches as far as that.
const holders = forms.map((form) => {
  const hasButton = (node) => [...node.querySelectorAll(BUTTON)].some(sends);
  if (!visible(form) || hasButton(form) || !form.querySelector(FIELD)) return form;
  const dialog = closest(form, 'dialog,[role=dialog],[aria-modal=true]');
  return dialog && hasButton(dialog) ? dialog : form;
});
const formOf = (element) => {
  if (element.form && forms.includes(element.form)) return forms.indexOf(element.form);
  let node = element;
  while (node && !forms.includes(node) && !holders.includes(node)) node = parentOf(node);
  return node ? Math.max(forms.indexOf(node), holders.indexOf(node)) : -1;
};
const headingOf = (form) => {
  const own = [...form.querySelectorAll('h1,h2,h3,h4,legend,[role=heading]')].filter(visible).map(words).join(' ');
  if (own) return own;
  // The nearest heading before it speaks for it.
  let found = '';
  for (const heading of all('h1,h2,h3,h4,[role=heading]')) {
    if (visible(heading) && heading.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING) found = words(heading);
  }
  return found;
};
const formFacts = forms.map((form, index) => ({
  heading: clip(`${form.getAttribute('aria-label') || ''} ${named(form.getAttribute('aria-labelledby'))} ${headingOf(holders[index])}`, 200),
  text: clip(holders[index].innerText, 3000),
  // The browser itself will refuse to send it, with a bubble of its own.
  balks: form.tagName === 'FORM' && !form.noValidate && form.querySelector('input:invalid,select:invalid,textarea:invalid') !== null,
}));
