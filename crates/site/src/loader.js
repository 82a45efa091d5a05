// Brings the page to life. If something cannot be loaded, the page stays as the host wrote it,
// which is complete. If the program crashes, it is stopped and the page returns to that state.
(function (root, own) {
  var program, over, whole = new Promise(function (go) { addEventListener('DOMContentLoaded', go); });
  var urls = { createScriptURL: function (url) { return [own.app, own.worker].includes(url.split('?')[0]) ? url : ''; } };
  urls = window.trustedTypes ? trustedTypes.createPolicy('sijian', urls) : urls;

  function all(selector, act) { document.querySelectorAll(selector).forEach(act); }

  // Retries twice, as networks fail for moments; with another address, as a cached copy may be
  // corrupt.
  function get(load, tries) {
    return load(tries ? '?' + tries : '').catch(function (error) {
      if (tries > 1) throw error;
      return new Promise(function (go) {
        if (navigator.onLine) setTimeout(go, tries ? 3000 : 500);
        else addEventListener('online', go, { once: true });
      }).then(function () { return get(load, tries + 1); });
    });
  }

  function wasm(again) { return fetch(own.wasm + again, { integrity: own.wasmSum }); }

  function app(again) {
    return new Promise(function (done, fail) {
      var script = document.createElement('script');
      script.type = 'module';
      script.integrity = own.appSum;
      script.onload = function () { done(import(script.src)); };
      script.onerror = function () { script.remove(); fail(Error(own.app + ' did not come')); };
      script.src = urls.createScriptURL(own.app + again);
      document.head.append(script);
    });
  }

  // Takes away what only a running program keeps true. Cards stay open.
  function makeStatic() {
    all('.drawing', function (drawing) {
      drawing.classList.remove('drawn');
      drawing.style.height = '';
    });
    all('.drawing > canvas', function (canvas) { canvas.width = canvas.height = 0; });
    all('.marks, .tips', function (list) { list.textContent = ''; });
    all('[data-guess]', function (outer) { outer.removeAttribute('data-guess'); });
    all('[data-measure]', function (measure) { measure.setAttribute('data-measure', ''); });
    all('[data-lit]', function (strip) { strip.removeAttribute('data-lit'); });
    all('.spoken', function (sentence) { sentence.classList.remove('spoken'); });
    all('.sections a', function (link) {
      link.removeAttribute('aria-current');
      link.removeAttribute('style');
    });
    all('.card-head > button', function (button) { button.remove(); });
    if (window.speechSynthesis) speechSynthesis.cancel();
    ['data-tour', 'data-live', 'data-ready'].forEach(function (state) { root.removeAttribute(state); });
  }

  // The address keeps the reader's choices.
  function fall(error) {
    if (over) return;
    over = true;
    console.error('sijian ' + root.dataset.version + ':', error);
    if (program) program.still();
    dispatchEvent(new Event('sijian-whole'));
    var lived = root.hasAttribute('data-ready');
    makeStatic();
    if (!lived) return loadFont();
    var words = document.createElement('p'), way = document.createElement('a');
    words.className = 'fallen paper-results';
    words.setAttribute('role', 'status');
    way.href = '';
    way.textContent = '刷新页面';
    document.body.append(words);
    words.append('图上的互动停了，文字和图都还在。', way, '可以恢复。');
  }

  function suspect(error) {
    if (error && (error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error.stack))) fall(error);
  }

  // Registers the service worker, for use offline, once the page is idle.
  function registerWorker() {
    var thrifty = navigator.connection && navigator.connection.saveData;
    if (!own.worker || !navigator.serviceWorker || window.parent !== window || thrifty) return;
    setTimeout(window.requestIdleCallback || setTimeout, 2000, function () {
      navigator.serviceWorker.register(urls.createScriptURL(own.worker)).catch(function () {});
    });
  }

  // A device may discard what is on a canvas and later restore the canvas. Until it is repainted,
  // the SVG is shown.
  ['contextlost', 'contextrestored'].forEach(function (event, back) {
    addEventListener(event, function (lost) {
      lost.target.parentNode.toggleAttribute('data-lost', !back);
      if (back) dispatchEvent(new Event('sijian-options'));
    }, true);
  });

  // Preloads what the first drawings need together with the program, except for readers on their
  // way to another place in the page.
  function prepare() {
    if (!own.part || !root.hasAttribute('data-embed') && !root.hasAttribute('data-rolled')) return;
    var link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.type = 'application/wasm';
    link.crossOrigin = 'anonymous';
    link.href = own.part;
    document.head.append(link);
  }

  // Loads the font for what is below the first screen. Earlier it would hold up the program.
  function loadFont() {
    if (!own.font) return;
    var looks = { weight: '400 900', display: 'swap' };
    document.fonts.add(new FontFace('Sijian Serif', own.font, looks));
  }

  // In larger type drawings have other pictures, which come only to those who read in it. They take the places of the
  // usual ones until the size changes again.
  var pictures = {};
  function picturesOf(page) {
    var set = {};
    if (page) page.querySelectorAll('.twins').forEach(function (twins) {
      set[twins.closest('[data-figure]').dataset.figure] = Array.from(twins.children);
    });
    return set;
  }
  function fitPictures() {
    var sizes = $SIZES, size = sizes[Math.max(0, sizes.indexOf(root.dataset.size), sizes.indexOf(root.dataset.ownSize))];
    if (pictures[size]) return all('.twins', function (twins) {
      var own = pictures[size][twins.closest('[data-figure]').dataset.figure];
      // The links in an embed's cover lead elsewhere.
      if (own && !(root.hasAttribute('data-embed') && twins.querySelector('a'))) twins.replaceChildren.apply(twins, own);
    });
    if (size === sizes[0]) return;
    var request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onload = function () {
      pictures[size] = picturesOf(request.response);
      whole.then(fitPictures);
    };
    pictures[size] = {};
    request.open('GET', own.pictures + size + '.svg');
    request.send();
  }

  // A page that was saved while its program ran: the canvases in it are empty.
  if (root.hasAttribute('data-ready')) addEventListener('DOMContentLoaded', makeStatic);
  // Style sheet and program decide by the same container queries which of a chart's layouts is shown. Where they
  // are not known the page stays as it is, to be read.
  if (!window.WebAssembly || !CSS.supports('container-type: inline-size') || !window.HTMLDialogElement) return loadFont();
  prepare();
  fitPictures();
  whole.then(function () { pictures[$SIZES[0]] = picturesOf(document); });
  new MutationObserver(fitPictures).observe(root, { attributeFilter: ['data-size', 'data-own-size'] });
  new MutationObserver(function (changes, watch) {
    if (!root.hasAttribute('data-ready')) return;
    watch.disconnect();
    loadFont();
    registerWorker();
  }).observe(root, { attributeFilter: ['data-ready'] });
  addEventListener('error', function (event) { suspect(event.error); });
  addEventListener('unhandledrejection', function (event) { suspect(event.reason); });
  Promise.all([get(app, 0), get(wasm, 0), whole]).then(function (parts) {
    program = parts[0];
    return program.default({ module_or_path: parts[1] });
  }).catch(fall);
})(document.documentElement, document.currentScript.dataset);
