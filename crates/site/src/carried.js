// Links to the site's other pages keep the theme and the type size of the address that the reader
// came with.
['click', 'auxclick', 'contextmenu'].forEach(function (event) {
  addEventListener(event, function (press) {
    var link = press.target.closest('a[href*=".html"]:not([href*="/"])');
    if (!link) return;
    var here = new URLSearchParams(location.search), there = new URL(link.href);
    $CHOICES.forEach(function (option) {
      var value = here.get(option[0]);
      if (value && !there.searchParams.has(option[0])) there.searchParams.set(option[0], value);
    });
    link.href = there.href;
  }, true);
});
