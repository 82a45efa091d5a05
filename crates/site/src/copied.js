// Who copies a passage takes its source along, and words alone: no canvas, no button, no link that leads nowhere from
// another page.
document.addEventListener('copy', function (event) {
  var selection = getSelection();
  if (selection.rangeCount !== 1 || selection.isCollapsed || event.target.closest('input, textarea')) return;
  var range = selection.getRangeAt(0), text = bare(String(selection)), copied = document.createElement('div');
  var near = range.commonAncestorContainer;
  copied.append(range.cloneContents());
  var foreign = 'button, canvas, noscript, svg, script, dialog, input, .marks, .tips, .type-probe, [hidden], details:not([open]) > :not(summary)';
  copied.querySelectorAll(foreign).forEach(function (e) { e.remove(); });
  copied.querySelectorAll('[id]').forEach(function (e) { e.removeAttribute('id'); });
  copied.querySelectorAll('a').forEach(function (link) { link.href = link.href; });
  var outer = (near.closest ? near : near.parentNode).closest('.quote, .tip, q'), source;
  // A few words of a passage are copied to look them up.
  if (outer && text.length > 9 && !copied.querySelector('.source')) {
    while (outer && !source) {
      source = outer.querySelector('.source, .tip-place a, .paragraphs > li > h3 a');
      outer = outer.parentElement;
    }
  }
  if (source) {
    var line = copied.appendChild(document.createElement('p')), link = document.createElement('a');
    link.href = source.href;
    link.textContent = source.textContent;
    line.append('——', link);
    text = text.trim() + '\n——' + bare(source.textContent) + ' ' + source.href;
  }
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', bare(copied.innerHTML));
  event.preventDefault();

  // Without the places where lines may break.
  function bare(words) { return words.replace(/\u200b/g, ''); }
});
