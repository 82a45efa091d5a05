// Keeps the last complete version of the page for use offline. The build adds `VERSION`, `PAGES`
// and `PARTS` before this.

const SCOPE = registration.scope;
// Another site of ours may be in another folder of this origin.
const OWN = `sijian ${SCOPE} `;
const NAME = OWN + VERSION;
// How long to wait for the network when there is a kept page, in milliseconds.
const PATIENCE = 4000;

// Whether a page is of this version. Not checked by a hash, because networks and hosts put scripts of
// their own into pages. A page without our program needs no parts; what is not ours at all, such as a
// network's login page, has no version.
const ours = (text) => {
  const [, app] = /data-app="[./]*([^"]+)"/.exec(text) || [];
  return text.includes(' data-version="') && (!app || PARTS.some(([path]) => path === app));
};

// Stores all files of one version or none: until then the previous version stays. Parts are checked
// against their hashes.
const keep = async () => {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(
      [...PAGES.map((path) => [path]), ...PARTS].map(async ([path, integrity = '']) => {
        const answer = await fetch(SCOPE + path, { integrity, cache: 'no-cache' });
        if (!answer.ok || (!integrity && !ours(await answer.clone().text()))) throw Error(`${path} is another`);
        // Browsers refuse to show a page from a redirected response, and some hosts redirect
        // `.html`.
        await cache.put(SCOPE + path, answer.redirected ? new Response(answer.body, answer) : answer);
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

// Deletes older versions. A worker is only activated when none of their pages is open any more.
const clear = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const kept = (path) => caches.match(SCOPE + path, { cacheName: NAME });

// Pages come from the network first: a correction must reach everybody at once, and a page that was
// taken down must not live on. The kept page is for a network that fails or does not finish. No
// navigation preload: if that fails, Firefox shows the error instead of our answer.
const page = async ({ request }, path) => {
  const network = fetch(request);
  const own = await kept(path);
  if (!own) return network;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => null);
  return answer && answer.status < 500 ? answer : own;
};

// Parts are named after their content, so pages and parts of two versions never mix. A retry under
// another address goes to the network.
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
