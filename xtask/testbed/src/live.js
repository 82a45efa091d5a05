// Follows the builds of `cargo xtask serve`: reloads the page after a good one, shows the error
// after a bad one.
(function () {
  if (window !== top) return;
  const layer = document.createElement("pre");
  layer.id = "build-problem";
  layer.setAttribute("role", "alert");
  layer.style.cssText =
    "position: fixed; inset: 0; z-index: 2147483647; margin: 0; padding: 2rem; overflow: auto; white-space: pre-wrap;" +
    "background: rgb(30 10 10 / 0.93); color: #fff; font: 16px/1.7 monospace";
  let version;
  const look = async () => {
    try {
      const told = await (await fetch("/.live", { cache: "no-store" })).json();
      version ??= told.version;
      if (told.version !== version) return location.reload();
      layer.textContent = told.problem ?? "";
      if (!told.problem) layer.remove();
      else if (!layer.isConnected) document.body?.append(layer);
    } catch {
      // The server was stopped. It may be started again.
    }
    setTimeout(look, 500);
  };
  look();
})();
