// What cards do before the page's script comes, and without it.

// Opens the card that the address names, or what hides the place that it names, and only frames later brings it into
// view: done at once, all that stands below would count as having moved under the reader's eyes. Done here and nowhere
// else: a script that comes late must not move a reader who has gone on; one that comes early waits for the mark to go.
document.addEventListener('readystatechange', function () {
  if (document.readyState !== 'interactive') return;
  var named = document.getElementById(new URLSearchParams(location.search).get($KEY_CARD));
  if (!named || !named.matches('details.card')) named = document.getElementById(location.hash.slice(1));
  if (!named) return;
  var root = document.documentElement;
  root.setAttribute('data-arriving', '');
  for (var outer = named; outer; outer = outer.parentElement) if (outer.matches('details')) outer.open = true;
  requestAnimationFrame(function () {
    requestAnimationFrame(function () {
      var summary = named.querySelector(':scope > summary');
      if (summary) summary.focus({ preventScroll: true });
      named.scrollIntoView();
      root.removeAttribute('data-arriving');
    });
  });
});

// What is not wanted at first comes as text in `noscript`, which costs a parser nothing: it becomes elements when it
// is asked for. Where no script runs it is part of the page from the start.
(function (policy) {
  function unpack(found) {
    found.forEach(function (text) {
      var template = document.createElement('template');
      template.innerHTML = policy.createHTML(text.textContent);
      text.replaceWith(template.content);
    });
  }
  function everything() { unpack(Array.from(document.querySelectorAll('noscript'))); }
  // A table with its details; not what is folded within.
  addEventListener('toggle', function (event) {
    unpack(Array.from(event.target.querySelectorAll('noscript')).filter(function (text) {
      return text.closest('details') == event.target;
    }));
  }, true);
  ['beforeprint', 'sijian-whole'].forEach(function (event) {
    addEventListener(event, function () {
      // Not while the parser is at work: it may stand within one of them, and lose what follows.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', everything);
      else everything();
    });
  });
})(window.trustedTypes ? trustedTypes.createPolicy('sijian-html', { createHTML: String }) : { createHTML: String });

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
