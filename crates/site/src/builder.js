// The builder: code for embedding a piece of the page elsewhere. A title block's link opens it.
(function (dialog, sheet) {
  var home = new URL('.', import.meta.url);
  // Trusted: only the build writes this HTML.
  var own = { createHTML: function () { return dialog; } };
  if (window.trustedTypes) own = trustedTypes.createPolicy('sijian-builder', own);
  document.body.insertAdjacentHTML('beforeend', own.createHTML(''));
  dialog = document.getElementById('builder');

  function one(selector) {
    return dialog.querySelector(selector);
  }

  var pieces = one('select'), code = one('textarea'), copy = one('#builder-copy');
  var said = one('#builder-said'), picture = one('img'), frame = one('iframe');
  // The link that opened the dialog, and the preview's height.
  var opener, height;

  function chosen(name) {
    return one('[name=builder-' + name + ']:checked').value;
  }

  function piece() {
    var option = pieces.options[pieces.selectedIndex];
    return Object.assign({ id: option.value }, option.dataset);
  }

  // The page's canonical address if there is one, else its current one; and the address of a file
  // beside it.
  function page() {
    var told = document.querySelector('link[rel=canonical]');
    return (told ? told.href : location.href).split(/[?#]/)[0];
  }

  function file(piece, extension) {
    return new URL('embed/' + piece.id + '.' + extension, page()).href;
  }

  // An address with those of the options that are not the default.
  function choosing(address, options) {
    var url = new URL(address);
    options.forEach(function (option) {
      if (option[1]) url.searchParams.set(option[0], option[1]);
    });
    return url.href;
  }

  function looks() {
    return $CHOICES.map(function (look) {
      var value = chosen(look[0]);
      return [look[0], value === look[1][0] ? '' : value];
    });
  }

  function safe(text) {
    return String(text).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  }

  function tag(name, attributes, content) {
    var said = attributes.map(function (attribute) {
      return attribute[1] ? ' ' + attribute[0] + '="' + safe(attribute[1]) + '"' : '';
    });
    return '<' + name + said.join('') + '>' + (content === undefined ? '' : content + '</' + name + '>');
  }

  var FORMS = {
    frame: function (piece) {
      var high = height || piece.height, wide = chosen('width');
      return tag('iframe', [
        ['src', choosing(file(piece, 'html'), looks())],
        ['title', piece.title],
        ['loading', 'lazy'],
        ['width', '100%'],
        ['height', high],
        ['style', 'width:100%;' + (wide && 'max-width:' + wide + 'px;') + 'height:' + high + 'px;border:0'],
      ], '');
    },
    element: function (piece) {
      var wide = chosen('width');
      return '<script src="' + safe(new URL('embed.js', page())) + '" defer></' + 'script>\n' + tag(
        'sijian-card',
        [[$KEY_CARD, piece.id]].concat(looks(), [['style', wide && 'max-width:' + wide + 'px']]),
        tag('a', [['href', page() + piece.way]], safe(piece.title))
      );
    },
    picture: function (piece) {
      return tag('a', [['href', page() + piece.way]], tag('img', [
        ['src', file(piece, 'png')],
        ['alt', piece.alt],
        ['width', 1200],
        ['height', 630],
        ['style', 'width:100%;height:auto'],
      ]));
    },
    markdown: function (piece) {
      var words = (piece.pictured ? piece.alt : piece.title).replace(/[\\[\]]/g, '\\$&');
      var shown = piece.pictured ? '![' + words + '](' + file(piece, 'png') + ')' : words;
      return '[' + shown + '](' + page() + piece.way + ')';
    },
    // Its page names the answer, and is what editors and chats take.
    oembed: function (piece) {
      return file(piece, 'html');
    },
    link: function (piece) {
      var query = new URLSearchParams(location.search);
      return choosing(page() + piece.way, $SHARED.map(function (name) {
        return [name, query.get(name)];
      }));
    },
  };

  // Updates the code, the remark on it, and which options are available.
  function write() {
    var now = piece(), form = one('[name=builder-form]:checked');
    var live = form.value === 'frame' || form.value === 'element';
    var flat = now.pictured && (form.value === 'picture' || form.value === 'markdown');
    code.value = FORMS[form.value](now);
    one('#builder-remark').textContent = form.dataset.remark;
    dialog.querySelectorAll('.builder-look').forEach(function (look) { look.disabled = !live; });
    frame.style.maxWidth = live && chosen('width') ? chosen('width') + 'px' : '';
    frame.hidden = flat;
    picture.hidden = !flat;
    if (flat) {
      picture.src = new URL('embed/' + now.id + '.png', home);
      picture.alt = now.alt;
    }
    said.textContent = '';
  }

  // Offers only what exists: oEmbed if the site knows its own address, pictures if their fonts have
  // all characters.
  function offer(form, there) {
    var input = one('[value=' + form + ']');
    input.parentNode.hidden = !there;
    if (!there && input.checked) one('[name=builder-form]').checked = true;
  }

  // A new frame each time: a new address in the old one would add a step to the reader's history.
  function renew(address) {
    var next = frame.cloneNode();
    next.removeAttribute('src');
    if (address) next.src = address;
    frame.replaceWith(next);
    frame = next;
  }

  function preview() {
    var now = piece();
    height = 0;
    renew(choosing(new URL('embed/' + now.id + '.html', home), looks()));
    frame.title = now.title;
    frame.style.height = now.height + 'px';
    frame.onload = dress;
    offer('oembed', document.querySelector('link[type="application/json+oembed"]'));
    offer('picture', now.pictured);
    write();
  }

  // Changes in place what it can.
  function dress() {
    var options = {};
    $CHOICES.forEach(function (look) { options[look[0]] = chosen(look[0]); });
    frame.contentWindow.postMessage({ sijian: options }, '*');
  }

  addEventListener('message', function (event) {
    var told = event.data;
    if (!dialog.open || event.source !== frame.contentWindow || !told || told.type !== 'iframe-resized') return;
    if (!(told.height > 0 && told.height < 50000) || told.height === height) return;
    height = told.height;
    frame.style.height = height + 'px';
    if (chosen('form') === 'frame') code.value = FORMS.frame(piece());
  });

  dialog.addEventListener('change', function (event) {
    if (event.target === pieces) return preview();
    dress();
    write();
  });

  // `execCommand` first, since it also works in cross-origin frames.
  copy.onclick = function () {
    function tell(words) {
      said.textContent = words;
    }
    code.focus();
    code.setSelectionRange(0, code.value.length);
    if (document.execCommand('copy')) return tell('已复制。');
    var copied = navigator.clipboard ? navigator.clipboard.writeText(code.value) : Promise.reject();
    copied.then(tell.bind(null, '已复制。'), tell.bind(null, '已选中，长按或按 Ctrl+C 复制。'));
  };

  dialog.addEventListener('close', function () {
    renew();
    opener.focus();
  });

  function open(link) {
    opener = link;
    pieces.value = link.closest('[data-figure]').dataset.figure;
    dialog.showModal();
    dialog.scrollTop = 0;
    preview();
    // Enter then copies.
    copy.focus({ preventScroll: true });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('[data-builder]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Without its style sheet the dialog would be a heap of controls.
    if (dressed) open(link);
    else style.onload = style.onerror = function () { dressed = true; open(link); };
  });

  var dressed = false, style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL(sheet, home);
  style.onload = style.onerror = function () { dressed = true; };
  document.head.append(style);
})(DIALOG, STYLE);
