(function () {
  // What one test has loaded must not answer another's requests; tests of the worker itself watch no page.
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
  addEventListener("unhandledrejection", (event) => keep("refused promise", event.reason));
  addEventListener(
    "securitypolicyviolation",
    (event) => keep("policy", event.violatedDirective + " " + event.blockedURI + " " + event.sample),
    true,
  );
})();
