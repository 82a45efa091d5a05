const [id, index] = arguments;
const figure = one(`[data-figure="${id}"]`);
const tips = all(".tip");
if (tips.length !== 1) return `${tips.length} tips`;
const [tip] = tips;
if (!figure.contains(tip)) return "the tip is on another drawing";
const mark = all(".marks button", figure)[index];
const label = mark.getAttribute("aria-label");
const name = wordsOf(one("b", tip));
if (!name || !label.startsWith(name)) return `the tip is of ${name}, the mark is ${label}`;
if (mark.tabIndex !== 0 || all('.marks [tabindex="0"]', figure).length !== 1) return "Tab leads to another mark";
// Between its marks; marks within it are single ones.
const passage = wordsOf(one("blockquote", tip)).slice(1, -1).replace(/‘/g, "“").replace(/’/g, "”");
const row = wordsOf(tableRows(figure)[index]);
if (!passage || !row.includes(passage)) return `the passage ${passage} is not in the table's row ${row}`;
const { left, right } = tip.getBoundingClientRect();
return (left >= 0 && right <= innerWidth) || `the tip goes from ${left} to ${right} of ${innerWidth}`;
