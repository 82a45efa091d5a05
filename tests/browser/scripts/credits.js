// Each quotation's words, without marks, with the anchor that its credit leads to.
return all('blockquote a[href*="source.html#"]').map((link) => {
  const words = one('p', link.closest('blockquote')).textContent.replace(/[\s\u200b“”‘’]/g, '');
  return [link.hash.slice(1), words];
});
