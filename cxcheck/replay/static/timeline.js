// The line below the stage: chapters, shaded waiting and pop-ups, marks where it hurt, and the playhead.
const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text; // only ever text: much of it was written by the site
  return element;
};
const portrait = (key) => { // a drawing that stands in the page; none for a test's nobody
  const found = key && document.getElementById(`portrait-${key}`);
  return found ? [found.firstElementChild.cloneNode(true)] : [];
};
const last = (list, at) => { // index of the last one that has begun, -1: none
  let low = 0, high = list.length;
  while (low < high) { const middle = (low + high) >> 1; if (list[middle].at <= at) low = middle + 1; else high = middle; }
  return low - 1;
};
const seconds = (ms) => {
  const whole = Math.round(ms / 1000), minutes = Math.floor(whole / 60);
  return [minutes ? `${minutes} min` : '', whole % 60 || !minutes ? `${whole % 60} s` : ''].filter(Boolean).join(' ');
};

const clockwise = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

class Timeline {
  static MARK = 26; // px: a finger's width, near enough

  // story: {length, intro, chapters, waits, interruptions, moments}; seek(at) goes there.
  constructor(root, story, seek) {
    this.story = story;
    this.root = root;
    this.marks = make('div', 'marks');
    const track = make('div', 'track');
    this.names = make('div', 'names');
    this.place(track, make('div', 'seg seg--intro'), 0, story.intro);
    for (const one of story.chapters) this.place(track, make('div', 'seg'), one.at, one.until);
    for (const [from, until] of story.waits) this.place(track, make('div', 'shade shade--waiting'), from, until);
    for (const [from, until] of story.interruptions) this.place(track, make('div', 'shade shade--interruption'), from, until);
    this.done = track.appendChild(make('div', 'done'));
    this.head = track.appendChild(make('div', 'playhead'));
    this.range = track.appendChild(make('input', 'range'));
    Object.assign(this.range, { type: 'range', min: 0, max: story.length, step: 1, value: 0 });
    this.range.setAttribute('aria-label', 'Place in the replay');
    this.range.addEventListener('input', () => seek(Number(this.range.value)));
    for (const one of story.moments) {
      const button = make('button', `mark mark--${one.kind}`);
      button.type = 'button';
      button.title = `${one.word}: ${one.sentence}`;
      button.setAttribute('aria-label', button.title);
      button.addEventListener('click', () => seek(one.at));
      this.marks.append(button);
    }
    for (const one of story.chapters) {
      const button = make('button', 'name');
      button.type = 'button';
      button.title = `${one.number}. ${one.title}`;
      button.setAttribute('aria-label', button.title);
      button.append(make('b', '', one.number), make('span', 'name__title', ` ${one.title}`));
      button.addEventListener('click', () => seek(one.at));
      this.place(this.names, button, one.at, one.until);
    }
    root.append(this.marks, track, this.names);
    new ResizeObserver(() => this.spread()).observe(root);
  }

  place(parent, element, from, until) {
    element.style.left = `${100 * from / this.story.length}%`;
    element.style.width = `${100 * (until - from) / this.story.length}%`;
    parent.append(element);
  }

  // Marks stand where they belong, but not on each other.
  spread() {
    const width = this.root.clientWidth, all = [...this.marks.children];
    const apart = Math.min(Timeline.MARK, width / Math.max(1, all.length));
    const x = [];
    this.story.moments.forEach((one, index) => {
      x.push(Math.max(apart / 2, width * one.at / this.story.length, index ? x[index - 1] + apart : 0));
    });
    for (let index = x.length - 1, most = width - apart / 2; index >= 0; index--, most = x[index + 1] - apart) x[index] = Math.min(x[index], most);
    all.forEach((mark, index) => { mark.style.left = `${x[index]}px`; });
  }

  show(at) {
    const share = `${100 * at / this.story.length}%`;
    this.done.style.width = share;
    this.head.style.left = share;
    const chapter = last(this.story.chapters, at);
    if (document.activeElement !== this.range || Math.abs(this.range.value - at) > 150) this.range.value = at;
    const step = this.story.chapters[chapter];
    const where = step ? `${step.number}. ${step.title}` : 'Introduction';
    this.range.setAttribute('aria-valuetext', `${clockwise(at)} of ${clockwise(this.story.length)}, ${where}`);
    [...this.names.children].forEach((name, index) => {
      if (index === chapter) name.setAttribute('aria-current', 'step'); else name.removeAttribute('aria-current');
    });
    this.story.moments.forEach((one, index) => this.marks.children[index].classList.toggle('now', one.at <= at && at < one.until));
  }
}
