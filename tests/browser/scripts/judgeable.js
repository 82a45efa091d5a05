// Prepares a page for axe, which cannot judge text on a background image, and takes targets partly
// covered by the bar for too small.
for (const paper of all(".paper-results, .paper-blueprint")) paper.style.backgroundImage = "none";
for (const bar of all(".bar")) bar.style.position = "static";
