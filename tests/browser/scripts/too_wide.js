// Empty if the page fits into its window; otherwise what sticks out and is not clipped by a scroll
// container, innermost first.
const room = innerWidth;
if (document.documentElement.scrollWidth <= room) return [];
const cut = (element) => {
  for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement)
    if (getComputedStyle(outer).overflowX !== "visible") return true;
  return false;
};
const right = (element) => element.getBoundingClientRect().right;
const outside = all("body *").filter((element) => right(element) > room + 0.1 && element.checkVisibility() && !cut(element));
const name = (element) =>
  `${element.tagName.toLowerCase()}.${element.getAttribute("class")} in ${element.closest("[id]")?.id} to ${right(element)}`;
return [`${document.documentElement.scrollWidth} in ${room}`, ...outside.reverse().slice(0, 5).map(name)];
