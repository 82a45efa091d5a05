// Everything in the summary that is not entirely on its sheet, or would not be with one more line.
const LINE = 12;
const sheet = one(".sheet");
const { left, right, bottom } = sheet.getBoundingClientRect();
const foot = one(".sheet-foot").getBoundingClientRect();
const wrong = [];
if (sheet.scrollHeight > sheet.clientHeight + 1) wrong.push(`${sheet.scrollHeight} high in ${sheet.clientHeight}`);
for (const element of all(".sheet *")) {
  // The box of a path has room for the longest mitre, used or not: its SVG is judged instead.
  if (element.tagName === "path") continue;
  const area = element.getBoundingClientRect();
  if (!area.width || getComputedStyle(element).visibility !== "visible") continue;
  const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class")}: ${element.textContent.slice(0, 16)}`;
  if (area.left < left - 1 || area.right > right + 1 || area.bottom > bottom + 1) wrong.push(`beyond the sheet: ${name}`);
  const column = element.closest(".sheet-results, .sheet-plans");
  if (column && column !== element && area.bottom > foot.top - LINE) wrong.push(`on the foot: ${name} to ${area.bottom} of ${foot.top}`);
}
return wrong.slice(0, 8);
