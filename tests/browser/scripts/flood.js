// Sends ten thousand messages at full speed, truncated, huge, forged, of every type, and one from
// another frame. Then calls back.
const [words, done] = arguments;
const target = one("iframe").contentWindow;
const stranger = document.body.appendChild(document.createElement("iframe")).contentWindow;
const evil = [
  null, undefined, 0, NaN, [], {}, "", "[iFrameSizer]", "[iFrameSizer]:::::::", "pymxPYMx", "{", '{"sijian":',
  { sijian: null }, { sijian: 1 }, { sijian: [] }, { sijian: { theme: "javascript:alert(1)", size: "<b>" } },
  { sijian: { theme: ["dark"], size: { toString: "dark" } } }, { sijian: { card: "x", accent: "y", __proto__: { theme: 1 } } },
  { sentinel: "amp", type: "embed-size-changed" }, "x".repeat(100000), "[iFrameSizer]" + ":".repeat(100000),
  new ArrayBuffer(1000), new Map([[1, 2]]), ...words,
];
for (let i = 0; i < 10000; i += 1) target.postMessage(evil[i % evil.length], "*");
// This one does not come from the embed's host, so it must not be obeyed.
stranger.eval?.(`top.frames[0].postMessage({ sijian: { theme: "dark" } }, "*")`);
setTimeout(done, 0, true);
