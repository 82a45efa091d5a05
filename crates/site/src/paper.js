// An address in a chat may have a full stop after it. On a page that does not exist, `404.html`, that
// may be all that is wrong.
(function (place, page) {
  function arrive() {
    var id = /^#([\w-]*)./.exec(place.hash);
    if (id && document.getElementById(id[1])) place.replace('#' + id[1]);
  }
  // The test of `arrive` needs something behind the name, so it does not repeat itself.
  arrive();
  addEventListener('hashchange', arrive);
  if (page && document.querySelector('.lost')) place.replace(page[1] + place.search + place.hash);
})(location, /^(.*\/(?:[\w-]+\.html)?)[^\w./-][^/]*$/.exec(location.pathname));
