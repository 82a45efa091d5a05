// Whether the fonts of the headings are loaded, also the one that comes after the program.
const headings = all("h1, h2, h3").map((heading) => heading.textContent).join("");
return document.fonts.status === "loaded" && document.fonts.check('900 20px "Sijian Serif"', headings);
