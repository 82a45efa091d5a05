// <sijian-card card="pillar-3" theme="auto" size="large"> for pages that embed cards. The link
// inside the element is shown where this script does not run.
(function () {
  // A host may have bundled or inlined this script: then only the links tell where the site is.
  var script = document.currentScript;
  var own = script && /\/embed\.js(\?|$)/.test(script.src) ? new URL('embed/', script.src) : null;
  // `CHOICES` can change in place; each has its values, the default first.
  var CHOICES = $CHOICES, OPTIONS = $EMBEDDED;

  function Card() {
    return Reflect.construct(HTMLElement, [], Card);
  }

  Card.observedAttributes = [$KEY_CARD].concat(OPTIONS);
  Card.prototype = Object.create(HTMLElement.prototype, { constructor: { value: Card } });

  Card.prototype.connectedCallback = function () {
    var card = this;
    if (!card.shadowRoot) {
      card.attachShadow({ mode: 'open' });
      // Takes the available width, also in a row or grid of the host. Not set as an attribute,
      // which would be the host's to set, nor in a style element, which its policy may refuse.
      if (card.shadowRoot.adoptedStyleSheets) {
        var sheet = new CSSStyleSheet();
        sheet.replaceSync(':host{display:block;width:100%}');
        card.shadowRoot.adoptedStyleSheets = [sheet];
      }
    }
    card.hear = function (event) {
      var said = event.data, frame = card.frame;
      if (!frame || event.source !== frame.contentWindow || !said) return;
      if (said.type === 'iframe-resized' && said.height > 0 && said.height < 50000) {
        frame.style.setProperty('height', Math.ceil(said.height) + 'px', 'important');
      }
      // A link within the frame was followed.
      if (said.type === 'sijian-place' && said.top >= 0 && said.top < 50000) {
        scrollBy(0, frame.getBoundingClientRect().top + said.top);
      }
    };
    // Browsers print no frame that has not been scrolled to. It is asked to load, and until it has,
    // the link inside the element is printed in its place.
    card.print = function (event) {
      if (!card.frame) return;
      card.frame.loading = 'eager';
      card.stand(event.type === 'afterprint' || card.there);
    };
    addEventListener('message', card.hear);
    addEventListener('beforeprint', card.print);
    addEventListener('afterprint', card.print);
    card.load();
    // The link inside may not have been parsed yet.
    if (!card.frame && document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', function () {
        if (card.isConnected && !card.frame) card.load();
      });
    }
  };

  // The site's folder of cards: in the folder that the element's own link leads to. A host may have
  // put other links beside it, or copied this script to a folder of its own.
  Card.prototype.base = function () {
    var links = Array.from(this.querySelectorAll('a[href]')).filter(function (link) {
      return /^(https?|file):$/.test(link.protocol);
    });
    var sure = links.find(function (link) { return /[?&;]card=|#fig-|\/embed\/[\w-]+\.html/.test(link.href); });
    var link = sure || !own && links[0];
    return link ? new URL(link.href.replace(/[?#].*/, '').replace(/(\/embed)?\/[^/]*$/, '/embed/')) : own;
  };

  Card.prototype.name = function () {
    if (this.frame) this.frame.title = this.getAttribute('label') || this.textContent.trim() || '嵌入的内容';
  };

  Card.prototype.disconnectedCallback = function () {
    removeEventListener('message', this.hear);
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
    this.frame = null;
  };

  // Shows the frame, or else what the host has put inside the element.
  Card.prototype.stand = function (framed) {
    this.frame.style.setProperty('display', framed ? 'block' : 'none', 'important');
    this.shadowRoot.firstChild.hidden = framed;
  };

  // Always a new frame: another address in the old one would add a step to the host's history.
  Card.prototype.load = function () {
    var id = this.getAttribute($KEY_CARD) || 'all', card = this, base = card.base();
    if (!base) return;
    if (!$FORM_CARD.test(id)) id = 'all';
    var url = new URL(id + '.html', base);
    OPTIONS.forEach(function (name) {
      if (card.hasAttribute(name)) url.searchParams.set(name, card.getAttribute(name));
    });
    var frame = document.createElement('iframe');
    frame.loading = 'lazy';
    // Links must open outside the frame and downloads must work. The wasm needs its own origin,
    // since some servers refuse it to any other. On the host's own origin such a sandbox would
    // protect nothing.
    if (base.origin !== location.origin) {
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups ' +
        'allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation allow-downloads');
    }
    frame.allow = 'clipboard-write' + (navigator.share ? '; web-share' : '');
    card.there = false;
    frame.onload = function () {
      card.there = true;
      card.stand(true);
      card.name();
    };
    var height = card.frame ? card.frame.style.height : '640px';
    // As wide as the element; 640 px is for boxes that are as wide as their content.
    var look = { width: '640px', 'min-width': '100%', 'max-width': '100%', height: height, border: '0' };
    for (var name in look) frame.style.setProperty(name, look[name], 'important');
    frame.src = url;
    card.frame = frame;
    card.name();
    card.shadowRoot.replaceChildren(document.createElement('slot'), frame);
    card.stand(true);
  };

  // Changes in place what it can; anything else loads a new frame.
  Card.prototype.attributeChangedCallback = function (name, before, now) {
    if (!this.frame || before === now) return;
    var choice = CHOICES.find(function (choice) { return choice[0] === name; });
    if (!choice) return this.load();
    var option = {};
    option[name] = now || choice[1][0];
    if (this.frame.contentWindow) this.frame.contentWindow.postMessage({ sijian: option }, '*');
  };

  if (!customElements.get('sijian-card')) customElements.define('sijian-card', Card);
})();
