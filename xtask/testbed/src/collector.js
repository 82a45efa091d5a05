(function () {
  // What one test has stored must not answer another's requests; tests of the worker itself do not
  // use watched pages.
  Object.defineProperty(navigator, "serviceWorker", { value: undefined });
  const seen = (window.__seen = []);
  const keep = (kind, what) => seen.push(kind + ": " + what);
  for (const kind of ["error", "warn", "assert"]) {
    const plain = console[kind];
    console[kind] = function (...words) {
      if (kind !== "assert" || !words[0]) keep("console." + kind, words.map(String).join(" "));
      plain.apply(console, words);
    };
  }
  addEventListener(
    "error",
    (event) => {
      const from = event.target;
      if (from === window) keep("error", event.message + " at " + event.filename + ":" + event.lineno);
      else keep("missing", from.src || from.href || from.tagName);
    },
    true,
  );
  // A page that says that it is ready must have painted its visible drawings, unless a fault
  // refuses canvases.
  const refused = () => !String(HTMLCanvasElement.prototype.getContext).includes("[native code]");
  new MutationObserver(function () {
    if (!document.documentElement.dataset.ready || refused()) return;
    for (const drawing of document.querySelectorAll(".drawing:not(.drawn)")) {
      const { top, bottom } = drawing.getBoundingClientRect();
      const seen = drawing.checkVisibility() && bottom > 0 && top < innerHeight;
      if (seen) keep("not painted when ready", drawing.closest("[data-figure]").dataset.figure);
    }
  }).observe(document.documentElement, { attributeFilter: ["data-ready"] });
  addEventListener("unhandledrejection", (event) => keep("refused promise", event.reason));
  addEventListener(
    "securitypolicyviolation",
    (event) => keep("policy", event.violatedDirective + " " + event.blockedURI + " " + event.sample),
    true,
  );
})();
