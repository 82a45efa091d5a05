// A page that is read from its top is at first laid out only near the window (see
// `browser::unroll`). Its structure is less orderly for screen readers then, so this ends after
// five seconds, even if a slow network has not delivered the program by then.
(function (root) {
  location.hash || new URLSearchParams(location.search).has($KEY_CARD) ||
    performance.getEntriesByType('navigation')[0].type === 'navigate' && root.setAttribute('data-rolled', '');
  setTimeout(function () {
    root.hasAttribute('data-ready') || root.removeAttribute('data-rolled');
  }, 5000);
})(document.documentElement);
