// How much the layout has shifted, and the memory held outside the script heap.
const seen = window.sijianSeen;
let [worst, sum, from, last] = [0, 0, 0, 0];
for (const [time, value] of seen.shifts) {
  // As CLS is defined: a session window ends after a second without a shift, or after five.
  if (time - last > 1000 || time - from > 5000) [sum, from] = [0, time];
  last = time;
  sum += value;
  worst = Math.max(worst, sum);
}
const canvases = [...document.querySelectorAll("canvas")].map((canvas) => canvas.width * canvas.height * 4);
return {
  cls: worst,
  wasm_mb: window.sijianMemory ? window.sijianMemory.buffer.byteLength / 2 ** 20 : null,
  canvas_mb: canvases.reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20,
};
