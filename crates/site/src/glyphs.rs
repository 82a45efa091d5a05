use std::collections::BTreeSet;

use super::editions::NAME;
#[cfg(feature = "pictures")]
use super::picture;
use figure::{Class, Face, Figure, Frame, Kind, Primitive, figures};
use model::{Edition, Size};

/// The characters that a font must contain, by its file name without the extension.
pub fn glyphs_of(edition: &Edition, font: &str) -> Option<BTreeSet<char>> {
    match font {
        "serif-cover" => Some(cover_glyphs(edition)),
        "serif" => Some(&glyphs(edition) - &cover_glyphs(edition)),
        #[cfg(feature = "pictures")]
        "picture-serif" => Some(picture::glyphs(edition, Face::Serif)),
        #[cfg(feature = "pictures")]
        "picture-sans" => Some(picture::glyphs(edition, Face::Sans)),
        _ => None,
    }
}

/// The characters in the heavy serif on the first screen, and on the list of editions. They are a font of their own,
/// which comes before the others.
fn cover_glyphs(edition: &Edition) -> BTreeSet<char> {
    let head = &edition.masthead;
    let texts = head.headline.iter().chain(&head.seal).chain([&head.place, &head.short_place]).cloned();
    let all = texts.chain(drawn_in(edition, Kind::Cover)).chain([COVER.to_owned(), NAME.to_owned()]);
    all.flat_map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
}

/// Characters of numbers, which stand on every page.
const COVER: &str = "0123456789.,%";

/// Every character that the page sets in the heavy serif.
fn glyphs(edition: &Edition) -> BTreeSet<char> {
    let mut glyphs: BTreeSet<char> = OWN.chars().collect();
    let mut add = |text: &str| glyphs.extend(text.chars().filter(|c| !c.is_whitespace()));
    edition.masthead.headline.iter().chain(&edition.masthead.seal).for_each(|text| add(text));
    edition.documents.iter().for_each(|d| add(&d.label));
    edition.sections.iter().for_each(|s| add(&s.title));
    edition.captions.iter().for_each(|c| add(&c.title));
    edition.matters.iter().for_each(|m| add(&m.aim));
    edition.insistences.iter().for_each(|i| add(&i.label));
    for pillar in &edition.pillars {
        add(&pillar.heading);
        pillar.points.iter().for_each(|point| add(&point.label));
    }
    for priority in &edition.priorities {
        add(&priority.title);
        add(&priority.heading);
    }
    for reading in &edition.readings {
        add(&reading.speaker);
        reading.traits.iter().for_each(|t| add(&t.word));
    }
    add(&edition.subjects_finding().unwrap_or_default());
    add(&edition.masthead.short_place);
    // In the headings of lists.
    let words = &edition.masthead.words;
    [&words.measure, &words.echo, &words.target, &words.site].into_iter().for_each(|noun| add(&noun.unit()));
    [&words.goal, &words.region].into_iter().for_each(|word| add(word));
    for text in figures(edition).into_iter().flat_map(|kind| drawn_in(edition, kind)) {
        add(&text);
    }
    glyphs
}

/// Characters that components and style sheet set in the serif themselves: ordinals, headings,
/// numerals.
const OWN: &str = "壹贰叁肆伍陆柒捌玖拾一二两三四五六七八九十0123456789.,%超年以内以上？：的词说的是写到另有也主题来源原文索引数据指标怎样引用文件嵌入网页怎么方法与";

/// The serif lettering of a drawing, in every layout that the page has.
fn drawn_in(edition: &Edition, kind: Kind) -> Vec<String> {
    let mut texts = Vec::new();
    let figure = Figure::new(edition, kind);
    // The pre-rendered layouts, and those that canvases use in either class.
    let widths = figure.twins().iter().map(|twin| twin.width).chain(Class::ALL.map(Class::nominal));
    for width in widths {
        let scene = figure.plan(Frame::new(width, Size::Standard));
        texts.extend(scene.shapes.into_iter().filter_map(|shape| match shape.primitive {
            Primitive::Text(text) if text.face == Face::Serif => Some(text.text),
            _ => None,
        }));
    }
    texts
}
