const link = tableRows(one('[data-figure="ledger"]'))[arguments[0]].querySelector("th a");
const passage = document.getElementById(link.getAttribute("href").slice(1));
const card = passage.closest("details.card");
if (!card.open) return "the card is closed";
if (document.activeElement !== passage) return `focus is at ${document.activeElement.outerHTML.slice(0, 80)}`;
const { top, bottom } = passage.getBoundingClientRect();
return (top > -2 && bottom <= innerHeight + 2) || `the passage is from ${top} to ${bottom} of ${innerHeight}`;
