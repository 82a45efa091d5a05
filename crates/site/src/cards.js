// What cards do before the program is loaded, and without it.

// A new visitor is brought to the place that the address names. A reader who comes back or reloads
// finds the page as it was left: this reopens the cards, and the browser scrolls. It is done only
// here: a late script must not move a reader who has scrolled on, and an early one waits until
// `data-arriving` is removed.
(function (root, cards) {
  // An address in a chat may have a full stop after it.
  function find(id) { return document.getElementById(/^[\w-]*/.exec(id || '')[0]); }

  function named() {
    var card = find(new URLSearchParams(location.search.replace(/&amp;/g, '&')).get($KEY_CARD));
    if (!card || !card.matches(cards)) card = null;
    reveal(card);
    return find(location.hash.slice(1)) || card;
  }

  // Not the menus, which need the program, and of which it replaces some.
  function folds() { return Array.from(document.querySelectorAll('details:not(.download, .panel, .contents)')); }

  function reveal(place) {
    for (var outer = place; outer; outer = outer.parentElement) if (outer.matches('details')) outer.open = true;
  }

  // Scrolls only two frames after opening: at once, everything below would count as a layout shift.
  // A frame that has only been loaded moves neither its host's page nor the focus.
  function arrive(place, followed) {
    if (!place) return;
    root.setAttribute('data-arriving', '');
    reveal(place);
    requestAnimationFrame(function () {
      requestAnimationFrame(function () {
        var summary = place.querySelector(':scope > summary');
        root.removeAttribute('data-arriving');
        if (!followed && root.hasAttribute('data-embed')) return scrollTo(0, place.getBoundingClientRect().top);
        if (summary) summary.focus({ preventScroll: true });
        place.scrollIntoView();
        place.dispatchEvent(new Event('sijian-arrived'));
      });
    });
  }

  document.addEventListener('readystatechange', function () {
    if (document.readyState !== 'interactive') return;
    var way = (performance.getEntriesByType('navigation')[0] || {}).type;
    var left = /^(reload|back_forward)$/.test(way) && history.state && history.state.open;
    if (!left) return arrive(named());
    left.forEach(function (id) { reveal(folds()[id] || document.getElementById(id)); });
  });

  // Stored in this step's history state, with which it ends, and nowhere else. Not done on leaving
  // the page: for Firefox that is too late.
  addEventListener('toggle', function (event) {
    var all = folds();
    if (all.indexOf(event.target) < 0) return;
    var open = all.map(function (card, i) { return card.open && (card.id || i); });
    open = open.filter(function (id) { return id !== false; });
    try {
      history.replaceState(Object.assign({}, history.state, { open: open }), '');
    } catch (refused) {
      // Refused in a sandbox without an origin.
    }
  }, true);

  // The reader changes the fragment in the address of the open page.
  addEventListener('hashchange', function () { arrive(find(location.hash.slice(1)), true); });
})(document.documentElement, 'details.card');

// In what scrolls sideways, the element with focus is shown whole: browsers do with a part of it.
addEventListener('focusin', function (event) {
  if (event.target.closest('.sections, .chips, .table')) {
    event.target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
});

// When the window moves to another screen or is zoomed, the canvases are repainted, as after any
// option. The media query matches one resolution only, so each change needs a new one.
(function watch() {
  var same = matchMedia('(resolution: ' + devicePixelRatio + 'dppx)');
  if (same.addEventListener) same.addEventListener('change', function () {
    dispatchEvent(new Event('sijian-options'));
    watch();
  }, { once: true });
})();

// In a page zoomed by pinching, one finger pans every way and does not swipe to another card.
window.visualViewport && visualViewport.addEventListener('resize', function () {
  document.documentElement.toggleAttribute('data-zoomed', visualViewport.scale > 1.01);
});

// A reader who turns the phone, or chooses another type size, keeps the passage at the top of the
// window. In a frame it is the host's page that scrolls. The window's width, unlike the root's, is the
// same with and without a scroll bar, which comes while the page is laid out.
(function (root, wide, moved, timer, passage, offset, until) {
  if (root.hasAttribute('data-embed')) return;

  function note() {
    passage = scrollY > 0 ? document.elementFromPoint(wide / 2, 120) : null;
    if (passage) passage = passage.closest('p, h2, h3, li, summary, blockquote, .titleblock, .drawing') || passage;
    offset = passage && passage.getBoundingClientRect().top;
  }

  function correct() {
    wide = innerWidth;
    // A tip may be gone, a card closed.
    var off = passage && passage.getClientRects().length && passage.getBoundingClientRect().top - offset;
    if (!off) return;
    keep();
    scrollBy({ top: off, behavior: 'instant' });
  }

  // Drawings are laid out again a little later, one after the other, which moves the passage again.
  function keep() {
    until = performance.now() + 2000;
  }

  // One timer at a time, as setting one at each event would cost more than the scrolling. A scroll
  // that comes of turning is heard before the turning itself, and notes nothing.
  function look() {
    timer = moved ? setTimeout(look, 150) : 0;
    if (!moved && wide === innerWidth && !(performance.now() < until)) note();
    moved = false;
  }

  function stir() {
    moved = true;
    if (!timer) timer = setTimeout(look, 150);
  }

  function turn() {
    if (passage) keep();
    requestAnimationFrame(correct);
  }

  addEventListener('scroll', stir, { passive: true });
  addEventListener('resize', function () { if (wide !== innerWidth) turn(); });
  new ResizeObserver(function () { if (performance.now() < until) correct(); }).observe(root);
  // The reader goes on.
  ['wheel', 'pointerdown', 'keydown'].forEach(function (event) {
    addEventListener(event, function () { until = 0; stir(); }, { passive: true });
  });
  new MutationObserver(turn).observe(root, { attributeFilter: ['data-size', 'data-own-size'] });
})(document.documentElement, innerWidth);

// What is not needed at first comes as text in `noscript`, which costs the parser nothing, and
// becomes elements on request. Without scripts it is part of the page from the start.
(function (policy) {
  function unpack(found) {
    found.forEach(function (text) {
      var template = document.createElement('template');
      template.innerHTML = policy.createHTML(text.textContent);
      text.replaceWith(template.content);
    });
  }
  function everything() { unpack(Array.from(document.querySelectorAll('noscript'))); }
  // Unpacks a table when its own `details` opens, but nothing folded deeper.
  addEventListener('toggle', function (event) {
    unpack(Array.from(event.target.querySelectorAll('noscript')).filter(function (text) {
      return text.closest('details') == event.target;
    }));
  }, true);
  ['beforeprint', 'sijian-whole'].forEach(function (event) {
    addEventListener(event, function () {
      // Not while parsing: the parser may be inside one of them, and would lose what follows.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', everything);
      else everything();
    });
  });
})(window.trustedTypes ? trustedTypes.createPolicy('sijian-html', { createHTML: String }) : { createHTML: String });

// Opens all cards for printing and closes them afterwards, in browsers where the style sheet
// cannot, because they lack `::details-content`. The address must not name these cards.
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
