// Where lines of text on the page end badly: within a word, between a number and what it counts, or with one or two
// characters alone in the last line.
const HAN = /\p{Script=Han}/u;
const WHOLE = /[\d\p{Script=Han}]/u;
const SHORT = "h1, h2, h3, h4, .gist, .note, .label, .why, .lever, .subtitle, .heading, .question, .lead, .standfirst, .sentence";
const range = document.createRange();
const told = [];

function lineOf(node, at) {
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const [box] = [...range.getClientRects()].filter((box) => box.width > 0);
  return box && box.bottom;
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
  range.selectNodeContents(node);
  if (range.getClientRects().length < 2) continue;
  for (let at = 1, before = lineOf(node, 0); at < text.length; at++) {
    const line = lineOf(node, at);
    if (WHOLE.test(text[at - 1]) && HAN.test(text[at]) && line - before > 4) {
      tell("a word is broken", node.parentElement, `${text.slice(Math.max(0, at - 6), at)}|${text.slice(at, at + 6)}`);
    }
    before = line;
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
    for (let at = 0; at < node.length; at++) {
      const line = /[\s\u200b]/.test(node.data[at]) ? undefined : lineOf(node, at);
      // Characters of other sizes stand on the same line.
      if (line !== undefined) {
        const same = [...lines.keys()].find((other) => Math.abs(other - line) < 8) ?? line;
        lines.set(same, (lines.get(same) ?? "") + node.data[at]);
      }
    }
  }
  if (lines.size < 2) continue;
  const last = lines.get(Math.max(...lines.keys()));
  // Where there is room for a few characters only, such lines are none.
  const isWide = Math.max(...[...lines.values()].map((line) => line.length)) > 5;
  if (isWide && last.replace(/[，。；：、？！]/g, "").length <= 2) tell("a short last line", element, `${whole.slice(-16)} / ${last}`);
}
return told;
