// What translators and telephones do to a page: each text is wrapped, and long numbers become links.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
for (const text of texts) {
  if (!text.data.trim() || text.parentElement.closest("script, style, noscript, svg, font")) continue;
  const outer = document.createElement("font");
  const inner = document.createElement(/\d{7}/.test(text.data) ? "a" : "font");
  if (inner.localName === "a") inner.href = "tel:" + /\d{7}/.exec(text.data)[0];
  text.replaceWith(outer);
  outer.append(inner);
  inner.append(text.data);
}
return texts.length;
