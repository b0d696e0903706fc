// observes: which language each document of the top frame speaks once it stands, and whether it is to be had in the customer's.
// emits: page/speaks {lang, words, here, offers, origin}, once a document. lang: as the document says; words: its short words that
//   come most often, by which a language is known; here: the language that its own list of translations gives this address;
//   offers: null, or the way to the customer's language {language, name, target}, target null for what only machines read.
// side effects: none. Languages are two or three letters.
(() => {
  if (!cx.top) return;
  const LONGEST = 5, AT_LEAST = 2, MOST = 20, READ = 20_000; // characters of a word; times; words; characters of the page
  const SWITCHES = 'a[href],button,option,label,summary,[role=button],[role=link],[role=option],[role=menuitem],[role=menuitemradio]';
  const base = (code) => /^[a-z]{2,3}(?![a-z])/i.exec(code ?? '')?.[0].toLowerCase() ?? '';
  const mine = base(navigator.language);
  const nameOf = (code) => new Intl.DisplayNames([code], { type: 'language' }).of(code).toLowerCase();

  const words = () => {
    const counts = new Map();
    const parts = new Intl.Segmenter(document.documentElement.lang || undefined, { granularity: 'word' });
    for (const { segment, isWordLike } of parts.segment(document.body.innerText.slice(0, READ).toLowerCase())) {
      if (isWordLike && segment.length <= LONGEST && /^\p{L}+$/u.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count >= AT_LEAST).sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([word]) => word);
  };
  const translations = () => [...document.querySelectorAll('link[rel~=alternate i][hreflang]')]
    .map((link) => ({ language: base(link.hreflang), is_here: link.href.split('#')[0] === location.href.split('#')[0] }))
    .filter(({ language }) => language);
  // By the language's name in itself, alone or with a country; or by its code, in a row with the page's own.
  const isSwitch = (element, name) => {
    const text = describe.clip(element.textContent, 60).toLowerCase();
    if (text === name || text.startsWith(`${name} (`) || text.endsWith(` ${name}`) && text.split(' ').length === 2) return true;
    const others = text === mine ? [...element.parentElement?.parentElement?.querySelectorAll(SWITCHES) ?? []] : [];
    return others.some((other) => other !== element && describe.clip(other.textContent, 10).toLowerCase() === base(document.documentElement.lang));
  };
  const offers = (others) => {
    const name = nameOf(mine);
    const found = [...document.querySelectorAll(SWITCHES)].find((element) => isSwitch(element, name));
    if (found) return { language: mine, name: describe.nameOf(found) || name, target: describe.target(found) };
    return others.some(({ language, is_here }) => language === mine && !is_here) ? { language: mine, name, target: null } : null;
  };

  cx.onSettled(() => {
    if (!document.body || !mine) return;
    const others = translations();
    cx.emit('page/speaks', cx.now(), {
      lang: describe.clip(document.documentElement.lang, 20), words: words(), here: others.find(({ is_here }) => is_here)?.language ?? '',
      offers: offers(others), origin: cx.at(0),
    });
  });
})();
