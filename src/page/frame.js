// What an embedded page says to its host: its height, in the languages that hosts' resizers speak.
// It stands in the page itself, so that a frame fits its host before, and without, any wasm.
(function (host, root, main) {
  if (host === window || !main) return;
  // pym names the frame in the query; Datawrapper's listeners look for a part of our address.
  var pym = new URLSearchParams(location.search).get('childId');
  var card = location.pathname.split('/').pop().replace(/\.html$/, '');
  // iframe-resizer's name for the frame, once it has told it, and what its next word is for.
  var sizer = '', word = 'init';
  var asked = false, tries = 0;

  // The content's own end; the frame's height has no part in it, so nothing can grow in a circle.
  function height() {
    return Math.ceil(main.getBoundingClientRect().bottom + window.scrollY);
  }

  function post(message) {
    host.postMessage(message, '*');
  }

  function tell() {
    asked = false;
    var high = height(), wide = root.clientWidth;
    // Hidden: there is nothing to measure, and zero would hide it for good.
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
    post(JSON.stringify({ src: location.href, context: 'iframe.resize', height: high }));
    post(JSON.stringify({ type: 'set-height', value: high }));
  }

  // However often it is asked, it answers at most twenty times a second.
  function ask() {
    if (!asked) {
      asked = true;
      setTimeout(tell, 50);
    }
  }

  // A host's listener may come late; a host without one is not called for ever.
  function insist() {
    if (Math.abs(window.innerHeight - height()) > 1 && ++tries < 60) ask();
  }

  function again() {
    tries = 0;
    ask();
  }

  // The documented options, and nothing else: as attributes, from where style sheet and wasm read them, and in
  // the address, for a wasm that comes later.
  function choose(options) {
    var query = new URLSearchParams(location.search), changed = false;
    [['theme', /^(light|dark|auto)$/], ['size', /^(standard|large|xlarge)$/]].forEach(function (option) {
      var value = options[option[0]];
      if (typeof value === 'string' && option[1].test(value) && root.getAttribute('data-' + option[0]) !== value) {
        changed = true;
        query.set(option[0], value);
        root.setAttribute('data-' + option[0], value);
      }
    });
    if (!changed) return;
    try {
      history.replaceState(history.state, '', '?' + query);
    } catch (refused) {
      // In a sandbox without an origin; the attributes say it as well.
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

  // A host's own accent, if it can be read on the card's ground; and no ground of our own.
  function light(colour) {
    var parts = colour.map(function (part) {
      part /= 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  function ground() {
    var query = new URLSearchParams(location.search), accent = query.get('accent');
    if (query.get('ground') === 'none') root.setAttribute('data-ground', 'none');
    if (!/^[0-9a-f]{6}$/i.test(accent)) return;
    ['--accent', '--fig-accent'].forEach(function (name) {
      main.style.removeProperty(name);
    });
    var probe = main.appendChild(document.createElement('i'));
    probe.style.color = 'var(--paper)';
    var paper = (getComputedStyle(probe).color.match(/\d+/g) || [0, 0, 0]).slice(0, 3).map(Number);
    probe.remove();
    var own = [0, 2, 4].map(function (at) {
      return parseInt(accent.slice(at, at + 2), 16);
    });
    var one = light(paper) + 0.05, other = light(own) + 0.05;
    if (Math.max(one, other) / Math.min(one, other) < 4.5) return;
    ['--accent', '--fig-accent'].forEach(function (name) {
      main.style.setProperty(name, '#' + accent);
    });
  }

  ground();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ground);
  new ResizeObserver(again).observe(main);
  addEventListener('resize', again);
  addEventListener('load', again);
  document.addEventListener('visibilitychange', again);
  setInterval(insist, 1000);
  post('[iFrameResizerChild]Ready');
  post({ sentinel: 'amp', type: 'embed-ready' });
  ask();
})(window.parent, document.documentElement, document.getElementById('main'));
