// An address in a chat may have a full stop after it. On a page that does not exist, `404.html`, that
// may be all that is wrong.
(function (place, page) {
  function arrive() {
    var id = /^#([\w-]+)[^\w-]/.exec(place.hash);
    if (id && document.getElementById(id[1])) place.replace('#' + id[1]);
  }
  arrive();
  addEventListener('hashchange', arrive);
  if (page && document.querySelector('.lost')) place.replace(place.origin + page[1] + place.search + place.hash);
})(location, /^(.*\/(?:[\w-]+\.html)?)(?:[^\w./-][^/]*|\.)$/.exec(location.pathname));
