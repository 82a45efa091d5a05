const [id, done] = arguments;
const drawing = one(`[data-figure="${id}"] .drawing`);
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
(async () => {
  const outside = [];
  for (const mark of all(".marks button", drawing)) {
    mark.focus();
    await frame();
    const tip = drawing.querySelector(".tip");
    const { left, right } = tip?.getBoundingClientRect() ?? { left: NaN, right: NaN };
    if (!(left >= 0 && right <= innerWidth)) outside.push(`${mark.getAttribute("aria-label")}: ${left} to ${right}`);
  }
  done(outside);
})().catch((error) => done([String(error)]));
