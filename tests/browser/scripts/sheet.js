// Reduces the page to its drawings in one layout, side by side, each on its paper.
const [layout, width] = arguments;
const made = (name, style, ...inner) => {
  const element = Object.assign(document.createElement("div"), { className: name });
  element.style.cssText = style;
  element.append(...inner);
  return element;
};
// Where scripts are off, the style sheet has both fonts.
const style = new CSSStyleSheet();
style.replaceSync(one("head noscript").textContent.replace(/<.*?>/g, ""));
document.adoptedStyleSheets.push(style);
const drawings = all(`.stage svg.${layout}`).map((svg) => {
  const paper = svg.closest(".paper-results, .paper-blueprint").classList.contains("paper-results") ? "results" : "blueprint";
  return made(`paper-${paper}`, "padding: 16px", made("figure", `width: ${width}px; margin: 0`, made("drawing", "", svg)));
});
document.body.replaceChildren(made("", "display: flex; flex-wrap: wrap; align-items: start; gap: 16px", ...drawings));
return drawings.length;
