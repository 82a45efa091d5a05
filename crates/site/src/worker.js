// Keeps the last whole version of the page, for times without a network. `VERSION`, `PAGES` and `PARTS` come before.

const SCOPE = registration.scope;
// Another site of ours may lie in another folder of this origin.
const OWN = `sijian ${SCOPE} `;
const NAME = OWN + VERSION;
// Longer than this nobody waits for a page that is at hand, milliseconds.
const PATIENCE = 4000;

// Whether a page is of this version. Not by a sum: networks and hosts put scripts of their own into pages. A page that
// starts no program of ours needs no part; what is no page of ours, such as a network's own welcome, has no version.
const ours = (text) => {
  const [, app] = /data-app="[./]*([^"]+)"/.exec(text) || [];
  return text.includes(' data-version="') && (!app || PARTS.some(([path]) => path === app));
};

// All files of one version or none: the version before stays until then. Parts are checked against their sums.
const keep = async () => {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(
      [...PAGES.map((path) => [path]), ...PARTS].map(async ([path, integrity = '']) => {
        const answer = await fetch(SCOPE + path, { integrity, cache: 'no-cache' });
        if (!answer.ok || (!integrity && !ours(await answer.clone().text()))) throw Error(`${path} is another`);
        // A browser shows no page whose answer says that it was led elsewhere, as some hosts do with `.html`.
        await cache.put(SCOPE + path, answer.redirected ? new Response(answer.body, answer) : answer);
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

// The versions before go when none of their pages is open any more: only then is a worker activated.
const clear = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const kept = (path) => caches.match(SCOPE + path, { cacheName: NAME });

// Pages come from the network first: a correction must reach everybody at once, and a page that was taken down must
// not live on. The kept one is for a network that fails or does not come to an end. The browser is not asked to go
// there by itself meanwhile: Firefox shows the failure of that, and not our answer.
const page = async ({ request }, path) => {
  const network = fetch(request);
  const own = await kept(path);
  if (!own) return network;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => null);
  return answer && answer.status < 500 ? answer : own;
};

// Names of parts tell their content, so that pages and parts of two versions never mix. One that was asked for again
// under another address is wanted from the network.
const part = async ({ request }, path) => (await kept(path)) || fetch(request);

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(clear()));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(SCOPE)) return;
  const address = url.slice(SCOPE.length).replace(/#.*/, '');
  const path = address.replace(/\?.*/, '').replace(/^index\.html$/, '');
  if (mode === 'navigate') event.respondWith(page(event, path));
  else if (PARTS.some(([name]) => name === address)) event.respondWith(part(event, path));
});
