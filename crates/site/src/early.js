// Sets theme and size before the first paint: from the address, else from what the reader asked to
// remember (see `browser::preferences`). Unknown values are ignored. A chosen theme's colour applies
// whatever the device prefers.
(function (root, query, kept) {
  try {
    kept = root.hasAttribute('data-embed') ? '' : localStorage.getItem('sijian');
  } catch (refused) {}
  kept = new URLSearchParams(kept || '');
  query = new URLSearchParams(query.replace(/&amp;/g, '&'));
  $CHOICES.forEach(function (option) {
    var key = option[0], value = query.has(key) ? query.get(key) : kept.get(key);
    // An address in a chat may have a full stop after it.
    value = /^[\w-]*/.exec(value || '')[0];
    if (key === $KEY_THEME && darkened()) {
      // Not the reader's choice, so the program must not put it into addresses.
      root.setAttribute('data-darkened', '');
      value = $DARK;
    }
    // The first value is the default, which needs no attribute.
    if (option[1].indexOf(value) < 1) return;
    root.setAttribute('data-' + key, value);
    if (key === $KEY_THEME) document.querySelectorAll('meta[media]').forEach(function (meta) {
      meta.media = meta.media.indexOf(value) > 0 ? 'all' : 'not all';
    });
  });

  // Some browsers darken light pages themselves. They leave drawings out, but do nothing to a page
  // that is dark.
  function darkened() {
    var probe = document.head.appendChild(document.createElement('i'));
    probe.style.cssText = 'color-scheme:light;background-color:canvas';
    var ground = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return /\d+/.exec(ground) < 128 && !matchMedia('(forced-colors: active)').matches;
  }
})(document.documentElement, location.search);
