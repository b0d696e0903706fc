// One customer's screen, with what they do drawn over the pictures, and the panel that says what goes on.
class Stage {
  static AHEAD = 6; // pictures made ready
  static KEPT = 40;
  static GLIDE = 420; // ms of a pointer's way
  static SHOWN = 520; // ms that a press or a key stays visible
  static CLOSEST = 2.1; // times enlarged at a friction point
  static READABLE = 280; // px: a card in a narrower screen could not be read
  static POINTED = ['click', 'tap', 'field', 'choice', 'tick'];

  constructor(story, calm) {
    this.story = story;
    this.calm = calm; // less motion is asked for
    this.images = new Map();
    this.drawn = -1;
    this.root = make('article', 'stage');
    this.view = this.root.appendChild(make('div', 'view'));
    this.device = this.view.appendChild(make('div', 'device'));
    const chrome = this.device.appendChild(make('div', 'chrome'));
    chrome.append(make('i'), make('i'), make('i'), make('span', '', story.site));
    chrome.setAttribute('aria-hidden', 'true');
    this.screen = this.device.appendChild(make('div', 'screen'));
    this.film = this.screen.appendChild(make('div', 'film'));
    this.canvas = this.film.appendChild(make('canvas'));
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', 'The screen as the customer saw it');
    for (const name of ['ring', 'focus', 'typing', 'tap', 'pointer']) this[name] = this.film.appendChild(make('div', name));
    this.key = this.screen.appendChild(make('div', 'key'));
    this.card = this.screen.appendChild(make('div', 'card'));
    this.panel = this.root.appendChild(make('div', 'panel'));
    this.build();
    new ResizeObserver(() => this.fit()).observe(this.view);
  }

  build() {
    const { story } = this;
    const who = this.panel.appendChild(make('div', 'who'));
    this.face = who.appendChild(make('div', 'who__face'));
    const words = who.appendChild(make('div'));
    this.who = words.appendChild(make('p', 'who__name'));
    this.goal = words.appendChild(make('p', 'who__goal'));
    const now = this.panel.appendChild(make('div', 'now-box'));
    this.number = now.appendChild(make('p', 'step__number'));
    this.title = now.appendChild(make('p', 'step__title'));
    this.caption = now.appendChild(make('p', 'caption'));
    this.hurt = now.appendChild(make('div', 'hurt'));
    this.whole = now.appendChild(make('p', 'whole')).appendChild(make('a', '', 'Watch the whole visit'));
    const clock = this.panel.appendChild(make('div', 'clock'));
    this.total = clock.appendChild(make('p', 'clock__total'));
    this.parts = clock.appendChild(make('p', 'clock__parts'));
    this.bar = clock.appendChild(make('div', 'clock__bar'));
    this.bars = ['waiting', 'effort', 'interruption'].map((name) => this.bar.appendChild(make('i', `fill--${name}`)));
    this.fast = clock.appendChild(make('p', 'clock__fast'));
  }

  image(index) {
    if (!this.images.has(index)) {
      const { id, jpeg } = this.story.film[index];
      const image = id ? document.getElementById(id) : new Image();
      if (!id) image.src = `data:image/jpeg;base64,${jpeg || ''}`;
      const ready = image.decode().then(() => image, () => null);
      this.images.set(index, ready);
      if (this.images.size > Stage.KEPT) this.images.delete(this.images.keys().next().value);
    }
    return this.images.get(index);
  }

  // Resolves once the first picture can be shown.
  ready() { return this.story.film.length ? this.image(0) : Promise.resolve(null); }

  fit() {
    const one = this.story.film[Math.max(0, this.drawn)] || { w: 1280, h: 720 };
    this.root.classList.toggle('stage--phone', one.h > one.w);
    const { clientWidth, clientHeight } = this.view;
    const edge = this.device.offsetWidth - this.screen.offsetWidth, top = this.device.offsetHeight - this.screen.offsetHeight;
    this.scale = Math.max(0.05, Math.min((clientWidth - edge) / one.w, (clientHeight - top) / one.h, 1.25));
    this.screen.style.width = `${Math.floor(one.w * this.scale)}px`;
    this.screen.style.height = `${Math.floor(one.h * this.scale)}px`;
    this.size = one;
  }

  async picture(index) {
    if (index === this.drawn) return;
    this.drawn = index;
    const image = await this.image(index);
    for (let next = index + 1; next <= index + Stage.AHEAD && next < this.story.film.length; next++) this.image(next);
    if (this.drawn !== index || !image) return;
    const { w, h } = this.story.film[index];
    if (!this.size || this.size.w !== w || this.size.h !== h) this.fit();
    this.canvas.width = image.naturalWidth;
    this.canvas.height = image.naturalHeight;
    this.canvas.getContext('2d').drawImage(image, 0, 0);
  }

  put(element, box) { // in the page's pixels; null: away with it
    element.hidden = !box;
    if (!box) return;
    const [x, y, w, h] = box.map((side) => side * this.scale);
    Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  }

  show(at) {
    const { story } = this;
    if (!this.size) this.fit();
    if (story.film.length) this.drawing = this.picture(Math.max(0, last(story.film, at)));
    this.chapter = story.chapters[last(story.chapters, at)];
    this.person = this.chapter && this.chapter.clip ? this.chapter : story; // a clip brings its own
    const moment = story.moments.find((one) => one.at <= at && at < one.until);
    this.frame(moment);
    this.hands(at, moment);
    this.cards(at, moment);
    this.say(at, moment);
    this.tell(at);
  }

  // The place that a finding is about, and not much else.
  frame(moment) {
    const box = moment && this.inside(moment.box);
    this.put(this.ring, box);
    this.ring.className = `ring ring--${moment ? moment.kind : ''}`;
    let move = 'none';
    if (box && !this.calm) {
      const { w, h } = this.size, [x, y, width, height] = box;
      const close = Math.max(1, Math.min(Stage.CLOSEST, 0.55 * w / width, 0.55 * h / height));
      const shift = (middle, whole) => Math.min(0, Math.max(whole * (1 - close), whole / 2 - middle * close)) * this.scale;
      move = `translate(${shift(x + width / 2, w)}px, ${shift(y + height / 2, h)}px) scale(${close})`;
    }
    this.film.style.transform = move;
  }

  inside(box) {
    if (!box) return null;
    const { w, h } = this.size, margin = 6;
    const left = Math.max(2, box[0] - margin), top = Math.max(2, box[1] - margin);
    const right = Math.min(w - 2, box[0] + box[2] + margin), bottom = Math.min(h - 2, box[1] + box[3] + margin);
    return right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
  }

  hands(at, moment) {
    const { acts, intro } = this.story, { hands } = this.person;
    const index = last(acts, at), since = this.person === this.story ? 0 : this.chapter.at;
    const act = acts[index] && acts[index].at >= since ? acts[index] : null, fresh = act && at - act.at < Stage.SHOWN && !moment;
    const pointed = (one) => one && one.box && Stage.POINTED.includes(one.kind);
    const middle = ({ box }) => [box[0] + box[2] / 2, box[1] + box[3] / 2];
    this.put(this.tap, fresh && pointed(act) && hands !== 'keyboard' ? [...middle(act), 0, 0] : null);
    // Where a key went that does something; where Tab leads to, the page shows itself.
    const acted = fresh && hands === 'keyboard' && (act.kind !== 'key' || ['Enter', 'Space'].includes(act.text));
    this.put(this.focus, acted ? this.inside(act.box) : null);
    const types = act && act.kind === 'field' && act.box && at - act.at < 2600 && !moment;
    this.put(this.typing, types ? act.box : null);
    if (types) this.typing.dataset.text = act.text ? `types ${act.text}` : 'types';
    this.key.hidden = !(fresh && act.kind === 'key');
    if (!this.key.hidden) this.key.textContent = act.text;
    this.pointer.hidden = hands !== 'mouse' || at < intro;
    if (this.pointer.hidden) return;
    const before = acts.findLast((one) => since <= one.at && one.at <= at && pointed(one));
    const next = acts.find((one) => one.at > at && pointed(one));
    const from = before ? middle(before) : [this.size.w / 2, this.size.h / 2];
    const share = next && !this.calm ? Math.max(0, Math.min(1, 1 - (next.at - at) / Stage.GLIDE)) : 0;
    const eased = share * share * (3 - 2 * share), to = next ? middle(next) : from;
    this.put(this.pointer, [from[0] + (to[0] - from[0]) * eased, from[1] + (to[1] - from[1]) * eased, 0, 0]);
  }

  cards(at, moment) {
    const { story } = this;
    const intro = at < story.intro ? { kind: 'intro', who: story.who, title: story.customer, lines: [story.about].filter(Boolean), goal: story.goal } : null;
    const found = intro || (moment && moment.box ? null : story.cards.find((one) => one.at <= at && at < one.until));
    if (found === this.carded || (found && this.carded && found.kind === 'intro' && this.carded.kind === 'intro')) return;
    this.carded = found;
    this.card.hidden = !found;
    if (!found) return;
    const inside = found.kind !== 'intro' && this.size.w * this.scale >= Stage.READABLE;
    (inside ? this.screen : this.view).append(this.card);
    this.card.className = `card card--${found.kind}`;
    const label = { intro: story.journey, mailbox: 'Mailbox', mail: 'Mailbox', browser: 'Beside the page', context: found.label }[found.kind];
    const inner = make('div', 'card__in');
    inner.append(...portrait(found.who), make('p', 'card__label', label), make('p', 'card__title', found.title));
    for (const line of found.lines) inner.append(make('p', 'card__line', line));
    if (found.goal) inner.append(make('p', 'card__goal', `“${found.goal}”`));
    this.card.replaceChildren(inner);
  }

  say(at, moment) {
    const { story } = this;
    const { chapter, person } = this;
    if (this.told !== person) {
      this.told = person;
      this.face.replaceChildren(...portrait(person.who));
      this.who.textContent = person.called || person.customer;
      this.goal.textContent = person.goal && `“${person.goal}”`;
    }
    this.whole.parentElement.hidden = !person.href;
    if (person.href) this.whole.href = person.href;
    this.number.textContent = chapter ? chapter.label || `Step ${chapter.number} of ${story.chapters.length}${chapter.truth ? ' · moment of truth' : ''}` : 'Journey';
    this.title.textContent = chapter ? chapter.title : story.journey;
    const caption = story.captions[last(story.captions, at)];
    const since = person === story ? story.intro : chapter.at; // what was said of the clip before is over
    this.caption.textContent = moment || at < story.intro || !caption || caption.at < since ? '' : `${caption.text}.`;
    this.caption.hidden = !!moment;
    this.hurt.hidden = !moment;
    if (moment === this.hurting) return;
    this.hurting = moment;
    if (!moment) return;
    this.hurt.className = `hurt hurt--${moment.kind}`;
    const head = make('p', 'hurt__word');
    head.append(make('span', `mark mark--${moment.kind}`), make('b', '', moment.word));
    if (moment.costs) head.append(make('span', 'hurt__costs', `costs ${moment.costs}`));
    this.hurt.replaceChildren(head, make('p', 'hurt__sentence', moment.sentence));
  }

  // The customer's seconds.
  tell(at) {
    const { clock, fast } = this.story;
    const after = clock.findIndex((point) => point[0] > at);
    const then = clock[after < 0 ? clock.length - 1 : after], before = clock[after < 0 ? clock.length - 1 : Math.max(0, after - 1)];
    if (!then) { this.total.textContent = 'No time was measured'; return; }
    const share = then[0] > before[0] ? Math.max(0, (at - before[0]) / (then[0] - before[0])) : 1;
    const [total, waiting, popups] = [1, 2, 3].map((part) => (after === 0 ? 0 : before[part] + share * (then[part] - before[part])));
    const whole = this.most ??= Math.max(1, ...clock.map((point) => point[1]));
    this.total.textContent = seconds(total);
    const parts = [[waiting, 'waiting for us'], [popups, 'on pop-ups']].filter(([ms]) => ms >= 500).map(([ms, what]) => `${seconds(ms)} ${what}`);
    this.parts.textContent = parts.length ? `of ${this.person.name}’s time, of which ${parts.join(' and ')}` : `of ${this.person.name}’s time`;
    [waiting, Math.max(0, total - waiting - popups), popups].forEach((ms, index) => { this.bars[index].style.width = `${100 * ms / whole}%`; });
    const quick = fast.find(([from, until]) => from <= at && at < until);
    this.fast.textContent = quick ? `shortened here, ${quick[2]} times as fast` : '';
  }
}
