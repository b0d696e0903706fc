// What a person perceives on the screen just now; asked once, before an act. The files of this folder share one scope:
// frame (words for all), forms, controls, fields, goods, messages. Nothing here changes the page.
const cx = window[Symbol.for('cxcheck')];
const { nameOf, roleOf, boxOf, selectorOf, clip, matches, closest, CONTROL } = cx.describe;
const { FIELD, parentOf, visible, words, named, typeOf, labelOf, groupOf, legendOf, handleOf, isMarked, plot } = cx.labels;
cx.scanOverlays?.();

// Open shadow roots are part of what is seen.
const roots = [document];
for (const root of roots) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
const inView = ({ x_px, y_px, width_px, height_px }) => x_px + width_px > 0 && y_px + height_px > 0 && x_px < innerWidth && y_px < innerHeight;
const REGIONS = 'header,nav,footer,aside,main,[role=banner],[role=navigation],[role=contentinfo],[role=main]';
const region = (element) => {
  const found = closest(element, REGIONS);
  return found ? (found.getAttribute('role') || found.tagName.toLowerCase()) : '';
};
// Red is how pages say that something is wrong: clearly more red than anything else.
// Painted, because a colour can be written in many ways (rgb, oklch, lab …).
const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
const reds = new Map();
const isRed = (element) => {
  const { color } = getComputedStyle(element);
  if (!reds.has(color) && brush) {
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b] = brush.getImageData(0, 0, 1, 1).data;
    reds.set(color, r > 110 && r > 1.6 * g && r > 1.4 * b);
  }
  return reds.get(color) ?? false;
};
const PRICE = /(?:[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|PLN|MXN)\b|zł)\s?\d[\d.,'\u00a0\u202f]*|\d[\d.,'\u00a0\u202f]*\s?(?:[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|PLN|MXN)\b|zł)/;
