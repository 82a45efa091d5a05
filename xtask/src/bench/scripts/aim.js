// Scrolls a closed card's head to the middle of the window and, once all is still, returns where to
// tap.
const summary = document.querySelectorAll("details.card > summary")[arguments[0]];
if (!summary || summary.parentElement.open) return null;
summary.scrollIntoView({ block: "center", behavior: "instant" });
await new Promise((still) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(still, 200))));
const { left, top, width, height } = summary.getBoundingClientRect();
return [left + width / 4, top + height / 2];
