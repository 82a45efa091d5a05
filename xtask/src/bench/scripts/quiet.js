// Whether the page has been ready for two seconds and has had no long task for one.
const seen = window.sijianSeen;
const ready = performance.getEntriesByName("app-ready")[0]?.startTime;
const last = seen.long.at(-1);
const now = performance.now();
return ready !== undefined && now > ready + 2000 && (!last || now > last[0] + last[1] + 1000);
