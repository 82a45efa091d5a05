// The picture's size, its number of colours, and its lower end in greys, as base64.
const done = arguments[0];
const image = one("#poster img");
const canvas = document.createElement("canvas");
[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
const context = canvas.getContext("2d", { willReadFrequently: true });
context.drawImage(image, 0, 0);
const rows = Math.min(700, canvas.height);
const { data } = context.getImageData(0, canvas.height - rows, canvas.width, rows);
const greys = new Uint8Array(data.length / 4);
const colours = new Set();
for (let i = 0; i < greys.length; i += 1) {
  const [r, g, b] = [data[4 * i], data[4 * i + 1], data[4 * i + 2]];
  greys[i] = (r + g + b) / 3;
  colours.add((r << 16) | (g << 8) | b);
}
let text = "";
for (let i = 0; i < greys.length; i += 30000) text += String.fromCharCode(...greys.subarray(i, i + 30000));
done({ width: canvas.width, height: canvas.height, rows, colours: colours.size, greys: btoa(text) });
