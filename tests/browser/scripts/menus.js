// Opens every card, then each menu of downloads; answers with the entries that something else covers.
const [done] = arguments;
(async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const covered = [];
  let menus = 0;
  for (const card of all("details[data-card]")) card.open = true;
  for (const drawing of all("[data-figure] .drawing")) {
    drawing.scrollIntoView({ block: "center", behavior: "instant" });
    await frame();
  }
  for (const menu of all("[data-figure] details.download")) {
    const entries = all("button", menu);
    if (!entries.length) continue;
    menus++;
    menu.open = true;
    menu.scrollIntoView({ block: "center", behavior: "instant" });
    await frame();
    for (const entry of entries) {
      const { left, top, width, height } = entry.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      if (there !== entry) covered.push(`${menu.closest("[data-figure]").dataset.figure}: ${entry.textContent}`);
    }
    menu.open = false;
  }
  return menus > 8 ? covered : [`only ${menus} menus`];
})().then(done, (error) => done([String(error)]));
