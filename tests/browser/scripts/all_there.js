// Whether the fonts are loaded and every drawing in the window is painted.
const headings = all("h1, h2, h3").map((heading) => heading.textContent).join("");
if (document.fonts.status !== "loaded" || !document.fonts.check('900 20px "Sijian Serif"', headings)) return "fonts";
const waiting = all("[data-figure] .drawing").filter((drawing) => {
  const { top, bottom } = drawing.getBoundingClientRect();
  return drawing.checkVisibility() && bottom > 0 && top < innerHeight && !drawing.classList.contains("drawn");
});
return waiting.length === 0 || `${waiting.length} drawings`;
