// Uses one font for the page and its canvases, since `system-ui` differs between machines.
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
