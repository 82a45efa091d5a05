// Scrolls a drawing into view, far enough to be painted; true once its canvas replaces its SVG.
const [id] = arguments;
const drawing = one(`[data-figure="${id}"] .drawing`);
const { top, bottom } = drawing.getBoundingClientRect();
const middle = (top + bottom) / 2;
if (middle < 0 || middle > innerHeight * 0.8) drawing.scrollIntoView({ block: "center", behavior: "instant" });
return drawing.classList.contains("drawn") || "not drawn";
