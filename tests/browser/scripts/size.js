const drawing = one(`[data-figure="${arguments[0]}"] .drawing`);
const canvas = one("canvas", drawing);
const [place, painted] = [drawing, canvas].map((element) => element.getBoundingClientRect());
const apart = ["left", "top", "width", "height"].map((side) => Math.abs(place[side] - painted[side]));
const pixels = [canvas.width - painted.width * devicePixelRatio, canvas.height - painted.height * devicePixelRatio];
return (
  (apart.every((gap) => gap <= 1) && pixels.every((gap) => Math.abs(gap) <= Math.max(1, devicePixelRatio))) ||
  `apart ${apart}, pixels too many ${pixels}`
);
