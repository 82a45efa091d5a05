// Theme and size before the first paint, from the address, else from what the reader asked to have remembered (see
// `browser::memory`); unknown values change nothing. A chosen theme's colour holds for any device.
(function (root, query, kept) {
  try {
    kept = root.hasAttribute('data-embed') ? '' : localStorage.getItem('sijian');
  } catch (refused) {}
  kept = new URLSearchParams(kept || '');
  $CHOICES.forEach(function (option) {
    var key = option[0], value = query.has(key) ? query.get(key) : kept.get(key);
    // The first is the usual one, and goes without saying.
    if (option[1].indexOf(value) < 1) return;
    root.setAttribute('data-' + key, value);
    if (key === $KEY_THEME) document.querySelectorAll('meta[media]').forEach(function (meta) {
      meta.media = meta.media.indexOf(value) > 0 ? 'all' : 'not all';
    });
  });
})(document.documentElement, new URLSearchParams(location.search));
