// Plays the stories of this page: one clock for all stages, buttons, keys, and the end card.
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($('data').textContent);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const main = data.line || data.lanes[0];
  const SPEEDS = [1, 2, 4], JUMP = 5000;
  let at = 0, speed = 1, playing = false, before = 0, told = null;

  const stages = data.lanes.map((story) => new Stage(story, calm));
  document.stages = stages; // whoever films this waits for their pictures
  $('stages').append(...stages.map((stage) => stage.root));
  $('stages').classList.toggle('stages--two', stages.length > 1);
  const line = new Timeline($('line'), main, (to) => seek(to));

  const end = make('div', 'end');
  end.hidden = true;
  const ending = document.querySelector('#ending .ending');
  if (ending) {
    const close = make('button', 'end__close', 'Watch again');
    close.type = 'button';
    close.addEventListener('click', () => { seek(0); play(true); });
    const inner = make('div', 'end__in');
    inner.append(make('h2', '', document.querySelector('#ending h2').textContent), ending.cloneNode(true), close);
    end.append(inner);
    for (const part of inner.querySelectorAll('[id]')) part.removeAttribute('id');
  }
  $('stages').append(end);

  const begin = make('button', 'begin', 'Play');
  begin.type = 'button';
  begin.addEventListener('click', () => play(true));
  $('stages').append(begin);

  const show = () => {
    for (const stage of stages) stage.show(at);
    line.show(at);
    $('time').textContent = `${clockwise(at)} / ${clockwise(main.length)}`;
    const over = at >= main.length;
    end.hidden = !over || !ending;
    begin.hidden = playing || at > 0;
    $('play').textContent = playing ? 'Pause' : over ? 'Again' : 'Play';
    speak(over);
  };

  // What a screen reader says: steps and sentences, not every gesture.
  const speak = (over) => {
    const moment = main.moments.find((one) => one.at <= at && at < one.until);
    const chapter = main.chapters[last(main.chapters, at)];
    const now = over ? 'The replay has ended.' : moment ? `${moment.word}: ${moment.sentence}` : chapter ? `${chapter.number}. ${chapter.title}` : '';
    if (now !== told) { told = now; $('said').textContent = now; }
  };

  const seek = (to) => {
    at = Math.max(0, Math.min(main.length, to));
    show();
  };

  const tick = (now) => {
    if (!playing) return;
    // A tab that was away does not jump on.
    at = Math.min(main.length, at + Math.min(250, now - before) * speed);
    before = now;
    if (at >= main.length) playing = false;
    show();
    if (playing) requestAnimationFrame(tick);
  };

  const play = (on) => {
    if (on && at >= main.length) at = 0;
    if (on && !playing) { before = performance.now(); requestAnimationFrame(tick); }
    playing = on;
    show();
  };

  const step = (forth) => {
    const starts = [0, ...main.chapters.map((one) => one.at), main.length];
    seek(forth ? starts.find((one) => one > at + 1) ?? main.length : starts.findLast((one) => one < at - 800) ?? 0);
  };
  const friction = (forth) => {
    const found = forth ? main.moments.find((one) => one.at > at + 1) : main.moments.findLast((one) => one.until <= at);
    if (found) seek(found.at); else if (forth) seek(main.length);
  };

  $('play').addEventListener('click', () => play(!playing));
  $('back').addEventListener('click', () => step(false));
  $('forth').addEventListener('click', () => step(true));
  $('next').addEventListener('click', () => friction(true));
  $('next').disabled = !main.moments.length;
  const pace = (to) => {
    speed = to;
    for (const button of $('speeds').children) button.setAttribute('aria-pressed', String(Number(button.value) === to));
  };
  for (const value of SPEEDS) {
    const button = make('button', '', `${value}×`);
    Object.assign(button, { type: 'button', value });
    button.addEventListener('click', () => pace(value));
    $('speeds').append(button);
  }
  pace(1);

  const keys = {
    ' ': () => play(!playing), k: () => play(!playing), ArrowRight: () => seek(at + JUMP), ArrowLeft: () => seek(at - JUMP),
    ']': () => step(true), '[': () => step(false), n: () => friction(true), N: () => friction(false), p: () => friction(false),
    1: () => pace(1), 2: () => pace(2), 4: () => pace(4), Home: () => seek(0), End: () => seek(main.length),
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (event.key === ' ' && event.target.closest('button, a, input, summary')) return; // it presses that
    if (['Home', 'End'].includes(event.key) && event.target === document.body && scrollY > 0) return; // the page's own
    event.preventDefault();
    keys[event.key]();
  });

  $('player').hidden = false;
  document.body.classList.add('plays');
  const from = Number(new URLSearchParams(location.hash.slice(1)).get('at')) || 0;
  seek(from);
  Promise.all(stages.map((stage) => stage.ready())).then(() => {
    if (!calm) play(true);
    performance.mark('playing');
  });
})();
