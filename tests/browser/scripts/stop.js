const at = document.activeElement;
const figure = one(`[data-figure="${arguments[0]}"]`);
const mark = one(".marks", figure).contains(at);
const words = at.getAttribute("aria-label") || at.textContent.trim();
return {
  name: `${at.tagName.toLowerCase()} ${words.slice(0, 16)}`,
  mark,
  beyond: !figure.contains(at) && Boolean(figure.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
};
