// True if the canvas has the SVG's colours wherever the SVG, without its lettering, has one colour
// for two CSS pixels around; if each mark has ink on the canvas; and if the canvas has ink wherever
// the SVG has lettering.
const [id] = arguments;
const drawing = one(`[data-figure="${id}"] .drawing`);
const canvas = one("canvas", drawing);
const box = drawing.getBoundingClientRect();
if (!canvas.width) return "the canvas has been released";
const picture = pictureOf(drawing);
if (!picture) return "the SVG is not a picture yet";
const { width, height, pixels: expected } = picture;
const painted = pixelsOf(canvas);
const [fineX, fineY] = [canvas.width / box.width, canvas.height / box.height];
const inked = (pixels, at) => [0, 1, 2].map((i) => (pixels[at + i] * pixels[at + 3]) / 255).concat(pixels[at + 3]);
const differ = (a, b) => Math.max(...a.map((channel, i) => Math.abs(channel - b[i])));
const expectedAt = (x, y) => inked(expected, (y * width + x) * 4);
const paintedAt = (x, y) =>
  inked(painted, (Math.floor((y + 0.5) * fineY) * canvas.width + Math.floor((x + 0.5) * fineX)) * 4);

const lettering = all("text", svgOf(drawing)).map((text) => {
  const area = text.getBoundingClientRect();
  const left = area.left - box.left;
  const top = area.top - box.top;
  return { words: text.textContent, left, top, right: left + area.width, bottom: top + area.height };
});
const more = (area) => {
  const [x, y] = [(area.right - area.left) * 0.25 + 4, (area.bottom - area.top) * 0.35 + 4];
  return { left: area.left - x, right: area.right + x, top: area.top - y, bottom: area.bottom + y };
};
const lettered = new Uint8Array(width * height);
for (const area of lettering.map(more)) {
  const to = Math.min(width, area.right);
  for (let y = Math.max(0, Math.floor(area.top)); y < Math.min(height, area.bottom); y++)
    lettered.fill(1, y * width + Math.max(0, Math.floor(area.left)), y * width + Math.ceil(to));
}

const plain = (x, y) => {
  const middle = expectedAt(x, y);
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++) if (differ(middle, expectedAt(x + dx, y + dy)) > 4) return false;
  return true;
};
const marks = all(".marks button", drawing).map((mark) => {
  const area = mark.getBoundingClientRect();
  return {
    name: mark.ariaLabel || mark.getAttribute("aria-label"),
    left: area.left - box.left,
    top: area.top - box.top,
    right: area.right - box.left,
    bottom: area.bottom - box.top,
    ink: 0,
  };
});
if (!marks.length) return "no marks";
let [compared, wrong, sample] = [0, 0, ""];
for (let y = 2; y < height - 2; y += 2) {
  for (let x = 2; x < width - 2; x += 2) {
    const [wanted, found] = [expectedAt(x, y), paintedAt(x, y)];
    // Bars may be thinner than what is compared.
    if (wanted[3] > 128 && found[3] > 128) {
      const mark = marks.find((m) => x >= m.left && x < m.right && y >= m.top && y < m.bottom);
      if (mark) mark.ink++;
    }
    if (!plain(x, y)) continue;
    const isLettered = lettered[y * width + x];
    if (!isLettered) compared++;
    if (differ(wanted, found) > 8) {
      if (isLettered) continue;
      wrong++;
      sample ||= `at ${x},${y} of ${width}×${height} ${found.map(Math.round)} instead of ${wanted.map(Math.round)}`;
    }
  }
}
if (compared < 500) return `only ${compared} places to compare`;
if (wrong > compared / 1000) return `${wrong} of ${compared} places differ, first ${sample}`;
const blank = marks.filter((mark) => mark.ink < 3);
if (blank.length) return `marks without ink: ${blank.map((mark) => mark.name)}`;

for (const area of lettering) {
  let strokes = 0;
  const [left, top] = [Math.max(0, Math.ceil(area.left)), Math.max(0, Math.ceil(area.top))];
  const ground = paintedAt(left, Math.min(height - 1, Math.floor((area.top + area.bottom) / 2)));
  for (let y = top; y < Math.min(height, area.bottom); y++)
    for (let x = left; x < Math.min(width, area.right); x++) if (differ(ground, paintedAt(x, y)) > 48) strokes++;
  if (strokes < 5) return `nothing is written where the SVG has ${area.words}`;
}
return true;
