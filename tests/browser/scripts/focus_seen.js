// Whether part of the focused element is in the window and not covered.
const at = document.activeElement;
const { left, right, top, bottom } = at.getBoundingClientRect();
const across = [0.1, 0.5, 0.9].map((part) => Math.min(innerWidth - 1, Math.max(0, left + (right - left) * part)));
const down = [0.05, 0.5, 0.95].map((part) => Math.min(innerHeight - 1, Math.max(0, top)) + (Math.min(innerHeight, bottom) - Math.max(0, top)) * part * 0.99);
const inside = right > left && bottom > top && bottom > 0 && top < innerHeight;
const mine = (found) => found && (at.contains(found) || found.contains(at));
return inside && down.some((y) => across.some((x) => mine(document.elementFromPoint(x, y))));
