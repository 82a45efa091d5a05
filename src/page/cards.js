// What cards do before the page's script comes, and without it.

// Opens the card that the address names, and only frames later brings it into view: done at once, all that stands
// below the card would count as having moved under the reader's eyes.
document.addEventListener('readystatechange', function () {
  var card = document.getElementById(new URLSearchParams(location.search).get('card'));
  if (document.readyState !== 'interactive' || !card || !card.matches('details.card')) return;
  card.open = true;
  requestAnimationFrame(function () {
    requestAnimationFrame(function () { card.scrollIntoView(); });
  });
});

// Opens all cards for the printer, and shuts them again, where the style sheet cannot: in browsers that do not know
// `::details-content`. The address is not to name what was opened for that.
CSS.supports('selector(::details-content)') || (function (printing, opened) {
  addEventListener('toggle', function (event) { if (printing) event.stopImmediatePropagation(); }, true);
  addEventListener('beforeprint', function () {
    printing = true;
    opened = document.querySelectorAll('.card:not([open])');
    opened.forEach(function (card) { card.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (card) { card.open = false; });
    setTimeout(function () { printing = false; }, 99);
  });
})();
