// Of these anchors and words, those whose paragraph does not have the words.
return arguments[0].filter(([anchor, words]) => {
  const place = document.getElementById(anchor);
  return words.length < 2 || !place?.textContent.replace(/[\s\u200b“”‘’]/g, '').includes(words);
});
