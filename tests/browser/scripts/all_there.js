// Whether the fonts are loaded and every drawing in the window is painted.
if (document.fonts.status !== "loaded") return "fonts";
const waiting = all("[data-figure] .drawing").filter((drawing) => {
  const { top, bottom } = drawing.getBoundingClientRect();
  return drawing.checkVisibility() && bottom > 0 && top < innerHeight && !drawing.classList.contains("drawn");
});
return waiting.length === 0 || `${waiting.length} drawings`;
