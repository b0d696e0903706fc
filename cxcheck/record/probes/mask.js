// observes: password fields that a "show password" control turns into plain ones.
// emits: nothing.
// side effects: one constructed stylesheet (it works under strict CSP) that draws dots in fields that hold secrets, and the
//   same style on a shown password, so that no picture shows one.
(() => {
  const secret = new WeakSet();
  let keep = () => {}; // a page that sets its own list of constructed stylesheets throws ours out
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`input[type=password],input[autocomplete*=password],input[autocomplete^=cc-],
      input[autocomplete=one-time-code]{-webkit-text-security:disc!important}`);
    keep = () => { if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet); };
    keep();
  } catch (error) { cx.unsupported('mask', describe.clip(String(error), 100)); }
  addEventListener('focusin', ({ target }) => { keep(); if (target.type === 'password') secret.add(target); }, true);
  cx.onMutations((records) => {
    keep();
    for (const { target, attributeName } of records) {
      if (attributeName === 'type' && secret.has(target)) target.style.setProperty('-webkit-text-security', 'disc', 'important');
    }
  });
})();
