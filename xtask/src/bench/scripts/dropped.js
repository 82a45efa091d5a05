// The share of frames missed during the scroll, out of those that a 60 Hz screen would show.
const { frames, scrolls, asked } = window.sijianSeen;
cancelAnimationFrame(asked);
const [from, to] = [scrolls[0], scrolls.at(-1)];
const during = frames.filter((time) => time >= from && time <= to);
if (during.length < 2) return {};
const gaps = during.slice(1).map((time, i) => time - during[i]);
const missed = gaps.map((gap) => Math.max(0, Math.round((gap * 60) / 1000) - 1)).reduce((sum, gap) => sum + gap, 0);
return { dropped_percent: (100 * missed) / (missed + gaps.length), longest_frame_ms: Math.max(...gaps) };
