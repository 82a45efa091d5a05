// Links to the site's other pages, and from one edition to another, keep the theme and the type size of this page's address.
['click', 'auxclick', 'contextmenu'].forEach(function (event) {
  addEventListener(event, function (press) {
    var link = press.target.closest('a[href]:not([download], .other-size)');
    function folder(place) { return place.origin + place.pathname.replace(/[^/]*$/, ''); }
    if (!link || folder(link) !== folder(location) && !link.matches('[data-issue] a, [href$="editions.html"]')) return;
    // Links that change them name one of the two.
    var chooses = link.matches('.looks a');
    if (link.pathname === location.pathname && !chooses) return;
    var here = new URLSearchParams(location.search), there = new URL(link.href);
    $CHOICES.forEach(function (option) {
      var key = option[0];
      if (chooses && there.searchParams.has(key)) return;
      if (here.has(key)) there.searchParams.set(key, here.get(key));
      else there.searchParams.delete(key);
    });
    link.href = there.href;
  }, true);
});
