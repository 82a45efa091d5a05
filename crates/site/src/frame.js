// Tells an embedded page's host its height, in the protocols of the hosts' resizers. Part of the
// page itself, so that a frame fits its host before, and without, any wasm.
(function (host, root, body) {
  if (host === window) return;
  // pym gives the frame's name in the query; Datawrapper's listeners look for a part of our
  // address.
  var pym = new URLSearchParams(location.search).get('childId');
  var card = location.pathname.split('/').pop().replace(/\.html$/, '');
  // WordPress recognises its frames by a secret that it adds to their address.
  var secret = (/[#&?]secret=(\w+)/.exec(location.hash) || [])[1];
  // iframe-resizer's name for the frame, once it is known, and the type of the next message.
  var sizer = '', word = 'init';
  var asked = false, tries = 0;

  // Where the content ends. This does not depend on the frame's height, so nothing grows in a loop.
  // The scroll bar of a frame that is too low must be hidden meanwhile: it makes drawings narrower,
  // and so lower, and the frame would never fit.
  function height() {
    var barred = root.clientWidth < window.innerWidth;
    if (barred) root.style.overflow = 'hidden';
    var end = Math.ceil(body.getBoundingClientRect().bottom + window.scrollY);
    if (barred) root.style.overflow = '';
    return end;
  }

  function post(message) {
    host.postMessage(message, '*');
  }

  function tell() {
    asked = false;
    var high = height(), wide = root.clientWidth;
    // Hidden: there is nothing to measure, and reporting zero would hide it for good.
    if (!wide || high < 1) return;
    if (pym) post('pymxPYMx' + pym + 'xPYMxheightxPYMx' + high);
    if (sizer) {
      post('[iFrameSizer]' + sizer + ':' + high + ':' + wide + ':' + word);
      word = 'resize';
    }
    var heights = {};
    heights[card] = high;
    post({ 'datawrapper-height': heights });
    post({ sentinel: 'amp', type: 'embed-size', height: high, width: wide });
    post({ type: 'iframe-resized', width: wide, height: high });
    if (secret) post({ message: 'height', value: high, secret: secret });
    post(JSON.stringify({ src: location.href, context: 'iframe.resize', height: high }));
    post(JSON.stringify({ type: 'set-height', value: high }));
  }

  // Answers at most twenty times a second, however often it is asked.
  function ask() {
    if (!asked) {
      asked = true;
      setTimeout(tell, 50);
    }
  }

  // A host's listener may start late, so this repeats; but not for ever, as a host may have none.
  function insist() {
    if (Math.abs(window.innerHeight - height()) > 1 && ++tries < 60) ask();
  }

  function again() {
    tries = 0;
    ask();
  }

  // Accepts the documented options and nothing else. They become attributes, which style sheet and
  // wasm read, and go into the address, for wasm that is loaded later.
  function choose(options) {
    var query = new URLSearchParams(location.search), changed = false;
    $CHOICES.forEach(function (option) {
      var value = options[option[0]];
      if (option[1].indexOf(value) >= 0 && root.getAttribute('data-' + option[0]) !== value) {
        changed = true;
        query.set(option[0], value);
        root.setAttribute('data-' + option[0], value);
      }
    });
    if (!changed) return;
    try {
      history.replaceState(history.state, '', '?' + query + location.hash);
    } catch (refused) {
      // Refused in a sandbox without an origin; the attributes are set all the same.
    }
    dispatchEvent(new Event('sijian-options'));
    ground();
  }

  addEventListener('message', function (event) {
    if (event.source !== host) return;
    var said = event.data;
    if (typeof said === 'string') {
      if (said.length > 2000) return;
      if (said.indexOf('[iFrameSizer]') === 0) {
        var fields = said.slice(13).split(':');
        if (/^(true|false)$/.test(fields[2])) {
          sizer = fields[0];
          word = 'init';
        }
        again();
      } else if (pym && said.indexOf('pymxPYMx' + pym + 'xPYMx') === 0) {
        again();
      }
    } else if (said && typeof said === 'object' && said.sijian && typeof said.sijian === 'object') {
      choose(said.sijian);
    }
  });

  // The host's own accent, if it is readable on the card's background, and no background at all if
  // it wants none.
  function light(colour) {
    var parts = colour.map(function (part) {
      part /= 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  function ground() {
    var query = new URLSearchParams(location.search), accent = query.get($KEY_ACCENT);
    if ($FORM_GROUND.test(query.get($KEY_GROUND))) root.setAttribute('data-ground', query.get($KEY_GROUND));
    if ($FORM_ACCENT.test(accent)) body.querySelectorAll('.paper-results, .paper-blueprint').forEach(colour);

    function colour(paper) {
      ['--accent', '--fig-accent'].forEach(function (name) {
        paper.style.removeProperty(name);
      });
      var own = light([0, 2, 4].map(function (at) {
        return parseInt(accent.slice(at, at + 2), 16);
      }));
      var readable = ['--paper', '--card'].every(function (name) {
        var probe = paper.appendChild(document.createElement('i'));
        probe.style.color = 'var(' + name + ')';
        var under = light((getComputedStyle(probe).color.match(/\d+/g) || [0, 0, 0]).slice(0, 3).map(Number));
        probe.remove();
        return (Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05) >= 4.5;
      });
      if (!readable) return;
      ['--accent', '--fig-accent'].forEach(function (name) {
        paper.style.setProperty(name, '#' + accent);
      });
    }
  }

  // In WordPress's sandbox links open nothing; WordPress follows those that lead to the frame's own
  // site.
  if (secret) {
    document.addEventListener('click', function (event) {
      var link = event.target.closest('a[href]');
      if (!link || link.hash && link.pathname === location.pathname) return;
      post({ message: 'link', value: link.href, secret: secret });
    });
  }

  // A fitted frame does not scroll, its host's page does, together with the frame. But WebKit lets a
  // frame scroll no page of another origin, so the host is asked as well.
  addEventListener('sijian-arrived', function (event) {
    if (window.innerHeight < height() - 1) return;
    var margin = parseFloat(getComputedStyle(event.target).scrollMarginTop);
    var top = Math.max(0, Math.round(event.target.getBoundingClientRect().top + window.scrollY - margin));
    if (pym) post('pymxPYMx' + pym + 'xPYMxscrollToChildPosxPYMx' + top);
    if (sizer) post('[iFrameSizer]' + sizer + ':' + top + ':0:scrollToOffset');
    post({ type: 'sijian-place', top: top });
  }, true);

  // Also a link that is followed once more, which changes no address.
  addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link && link.hash === location.hash) dispatchEvent(new Event('hashchange'));
  });

  // In a high frame the middle may be far from what the reader has pressed, so a dialog opens near
  // that.
  var pressed = body;
  addEventListener('click', function (event) {
    pressed = event.target;
  }, true);
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      var dialog = change.target;
      if (!dialog.open || !dialog.matches('dialog')) return;
      // The dialog's maximum height, as in the style sheet.
      var room = window.innerHeight - parseFloat(getComputedStyle(root).fontSize) * 40;
      var beside = pressed.getBoundingClientRect().top - 200;
      dialog.style.marginBlockStart = Math.max(0, Math.min(beside, room)) + 'px';
    });
  }).observe(body, { attributes: true, attributeFilter: ['open'], subtree: true });

  ground();
  var dark = matchMedia('(prefers-color-scheme: dark)');
  if (dark.addEventListener) dark.addEventListener('change', ground);
  new ResizeObserver(again).observe(body);
  addEventListener('resize', again);
  addEventListener('load', again);
  document.addEventListener('visibilitychange', again);
  setInterval(insist, 1000);
  post('[iFrameResizerChild]Ready');
  post({ sentinel: 'amp', type: 'embed-ready' });
  ask();
})(window.parent, document.documentElement, document.body);
