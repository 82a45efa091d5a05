// The text that the printed summary must contain: numbers, and runs of Chinese characters.
const shown = (element) => !element.matches(".sheet-plans figcaption > p:first-child, .seal");
const said = all(".sheet h1, .sheet h2, .sheet h3, .lever b, .aims strong, .value, .targets li, .sheet figcaption p, .sheet-foot p, .sheet svg text");
return said.filter(shown).flatMap((element) =>
  [...element.childNodes].flatMap((node) => wordsOf(node).match(/\p{Script=Han}{3,}|[\d,.]{2,}\d/gu) ?? []));
