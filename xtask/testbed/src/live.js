// Follows the builds of `cargo xtask serve`: reloads the page after a good one, shows the error
// after a bad one.
(function () {
  if (window !== top) return;
  const layer = document.createElement("div");
  layer.id = "build-problem";
  layer.setAttribute("role", "alert");
  layer.style.cssText =
    "position: fixed; inset: 0; z-index: 2147483647; padding: clamp(1rem, 4vw, 2rem); overflow: auto;" +
    "overscroll-behavior: contain; background: rgb(30 10 10); color: #fff; font: 16px/1.7 monospace";
  // A line is a problem. A compiler's message has empty lines between its own.
  const show = (problem) => {
    const apart = problem.includes("\n\n") ? /\n{2,}/ : "\n";
    const parts = problem.split(apart).map((text) => {
      const part = document.createElement("pre");
      part.style.cssText = "margin: 0 0 1em; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere";
      part.textContent = text;
      return part;
    });
    layer.replaceChildren(...parts);
  };
  let version, shown;
  const look = async () => {
    try {
      const told = await (await fetch("/.live", { cache: "no-store" })).json();
      version ??= told.version;
      if (told.version !== version) return location.reload();
      if (!told.problem) layer.remove();
      // Only what is new, or the reader's selection and place would be lost.
      else if (told.problem !== shown) show(told.problem);
      shown = told.problem;
      if (shown && !layer.isConnected) document.body?.append(layer);
    } catch {
      // The server was stopped. It may be started again.
    }
    setTimeout(look, 500);
  };
  look();
})();
