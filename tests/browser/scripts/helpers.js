const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => {
  const found = within.querySelector(selector);
  if (!found) throw new Error("nothing is " + selector);
  return found;
};

// The rows of a drawing's table, which is inert text in `noscript` until it is asked for.
const tableRows = (figure) => {
  dispatchEvent(new Event("sijian-whole"));
  return all(".data tbody tr", figure);
};

// A canvas's pixels, read from a copy: reading from the canvas itself could change how the browser
// stores it.
const pixelsOf = (canvas) => {
  const { width, height } = canvas;
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  return context.getImageData(0, 0, width, height).data;
};

// The SVG of a drawing that is shown, or would be without the canvas.
const svgOf = (drawing) => all("svg", drawing).find((twin) => getComputedStyle(twin).display !== "none");

// A drawing's SVG without its lettering, one pixel for each CSS pixel. The picture loads
// asynchronously: the result is null until a later call.
const pictureOf = (drawing) => {
  const svg = svgOf(drawing);
  const copy = svg.cloneNode(true);
  const shapes = all("*", svg);
  all("*", copy).forEach((shape, i) => {
    const style = getComputedStyle(shapes[i]);
    for (const property of ["fill", "stroke"]) shape.setAttribute(property, style[property]);
  });
  for (const lettering of all("text", copy)) lettering.remove();
  const box = drawing.getBoundingClientRect();
  const [width, height] = [Math.floor(box.width), Math.floor(box.height)];
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.setAttribute("preserveAspectRatio", "none");
  const source = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  if (window.__picture?.source !== source) {
    const picture = new Image();
    window.__picture = { source, picture };
    picture.src = source;
  }
  const { picture } = window.__picture;
  if (!picture.complete || !picture.naturalWidth) return null;
  const sheet = Object.assign(document.createElement("canvas"), { width, height });
  sheet.getContext("2d").drawImage(picture, 0, 0);
  return { width, height, pixels: pixelsOf(sheet) };
};
// How far the progress line below a link of the bar is filled.
const fill = (link) => getComputedStyle(link, "::after").width;

// The words of an element, without the places where lines may break.
const wordsOf = (element) => element.textContent.replaceAll("\u200b", "");
