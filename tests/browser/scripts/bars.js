// True if the bar of every mark ends on the canvas within two CSS pixels of its end in the SVG. The
// bar is the longest run of one colour from the left edge.
const [id] = arguments;
const drawing = one(`[data-figure="${id}"] .drawing`);
const canvas = one("canvas", drawing);
const picture = pictureOf(drawing);
if (!picture) return "the SVG is not a picture yet";
const box = drawing.getBoundingClientRect();
const fine = canvas.width / box.width;
const painted = pixelsOf(canvas);

// The end, in CSS pixels, of the run of one colour that starts three CSS pixels from the left; 0 if
// there is none.
const runOf = (pixels, width, fine, y) => {
  const row = Math.floor((y + 0.5) * fine) * width;
  const at = (column) => pixels.slice((row + column) * 4, (row + column) * 4 + 4);
  const start = Math.floor(3 * fine);
  const ink = at(start);
  if (ink[3] < 255) return 0;
  let end = start;
  while (end < width && at(end).every((channel, i) => Math.abs(channel - ink[i]) < 12)) end++;
  return end / fine;
};

const wrong = all(".marks button", drawing).flatMap((mark) => {
  const area = mark.getBoundingClientRect();
  const [from, to] = [Math.ceil(area.top - box.top), Math.floor(area.bottom - box.top)];
  const rows = Array.from({ length: to - from - 1 }, (_, i) => from + i);
  const long = Math.max(...rows.map((y) => runOf(picture.pixels, picture.width, 1, y)));
  const bar = rows.filter((y) => runOf(picture.pixels, picture.width, 1, y) === long);
  if (long < 12 || bar.length < 6) return [`no bar ${long} wide and ${bar.length} high in the SVG`];
  const gap = runOf(painted, canvas.width, fine, bar[bar.length >> 1]) - long;
  return Math.abs(gap) <= 2 ? [] : [`a bar ${long} wide in the SVG is ${gap} wider on the canvas`];
});
return wrong.length === 0 || wrong.join("; ");
