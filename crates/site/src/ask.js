// Fetches the builder when a title block's link first asks for it. It listens to the links itself then; where it does
// not come, the link leads on to what is to be embedded.
document.addEventListener('click', function ask(event) {
  var link = event.target.closest('[data-builder]');
  if (!link || !window.HTMLDialogElement || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  document.removeEventListener('click', ask);
  function again() { link.click(); }
  import(new URL(document.querySelector('meta[name=builder]').content, document.baseURI)).then(again, again);
});
