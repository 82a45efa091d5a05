// The text of each card, as runs of Chinese characters: the font may change between runs, and a PDF
// separates fonts.
const said = ".card > summary h3, .sentence, .note, .passages .label:not(.repeats), .passages .why, .passages blockquote p, .passages h4";
return all("details.card").map((card) =>
  all(said, card).flatMap((element) =>
    [...element.childNodes].flatMap((node) => node.textContent.replaceAll("\u200b", "").match(/\p{Script=Han}{4,}/gu) ?? [])));
