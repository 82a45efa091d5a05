// What each card says, as runs of Chinese characters: type may change between them, and a PDF tells each type apart.
const said = ".card > summary h3, .sentence, .note, .passages .label:not(.said), .passages .why, .passages blockquote p, .passages h4";
return all("details.card").map((card) =>
  all(said, card).flatMap((element) =>
    [...element.childNodes].flatMap((node) => node.textContent.match(/\p{Script=Han}{4,}/gu) ?? [])));
