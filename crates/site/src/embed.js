// <sijian-card card="pillar-3" theme="auto" size="large"> for pages that embed cards. What stands inside
// the element, a link, shows where this script does not run.
(function () {
  var script = document.currentScript || document.querySelector('script[src*="embed.js"]');
  var base = new URL('embed/', script ? script.src : location.href);
  // With their values, the usual one first: they change in place.
  var CHOICES = $CHOICES, OPTIONS = $EMBEDDED;

  function Card() {
    return Reflect.construct(HTMLElement, [], Card);
  }

  Card.observedAttributes = [$KEY_CARD].concat(OPTIONS);
  Card.prototype = Object.create(HTMLElement.prototype, { constructor: { value: Card } });

  Card.prototype.connectedCallback = function () {
    var card = this;
    if (!card.shadowRoot) card.attachShadow({ mode: 'open' });
    var frame = (card.frame = document.createElement('iframe'));
    frame.loading = 'lazy';
    // Links lead out of the frame, downloads are the reader's, and the wasm needs its own origin, for some
    // servers give it to no other. On the host's own origin a sandbox with that would hold nothing.
    if (base.origin !== location.origin) {
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups ' +
        'allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation allow-downloads');
    }
    frame.allow = 'clipboard-write' + (navigator.share ? '; web-share' : '');
    // The link inside may not have been parsed yet.
    card.name();
    frame.onload = function () {
      card.name();
    };
    var look = { display: 'block', width: '100%', height: '640px', border: '0' };
    for (var name in look) frame.style.setProperty(name, look[name], 'important');
    card.style.display = 'block';
    card.hear = function (event) {
      var said = event.data;
      if (event.source !== frame.contentWindow || !said || said.type !== 'iframe-resized') return;
      if (said.height > 0 && said.height < 50000) {
        frame.style.setProperty('height', Math.ceil(said.height) + 'px', 'important');
      }
    };
    addEventListener('message', card.hear);
    card.load();
    card.shadowRoot.replaceChildren(frame);
  };

  Card.prototype.name = function () {
    if (this.frame) this.frame.title = this.getAttribute('label') || this.textContent.trim() || '四件';
  };

  Card.prototype.disconnectedCallback = function () {
    removeEventListener('message', this.hear);
    this.frame = null;
  };

  Card.prototype.load = function () {
    var id = this.getAttribute($KEY_CARD) || 'all', url, card = this;
    if (!$FORM_CARD.test(id)) id = 'all';
    url = new URL(id + '.html', base);
    OPTIONS.forEach(function (name) {
      if (card.hasAttribute(name)) url.searchParams.set(name, card.getAttribute(name));
    });
    this.frame.src = url;
  };

  // What can change in place does; all else loads the frame anew.
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
