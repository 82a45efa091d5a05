// The overview drawings whose SVG cannot be seen, or is covered by the canvas.
const standing = all("[data-figure]").filter((figure) => !figure.closest("details.card"));
if (standing.length < 2) return ["there are none"];
return standing
  .filter((figure) => {
    const shown = all(".drawing svg", figure).filter((svg) => getComputedStyle(svg).display !== "none");
    const [svg] = shown;
    const seen = shown.length === 1 && getComputedStyle(svg).visibility === "visible";
    return !(seen && svg.getBoundingClientRect().height > 50 && getComputedStyle(one("canvas", figure)).visibility === "hidden");
  })
  .map((figure) => figure.dataset.figure);
