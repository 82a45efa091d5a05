// Brings a drawing into view; true once its canvas stands for its SVG.
const [id] = arguments;
const drawing = one(`[data-figure="${id}"] .drawing`);
const box = drawing.getBoundingClientRect();
if (box.bottom < 0 || box.top > innerHeight) drawing.scrollIntoView({ block: "center", behavior: "instant" });
return drawing.classList.contains("drawn") || "not drawn";
