// Everything that should not be in print: dark backgrounds, canvases, closed cards, hidden
// drawings, and controls.
const wrong = [];
const light = (colour) => {
  const parts = colour.match(/[\d.]+/g).map(Number);
  return parts[3] === 0 || Math.min(...parts.slice(0, 3)) > 240;
};
for (const element of all("body, .paper-results, .paper-blueprint, .card, .tip")) {
  if (!light(getComputedStyle(element).backgroundColor)) wrong.push(`${element.className || "body"} is dark`);
  if (getComputedStyle(element).backgroundImage !== "none") wrong.push(`${element.className} has a pattern`);
}
for (const text of all("h1, h2, h3, .sentence, .label, .quote, svg text")) {
  const style = getComputedStyle(text);
  const ink = (text.namespaceURI.endsWith("svg") ? style.fill : style.color).match(/[\d.]+/g).slice(0, 3).map(Number);
  const ground = text.closest("svg") && ink.every((channel) => channel > 240);
  if (!ground && Math.min(...ink) > 150) wrong.push(`pale words: ${text.textContent.slice(0, 12)}`);
}
for (const drawing of all("[data-figure] .drawing")) {
  const seen = all("svg", drawing).filter((svg) => getComputedStyle(svg).display !== "none" && getComputedStyle(svg).visibility === "visible" && svg.getBoundingClientRect().height > 50);
  const id = drawing.closest("[data-figure]").dataset.figure;
  if (seen.length !== 1) wrong.push(`${id}: ${seen.length} pictures`);
  if (getComputedStyle(one("canvas", drawing)).display !== "none") wrong.push(`${id}: its canvas`);
}
for (const control of all("button, input, .bar, .sections, .skip, .tools, .data, .sign"))
  if (control.checkVisibility({ contentVisibilityAuto: false })) wrong.push(`a control: ${control.className || control.textContent}`);
return [...new Set(wrong)].slice(0, 12);
