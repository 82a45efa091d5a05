// Embeds cards in the given way, following that way's own instructions.
const [way, cards, base, query, library] = arguments;
const place = document.getElementById("place");
const src = (card) => `${base}embed/${card}.html${query}`;
const frame = (card, i) => {
  const iframe = document.createElement("iframe");
  if (way === "sandbox") iframe.setAttribute("sandbox", "allow-scripts");
  Object.assign(iframe, { id: `frame${i}`, src: src(card), title: card });
  iframe.style.cssText = "width:100%;border:0;display:block;height:150px";
  place.append(iframe);
};
window.__loaded = 0;
document.addEventListener("load", (event) => (window.__loaded += event.target.tagName === "IFRAME"), true);
window.__said = 0;
addEventListener("message", () => (window.__said += 1));
const listen = (height) =>
  addEventListener("message", (event) => {
    const said = height(event.data);
    const iframe = all("iframe").find((iframe) => iframe.contentWindow === event.source);
    if (said && iframe) iframe.style.height = `${said}px`;
  });
const parsed = (data) => {
  try {
    return typeof data === "string" ? JSON.parse(data) : {};
  } catch {
    return {};
  }
};
if (library) (0, eval)(library);
const ways = {
  pym: () =>
    cards.forEach((card, i) => {
      const div = place.appendChild(document.createElement("div"));
      div.id = `pym${i}`;
      new pym.Parent(div.id, src(card), {});
    }),
  resizer4: () => (cards.forEach(frame), iFrameResize({ checkOrigin: false }, "iframe")),
  resizer5: () => (cards.forEach(frame), iframeResize({ license: "GPLv3", checkOrigin: false }, "iframe")),
  datawrapper: () => {
    cards.forEach(frame);
    addEventListener("message", (event) => {
      const heights = event.data["datawrapper-height"];
      if (heights === undefined) return;
      for (const iframe of all("iframe"))
        for (const id in heights) if (iframe.src.includes(id)) iframe.style.height = `${heights[id]}px`;
    });
  },
  amp: () => {
    cards.forEach(frame);
    listen((data) => data.sentinel === "amp" && data.type === "embed-size" && data.height >= 100 && data.height);
  },
  medium: () => {
    cards.forEach(frame);
    listen((data) => parsed(data).context === "iframe.resize" && parsed(data).height);
  },
  guardian: () => {
    cards.forEach(frame);
    listen((data) => parsed(data).type === "set-height" && parsed(data).value);
  },
  open: () => {
    cards.forEach(frame);
    listen((data) => data.type === "iframe-resized" && data.height);
  },
  sandbox: () => {
    cards.forEach(frame);
    listen((data) => data.type === "iframe-resized" && data.height);
  },
  late: () => cards.forEach(frame),
  element: () => {
    for (const card of cards) {
      const element = document.createElement("sijian-card");
      element.setAttribute("card", card);
      element.innerHTML = `<a href="${src(card)}">${card}</a>`;
      place.append(element);
    }
    document.head.append(Object.assign(document.createElement("script"), { src: `${base}embed.js` }));
  },
};
ways[way]();
