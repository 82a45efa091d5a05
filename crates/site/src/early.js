// Sets theme and size before the first paint: from the address, else from what the reader asked to
// remember (see `browser::preferences`). Unknown values are ignored. A chosen theme's colour applies
// whatever the device prefers.
(function (root, query, kept) {
  try {
    kept = root.hasAttribute('data-embed') ? '' : localStorage.getItem('sijian');
  } catch (refused) {}
  kept = new URLSearchParams(kept || '');
  $CHOICES.forEach(function (option) {
    var key = option[0], value = query.has(key) ? query.get(key) : kept.get(key);
    // The first value is the default, which needs no attribute.
    if (option[1].indexOf(value) < 1) return;
    root.setAttribute('data-' + key, value);
    if (key === $KEY_THEME) document.querySelectorAll('meta[media]').forEach(function (meta) {
      meta.media = meta.media.indexOf(value) > 0 ? 'all' : 'not all';
    });
  });
})(document.documentElement, new URLSearchParams(location.search));
