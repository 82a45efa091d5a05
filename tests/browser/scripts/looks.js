const mean = (channels) => Math.round(channels.reduce((sum, channel) => sum + channel, 0) / channels.length);
const ground = getComputedStyle(one(".paper-results")).backgroundColor;
const canvas = one(`[data-figure="${arguments[0]}"] canvas`);
const pixels = pixelsOf(canvas);
const ink = [];
for (let at = 0; at < pixels.length; at += 4) if (pixels[at + 3] === 255) ink.push(pixels[at], pixels[at + 1], pixels[at + 2]);
return { ground: mean(ground.match(/\d+/g).slice(0, 3).map(Number)), ink: ink.length ? mean(ink) : -1 };
