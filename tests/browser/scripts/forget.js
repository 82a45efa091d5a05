const [done] = arguments;
(async () => {
  localStorage.clear();
  sessionStorage.clear();
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  const names = window.caches ? await caches.keys() : [];
  await Promise.all(names.map((name) => caches.delete(name)));
})().then(() => done(null));
