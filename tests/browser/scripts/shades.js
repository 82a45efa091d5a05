// The lightness, from 0 to 1, of the first card's background and text, and the greatest opacity of
// anything above the host's page.
const shades = (colour) => colour.match(/[\d.]+/g).map(Number);
const light = (colour) => shades(colour).slice(0, 3).reduce((sum, part) => sum + part, 0) / 765;
const main = getComputedStyle(one("#main"));
const opaque = [document.documentElement, document.body, one("#main")].map((e) => shades(getComputedStyle(e).backgroundColor)[3] ?? 1);
return [light(main.backgroundColor), light(main.color), Math.max(...opaque)];
