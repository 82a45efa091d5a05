// For each card and drawing: its heading, and the start of the text below it. A card without a drawing has none.
const run = (element) => wordsOf(element).match(/\p{Script=Han}{3,}/u)?.[0] ?? "";
const cards = all("details.card:has(.sentence)").map((card) => [run(one("summary h3", card)), run(one(".sentence", card))]);
const drawings = all("[data-figure]:not(.cover *)").map((figure) => [run(one("h2, h3", figure)), run(one(".sentence", figure))]);
return [...cards, ...drawings];
