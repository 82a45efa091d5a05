// The quotations whose credit does not lead to a paragraph with their words.
const done = arguments[arguments.length - 1];
const bare = (text) => text.replace(/[\s“”‘’]/g, '');
(async () => {
  const text = await (await fetch('source.html')).text();
  const index = new DOMParser().parseFromString(text, 'text/html');
  const credits = all('blockquote a[href*="source.html#"]');
  const lost = credits.filter((link) => {
    const words = bare(one('p', link.closest('blockquote')).textContent);
    const place = index.getElementById(link.hash.slice(1));
    return words.length < 2 || !place || !bare(place.textContent).includes(words);
  });
  return credits.length > 50 ? lost.map((link) => link.closest('blockquote').textContent) : [`${credits.length} credits`];
})().then(done, (error) => done([String(error)]));
