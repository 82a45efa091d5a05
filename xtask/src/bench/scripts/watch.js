// Runs before the page's own scripts and notes what happens to its reader.
(() => {
  // The only way to the memory of an instance is to be there when it is made.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await made.apply(WebAssembly, given);
      // The core's: its parts, which come later, share it.
      window.sijianMemory ??= (result.instance ?? result).exports.memory;
      return result;
    };
  }

  if (window !== top) return;
  const seen = { long: [], shifts: [], lcp: 0, chart: 0, taps: new Map(), scrolls: [], frames: [] };
  window.sijianSeen = seen;
  const observe = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  observe("longtask", ({ startTime, duration }) => seen.long.push([startTime, duration]));
  observe("layout-shift", (shift) => shift.hadRecentInput || seen.shifts.push([shift.startTime, shift.value]));
  observe("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  // 16 ms is the least that can be asked for; an interaction is as slow as its slowest event.
  const tap = ({ interactionId: id, duration }) => id && seen.taps.set(id, Math.max(seen.taps.get(id) ?? 0, duration));
  observe("event", tap, { durationThreshold: 16 });

  // The frame that first has a whole drawing in it; what follows the frame runs when it is on its way.
  const look = () => {
    const drawing = document.querySelector("[data-figure] svg, [data-figure] canvas");
    if (drawing?.nextSibling || (drawing && document.readyState !== "loading")) {
      setTimeout(() => (seen.chart = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
})();
