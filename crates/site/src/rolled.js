// A page that is read from its beginning comes rolled up (see `browser::unroll`). To somebody who listens that is less
// orderly, so that it does not wait for a slow network.
(function (root) {
  location.hash || new URLSearchParams(location.search).has($KEY_CARD) ||
    performance.getEntriesByType('navigation')[0].type === 'navigate' && root.setAttribute('data-rolled', '');
  setTimeout(function () {
    root.hasAttribute('data-ready') || root.removeAttribute('data-rolled');
  }, 5000);
})(document.documentElement);
