// Links within the site keep the theme and the type size of the address that the reader came with.
['click', 'auxclick', 'contextmenu'].forEach(function (event) {
  addEventListener(event, function (press) {
    var link = press.target.closest && press.target.closest('a[href]');
    var folder = location.href.replace(/[^/]*([?#].*)?$/, '');
    if (!link || link.hasAttribute('download') || !link.href.startsWith(folder)) return;
    if (!/^([\w-]+\.html)?([?#]|$)/.test(link.href.slice(folder.length)) || /^#/.test(link.getAttribute('href'))) return;
    var here = new URLSearchParams(location.search), there = new URL(link.href);
    $CHOICES.forEach(function (option) {
      var value = here.get(option[0]);
      if (option[1].indexOf(value) >= 0 && !there.searchParams.has(option[0])) there.searchParams.set(option[0], value);
    });
    link.href = there.href;
  }, true);
});
