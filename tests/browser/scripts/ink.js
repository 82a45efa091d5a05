// The ink of a drawing's canvas, once it has not changed for so many frames that its entry
// animation must be over.
const STILL = 20;
const done = arguments[arguments.length - 1];
const canvas = one(`[data-figure="${arguments[0]}"] canvas`);
let [last, same] = [-1, 0];
const look = () => {
  const data = pixelsOf(canvas);
  let ink = 0;
  for (let i = 3; i < data.length; i += 4) ink += data[i];
  same = ink === last ? same + 1 : 0;
  last = ink;
  if (same >= STILL) done(ink / 255);
  else requestAnimationFrame(look);
};
look();
