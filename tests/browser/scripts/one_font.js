// Sets the page and its canvases in one font, whatever else the machine has: `system-ui` is another everywhere.
const sheet = new CSSStyleSheet();
sheet.replaceSync(':root { --sans: "FONT" !important }');
document.adoptedStyleSheets = [sheet];
const { get, set } = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, "font");
Object.defineProperty(CanvasRenderingContext2D.prototype, "font", {
  get,
  set(font) {
    set.call(this, font.replace("system-ui", '"FONT"'));
  },
});
