// Where lines of text on the page end badly: within a word, between a number and what it counts, or with one or two
// characters alone in the last line.
const HAN = /\p{Script=Han}/u;
const WHOLE = /[\d\p{Script=Han}]/u;
const SHORT = "h1, h2, h3, h4, .gist, .note, .label, .why, .lever, .subtitle, .heading, .question, .lead, .standfirst, .sentence";
const range = document.createRange();
const told = [];

// The line boxes of a part of a text.
function boxes(node, from, to) {
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()];
}

// Where a text's lines begin; found by halves, as each look at a range costs time.
function starts(node) {
  const found = [0];
  const linesUntil = (at) => boxes(node, 0, at).length;
  const look = (from, before, to, until) => {
    if (before === until) return;
    if (to - from === 1) return void found.push(from);
    const middle = (from + to) >> 1;
    const here = linesUntil(middle);
    look(from, before, middle, here);
    look(middle, here, to, until);
  };
  look(1, linesUntil(1), node.length, linesUntil(node.length));
  return found;
}

function tell(what, element, words) {
  const name = element.className && element.className.replaceAll ? element.className : element.parentElement.className;
  told.push(`${what} in ${element.localName}.${name}: ${words.replaceAll("\u200b", "")}`);
}

function isSeen(element) {
  for (let outer = element; outer; outer = outer.parentElement) if (outer.offsetWidth === 1) return false;
  return element.checkVisibility() && !element.closest("svg, script, style, noscript, .unseen, .type-probe, [aria-hidden='true']");
}

const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode, text = node.data;
  if (!/[\d\p{Script=Han}]\p{Script=Han}/u.test(text) || !isSeen(node.parentElement)) continue;
  if (getComputedStyle(node.parentElement).writingMode !== "horizontal-tb") continue;
  for (const at of starts(node).slice(1)) {
    if (WHOLE.test(text[at - 1]) && HAN.test(text[at])) {
      tell("a word is broken", node.parentElement, `${text.slice(Math.max(0, at - 6), at)}|${text.slice(at, at + 6)}`);
    }
  }
}

for (const element of document.querySelectorAll(SHORT)) {
  const whole = element.textContent.replace(/[\s\u200b]/g, "");
  if (whole.length < 5 || !HAN.test(whole) || !isSeen(element)) continue;
  if (getComputedStyle(element).writingMode !== "horizontal-tb") continue;
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const lines = new Map();
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    const found = starts(node);
    found.forEach((start, index) => {
      const words = node.data.slice(start, found[index + 1]).replace(/[\s\u200b]/g, "");
      const box = words && boxes(node, start, found[index + 1] ?? node.length).findLast((box) => box.width > 0);
      if (!box) return;
      // Characters of other sizes stand on the same line.
      const line = [...lines.keys()].find((other) => Math.abs(other - box.bottom) < 8) ?? box.bottom;
      lines.set(line, (lines.get(line) ?? "") + words);
    });
  }
  if (lines.size < 2) continue;
  const last = lines.get(Math.max(...lines.keys()));
  // Where there is room for a few characters only, such lines are none.
  const isWide = Math.max(...[...lines.values()].map((line) => line.length)) > 5;
  if (isWide && last.replace(/[，。；：、？！]/g, "").length <= 2) tell("a short last line", element, `${whole.slice(-16)} / ${last}`);
}
return told;
