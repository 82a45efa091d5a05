// Records frames and scroll events from now on. Returns how far the page can be scrolled.
const seen = window.sijianSeen;
seen.frames = [];
seen.scrolls = [];
const note = (time) => {
  seen.frames.push(time);
  seen.asked = requestAnimationFrame(note);
};
seen.asked = requestAnimationFrame(note);
addEventListener("scroll", () => seen.scrolls.push(performance.now()), { passive: true });
return document.documentElement.scrollHeight - innerHeight;
