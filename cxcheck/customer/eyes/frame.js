// What a person perceives on the screen just now; asked once, before an act. The files of this folder share one scope:
// frame (words for all), forms, controls, fields, goods, messages. Nothing here changes the page.
const cx = window[Symbol.for('cxcheck')];
const { nameOf, roleOf, boxOf, visible: drawn, selectorOf, clip, matches, closest, CONTROL } = cx.describe;
// Widgets that pages draw themselves are asked like fields.
const FIELD = `${cx.describe.FIELD},[role=combobox],[role=listbox],[role=radio],[role=checkbox],[role=switch],button[aria-haspopup=listbox]`;
cx.scanOverlays?.();

// Open shadow roots are part of what is seen.
const roots = [document];
for (const root of roots) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
const all = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
// Drawn where eyes come: not beyond the page's edges, as drawers and traps for robots are, nor a speck for screen readers.
const visible = (element) => {
  if (!drawn(element)) return false;
  const { x_px, y_px, width_px, height_px } = boxOf(element);
  return width_px > 1 && height_px > 1 && x_px + width_px + scrollX > 0 && y_px + height_px + scrollY > 0
    && x_px + scrollX < Math.max(innerWidth, document.documentElement.scrollWidth);
};
const words = (element) => clip(element?.innerText ?? element?.textContent, 300);
const inView = ({ x_px, y_px, width_px, height_px }) => x_px + width_px > 0 && y_px + height_px > 0 && x_px < innerWidth && y_px < innerHeight;
const REGIONS = 'header,nav,footer,aside,main,[role=banner],[role=navigation],[role=contentinfo],[role=main]';
const region = (element) => {
  const found = closest(element, REGIONS);
  return found ? (found.getAttribute('role') || found.tagName.toLowerCase()) : '';
};
const named = (ids) => (ids || '').split(/\s+/).map((id) => id && words(document.getElementById(id))).filter(Boolean).join(' ');
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
