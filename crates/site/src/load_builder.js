// Loads the builder when a title block's link is first clicked. From then on the builder handles
// these links; if it cannot be loaded, the link leads to the page that is to be embedded.
document.addEventListener('click', function ask(event) {
  var link = event.target.closest('[data-builder]');
  if (!link || !window.HTMLDialogElement || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  document.removeEventListener('click', ask);
  function again() { link.click(); }
  import(new URL(document.querySelector('meta[name=builder]').content, document.baseURI)).then(again, again);
});
