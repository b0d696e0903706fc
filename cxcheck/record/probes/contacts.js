// observes: what each document of the top frame has once it stands by which somebody could be asked.
// emits: page/contacts {mail, phone, names, origin}, once a document. mail, phone: whether it has a link that writes or rings;
//   names: what its short links and buttons are called, also those behind a menu, and its frames: some of them may lead to help.
// side effects: none.
(() => {
  if (!cx.top) return;
  const ASKED = `${describe.CONTROL},iframe[title]`;
  const LONGEST = 40, MOST = 200; // characters of a name; names
  const all = (root) => [...root.querySelectorAll(ASKED), ...[...root.querySelectorAll('*')].flatMap((e) => (cx.rootOf(e) ? all(cx.rootOf(e)) : []))];
  const nameOf = (element) => describe.clip(describe.nameOf(element) || element.textContent, LONGEST + 1);

  cx.onSettled(() => {
    const names = all(document).map(nameOf).filter((name) => name && name.length <= LONGEST);
    cx.emit('page/contacts', cx.now(), {
      mail: document.querySelector('a[href^="mailto:" i]') !== null, phone: document.querySelector('a[href^="tel:" i]') !== null,
      names: [...new Set(names)].slice(0, MOST), origin: cx.at(0),
    });
  });
})();
