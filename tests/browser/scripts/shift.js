// All layout shifts since the page's first byte that were not caused by input.
const done = arguments[arguments.length - 1];
const name = ({ node }) => (node?.closest ? node : node?.parentElement)?.closest("[id], [class]")?.outerHTML.slice(0, 60) ?? String(node);
const entries = [];
const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    entries.push(...observer.takeRecords());
    const own = entries.filter((entry) => !entry.hadRecentInput);
    done({ sum: own.reduce((sum, entry) => sum + entry.value, 0), what: own.flatMap((entry) => entry.sources.map(name)).slice(0, 6) });
  }),
);
