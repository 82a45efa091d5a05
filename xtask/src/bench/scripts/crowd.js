// When the frames got ready, counted from the host page's beginning, and what they cost together.
const inside = [...Array(frames.length).keys()].map((i) => frames[i]);
const ready = inside.map(({ performance: { timeOrigin }, performance: own }) =>
  timeOrigin + own.getEntriesByName("app-ready")[0].startTime - performance.timeOrigin);
ready.sort((a, b) => a - b);
const long = window.sijianSeen.long.map(([, duration]) => duration);
const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
return {
  half_ms: ready[Math.floor(ready.length / 2)],
  all_ms: ready.at(-1),
  longest_ms: Math.max(0, ...long),
  tbt_ms: sum(long.map((duration) => duration - 50)),
  wasm_mb: sum(inside.map((frame) => frame.sijianMemory?.buffer.byteLength ?? 0)) / 2 ** 20,
};
