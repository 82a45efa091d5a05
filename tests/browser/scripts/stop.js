const at = document.activeElement;
const marks = one('[data-figure="amounts"] .marks');
const mark = marks.contains(at);
const words = at.getAttribute("aria-label") || at.textContent.trim();
return {
  name: `${at.tagName.toLowerCase()} ${words.slice(0, 16)}`,
  mark,
  beyond: !mark && Boolean(one('[data-figure="amounts"]').compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) && !one('[data-figure="amounts"]').contains(at),
};
