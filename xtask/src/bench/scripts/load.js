// The measurements of the load, from the first byte until the page has been quiet for a while.
const seen = window.sijianSeen;
const named = (name) => performance.getEntriesByName(name)[0]?.startTime;
const fcp = named("first-contentful-paint");
const after = seen.long.filter(([start, duration]) => start + duration > fcp);
const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
return {
  fcp_ms: fcp,
  lcp_ms: seen.lcp || null,
  chart_ms: seen.chart || null,
  ready_ms: named("app-ready"),
  tbt_ms: sum(after.map(([start, duration]) => Math.max(0, Math.min(duration, start + duration - fcp) - 50))),
  longest_ms: Math.max(0, ...seen.long.map(([, duration]) => duration)),
  wire_kb: sum(entries.map((entry) => entry.transferSize)) / 1024,
  nodes: document.querySelectorAll("*").length,
};
