// Runs before the page's own scripts and records what a reader would notice.
(() => {
  // The memory of an instance can only be got at when the instance is created.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await made.apply(WebAssembly, given);
      // The first is the core's memory; the parts that load later share it.
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
  // 16 ms is the lowest threshold allowed; an interaction is as slow as its slowest event.
  const tap = ({ interactionId: id, duration }) => id && seen.taps.set(id, Math.max(seen.taps.get(id) ?? 0, duration));
  observe("event", tap, { durationThreshold: 16 });

  // The first frame that contains a whole drawing. The timeout runs after that frame is on its way.
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
