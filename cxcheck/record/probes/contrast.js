// observes: how much a button stands out; asked by offers.js.
// emits: nothing by itself. contrastOf(element): WCAG 2's contrast ratio (1 to 21) of its face against what lies around it;
//   of its text where it has no face of its own; null where a picture lies below.
// side effects: none.
cx.contrastOf = (() => {
  const FACELESS = 1.05; // our choice: nobody sees such a face, only what is written on it
  const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;
  const GRADIENT = /rgba?\([^)]*\)/g;
  const WHITE = [255, 255, 255, 1];
  const parentOf = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const Canvas = window.OffscreenCanvas;
  let brush = null;

  // [red, green, blue, alpha]; what is not written in RGB (oklch, color-mix …) is painted, and read.
  const read = (text) => {
    const parts = RGB.exec(text);
    if (parts) return [+parts[1], +parts[2], +parts[3], +(parts[4] ?? 1)];
    brush ??= new Canvas(1, 1).getContext('2d', { willReadFrequently: true });
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = text;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const mean = (colours) => [0, 1, 2, 3].map((i) => colours.reduce((sum, colour) => sum + colour[i], 0) / colours.length);
  const over = (top, below) => [...[0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])), 1];
  // What an element paints behind its content; null: a picture.
  const faceOf = (element) => {
    const style = getComputedStyle(element);
    const colour = read(style.backgroundColor);
    if (style.backgroundImage === 'none') return colour;
    const stops = /^[a-z-]*gradient\(/.test(style.backgroundImage) && style.backgroundImage.match(GRADIENT);
    if (!stops) return null;
    const painted = mean(stops.map(read));
    return painted[3] < 1 && colour[3] ? over(painted, colour) : painted;
  };
  const below = (element) => {
    const layers = [];
    for (let node = element; node; node = parentOf(node)) {
      const face = faceOf(node);
      if (!face) return null;
      layers.push(face);
      if (face[3] >= 1) break;
    }
    return layers.reduceRight((under, face) => over(face, under), WHITE);
  };
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (a, b) => {
    const [darker, lighter] = [light(a), light(b)].sort((x, y) => x - y);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const faded = ([red, green, blue, alpha], element) => {
    let left = alpha;
    for (let node = element; node; node = parentOf(node)) left *= +getComputedStyle(node).opacity;
    return [red, green, blue, left];
  };
  // Its own, or that of something in it that fills it.
  const partWithFace = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const fills = (part) => { const box = part.getBoundingClientRect(); return box.width * box.height >= 0.8 * width * height; };
    return [element, ...[...element.children].filter(fills)].find((part) => (faceOf(part)?.[3] ?? 1) > 0) ?? element;
  };

  return (element) => {
    const surrounding = below(parentOf(element) ?? element);
    const part = partWithFace(element);
    const face = faceOf(part);
    if (!surrounding || !face) return null;
    const shown = over(faded(face, part), surrounding);
    const standsOut = ratio(shown, surrounding);
    const text = over(faded(read(getComputedStyle(element).color), element), shown);
    return Math.round(100 * (standsOut >= FACELESS ? standsOut : ratio(text, shown))) / 100;
  };
})();
