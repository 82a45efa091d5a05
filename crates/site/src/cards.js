// What cards do before the page's script comes, and without it.

// Who arrives is brought to the place that the address names. Who comes back, or loads the page again, finds it as it
// was left: the same cards open, and the browser scrolls by itself. Done here and nowhere else: a script that comes late
// must not move a reader who has gone on; one that comes early waits for the mark to go.
(function (root, cards) {
  function named() {
    // An address in a chat takes the full stop behind it along.
    function find(id) { return document.getElementById(/^[\w-]*/.exec(id || '')[0]); }
    var card = find(new URLSearchParams(location.search.replace(/&amp;/g, '&')).get($KEY_CARD));
    if (!card || !card.matches(cards)) card = null;
    reveal(card);
    return find(location.hash.slice(1)) || card;
  }

  function reveal(place) {
    for (var outer = place; outer; outer = outer.parentElement) if (outer.matches('details')) outer.open = true;
  }

  // Scrolls only frames after opening: done at once, all that stands below would count as having moved under the
  // reader's eyes.
  function arrive(place) {
    if (!place) return;
    root.setAttribute('data-arriving', '');
    reveal(place);
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        var summary = place.querySelector(':scope > summary');
        if (summary) summary.focus({ preventScroll: true });
        place.scrollIntoView();
        root.removeAttribute('data-arriving');
      });
    });
  }

  document.addEventListener('readystatechange', function () {
    if (document.readyState !== 'interactive') return;
    var way = (performance.getEntriesByType('navigation')[0] || {}).type;
    var left = /^(reload|back_forward)$/.test(way) && history.state && history.state.open;
    if (!left) return arrive(named());
    left.forEach(function (id) { reveal(document.getElementById(id)); });
  });

  // The state of this step in the history, which ends with it; nothing is stored. Not noted when the page is left:
  // for Firefox that is too late.
  addEventListener('toggle', function (event) {
    if (!event.target.id) return;
    var open = Array.from(document.querySelectorAll('details[open][id]'), function (card) { return card.id; });
    try {
      history.replaceState(Object.assign({}, history.state, { open: open }), '');
    } catch (refused) {
      // In a sandbox without an origin.
    }
  }, true);

  // A place that somebody puts into the address of the open page.
  addEventListener('hashchange', function () { arrive(document.getElementById(/^#?([\w-]*)/.exec(location.hash)[1])); });
})(document.documentElement, 'details.card');

// A window may come to another screen, or be zoomed: canvases are painted anew, as after any other option. Such a list
// knows of one resolution only, so that each change asks for the next.
(function watch() {
  matchMedia('(resolution: ' + devicePixelRatio + 'dppx)').addEventListener('change', function () {
    dispatchEvent(new Event('sijian-options'));
    watch();
  }, { once: true });
})();

// Two fingers make the page larger: then one finger moves it every way, and leads to no other card.
window.visualViewport && visualViewport.addEventListener('resize', function () {
  document.documentElement.toggleAttribute('data-zoomed', visualViewport.scale > 1.01);
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
    opened = document.querySelectorAll('.card:not([open]), .fold:not([open]), .traits details:not([open])');
    opened.forEach(function (card) { card.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (card) { card.open = false; });
    setTimeout(function () { printing = false; }, 99);
  });
})();
