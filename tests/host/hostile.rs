//! Content that is hostile, or only looks strange, is treated as text everywhere: in documents,
//! drawings, spreadsheets, data for programs and answers to other pages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::rendered::{Files, Page, pages, prerender_for, unspaced};
use crate::support::{assert_none, empty_folder, is_of_source, project, texts, without_notes};
use content::{self, FILES};
use figure::{Figure, Frame, PaintOptions, Palette, figures, svg, table};
use model::{Edition, Size};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

/// Each is put in front of some of the fixture's texts.
const PAYLOADS: [&str; 18] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    "</title></style></textarea><!--",
    "--></svg>]]><b>",
    "&lt;b&gt;&amp;amp;&#60;",
    "javascript:alert(1)",
    "\\u003cscript\\u003e\\",
    "${alert(1)}{{alert(1)}}",
    "=HYPERLINK(\"http:\",1)",
    "+1+1",
    "-1-1",
    "@SUM(A1)",
    "\tx=1",
    "\u{202e}gnp.\u{202c}\u{2066}\u{200f}",
    "\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}",
    "𠮷😀👩‍👩‍👧🏳️‍🌈",
];

/// Fields that must stay unchanged for the edition to be readable: names, references, and words
/// quoted from other texts.
const KEPT: [&str; 30] = [
    "id", "document", "matter", "measure", "figure", "cards", "topics", "counts", "story", "unit", "bound", "picture",
    "show", "target", "mark", "part", "of", "address", "emphasis", "lever", "term", "card", "word", "wording",
    "firmness", "deadline", "role", "grade", "words", "reason",
];
/// The longest text allowed in the tour, in characters.
const SHORT: usize = 40;

/// Fields that the page has little room for. They get so many characters of a payload, and of their
/// own text.
const NARROW: [(&str, usize, usize); 4] = [("place", 5, 5), ("short_place", 4, 4), ("seal", 2, 2), ("headline", 6, 15)];

/// The fixture with a payload in front of every text.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = empty_folder("hostile-content");
    let read = |name: &str| -> toml::Value {
        let text = std::fs::read_to_string(project().join("tests/fixtures/edition").join(name)).unwrap();
        toml::Value::Table(text.parse().unwrap())
    };
    let mut count = 0;
    let term = |terms: &toml::Value| terms["term"][0]["text"].as_str().unwrap().to_owned();
    let plain = term(&read("terms.toml"));
    let mut poisoned = String::new();
    // The terms come first: texts that contain a term must also contain its harmful form, to be
    // highlighted by it as before.
    for name in FILES.into_iter().rev() {
        let mut value = read(name);
        poison(&mut value, "", name == "tour.toml", &mut count);
        if name == "terms.toml" {
            poisoned = term(&value);
        }
        if name == "pillars.toml" {
            say_also(&mut value, &plain, &poisoned);
        }
        std::fs::write(folder.join(name), toml::to_string(&value).unwrap()).unwrap();
    }
    assert!(count > 5 * PAYLOADS.len(), "only {count} texts");
    folder
});

fn poison(value: &mut toml::Value, key: &str, short: bool, count: &mut usize) {
    match value {
        toml::Value::String(text) if !KEPT.contains(&key) => {
            let payload = PAYLOADS[*count % PAYLOADS.len()];
            if let Some((_, ours, own)) = NARROW.iter().find(|(narrow, ..)| *narrow == key) {
                *text = payload.chars().take(*ours).chain(text.chars().take(*own)).collect();
            } else {
                // A number in front of a quotation's own would be another number.
                let gap = if key == "quote" { "，" } else { "" };
                *text = format!("{payload}{gap}{text}");
            }
            if short {
                *text = text.chars().take(SHORT).collect();
            }
            *count += 1;
        }
        toml::Value::Array(items) => items.iter_mut().for_each(|item| poison(item, key, short, count)),
        toml::Value::Table(table) => {
            table.iter_mut().for_each(|(key, item)| poison(item, key, short, count));
            say_counts(table);
        }
        _ => {}
    }
}

/// Adds to a quotation what a saying's harmful units count.
fn say_counts(table: &mut toml::Table) {
    let list = |key| table.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let parts = list("counts").into_iter().zip(list("units"));
    let said: String = parts.map(|(count, unit)| format!("，{count}个{}", unit.as_str().unwrap_or_default())).collect();
    if let Some(toml::Value::String(quote)) = table.get_mut("quote") {
        *quote += &said;
    }
}

/// Replaces the first text by the second in every quotation.
fn say_also(value: &mut toml::Value, plain: &str, poisoned: &str) {
    match value {
        toml::Value::Array(items) => items.iter_mut().for_each(|item| say_also(item, plain, poisoned)),
        toml::Value::Table(table) => table.iter_mut().for_each(|(key, item)| match item {
            toml::Value::String(text) if key == "quote" => *text = text.replace(plain, poisoned),
            _ => say_also(item, plain, poisoned),
        }),
        _ => {}
    }
}

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    content::read(|name| std::fs::read_to_string(FOLDER.join(name)))
        .unwrap_or_else(|p| panic!("{}", content::report(&p)))
});

/// The site of that edition, and of the unchanged fixture.
static SITE: LazyLock<Files> = LazyLock::new(|| told(&FOLDER, "site"));
static PLAIN: LazyLock<Files> = LazyLock::new(|| told(&project().join("tests/fixtures/edition"), "plain"));

/// Builds with an address, since only then a site also answers other pages.
fn told(content: &Path, staging: &str) -> Files {
    let (output, files) = prerender_for(Some("https://example.org/"), content, staging, &["--staged"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files
}

fn text<'a>(files: &'a Files, name: &str) -> &'a str {
    std::str::from_utf8(&files[name]).unwrap()
}

/// Elements and attribute names, in order, are the same as without payloads, except in drawings,
/// whose lines break elsewhere.
#[test]
fn no_word_becomes_an_element_or_an_attribute() {
    fn bones(page: &Page) -> Vec<String> {
        let drawn = |e: &ElementRef<'_>| e.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "svg");
        let elements = page.all("*").into_iter().filter(|element| !drawn(element));
        let bones = elements.map(|element| {
            let attributes: BTreeSet<&str> = element.value().attrs().map(|(name, _)| name).collect();
            format!("{} {attributes:?}", element.value().name())
        });
        bones.collect()
    }
    let plain = pages(&PLAIN);
    let mut wrong = Vec::new();
    for page in pages(&SITE) {
        let twin = plain.iter().find(|twin| twin.name == page.name).unwrap();
        let (mut ours, mut theirs) = (bones(&page), bones(twin));
        // Which passages are nested in others depends on their words.
        if page.is_source() {
            [&mut ours, &mut theirs].into_iter().for_each(|bones| {
                bones.sort();
                bones.dedup();
            });
        }
        if ours != theirs {
            let at = ours.iter().zip(&theirs).position(|(a, b)| a != b).unwrap_or(ours.len().min(theirs.len()));
            wrong.push(format!("{}: {:?} instead of {:?}", page.name, ours.get(at), theirs.get(at)));
        }
        // The cover's marks link to their places on the page, and nowhere else.
        let leads =
            |e: &ElementRef<'_>| e.attr("href").is_some_and(|to| to.starts_with(['#', '.']) && !to.contains(':'));
        let strange = page.all("svg *").into_iter().filter(|e| {
            let name = e.value().name();
            !(DRAWN.contains(&name) || name == "a" && leads(e))
        });
        wrong.extend(strange.map(|e| format!("{}: {} in a drawing", page.name, e.value().name())));
    }
    assert_none(&wrong);
}

/// The only elements in drawings, icons and codes.
const DRAWN: [&str; 6] = ["path", "text", "circle", "rect", "g", "line"];

#[test]
fn every_word_is_there_as_it_was_written() {
    let index = pages(&SITE).into_iter().find(Page::is_index).unwrap();
    let method = pages(&SITE).into_iter().find(Page::is_method).unwrap();
    let words = [index.words(), method.words()].concat();
    let seen = |said: &crate::support::Said| {
        !["masthead.summary", "masthead.words", "tour"].iter().any(|place| said.place.contains(place))
    };
    let said = texts(&EDITION).into_iter().filter(|said| seen(said) && !is_of_source(&EDITION, said));
    let missing = said.filter(|said| !words.contains(&unspaced(&said.text)));
    assert_none(&missing.map(|said| format!("{}: {:?}", said.place, said.text)).collect::<Vec<_>>());

    let data: String = index.all("script#edition")[0].text().collect();
    let mut read: Edition = wire::unpack(&data).unwrap();
    read.tie();
    assert!(read == without_notes(&EDITION), "the packet has other words");
    let description = index.all("meta[name=description]")[0].attr("content");
    assert_eq!(description, Some(EDITION.masthead.summary.as_str()));
    let linked: String = index.all("script[type='application/ld+json']")[0].text().collect();
    let linked: Value = serde_json::from_str(&linked).unwrap();
    assert_eq!(linked["@graph"][0]["headline"], EDITION.masthead.title());
}

/// A standalone drawing is parsed as XML, which is stricter than HTML.
#[test]
fn downloads_are_well_formed_and_hold_no_formula() {
    let palette = Palette::roles();
    for kind in figures(&EDITION) {
        let figure = Figure::new(&EDITION, kind);
        for width in [360.0, 900.0] {
            let scene = figure.plan(Frame::new(width, Size::Standard));
            let drawn = svg::literal(&scene, PaintOptions::plain(&palette, 1.0));
            let document = roxmltree::Document::parse(&drawn).unwrap_or_else(|e| panic!("{}: {e}", kind.id(&EDITION)));
            let strange = document.descendants().filter(|n| n.is_element() && !DRAWN.contains(&n.tag_name().name()));
            assert_eq!(strange.map(|n| n.tag_name().name().to_owned()).collect::<Vec<_>>(), ["svg"]);
        }
        assert_none(&formulas(kind.id(&EDITION), &table(figure).to_csv()));
    }
    let tables = SITE.keys().filter(|name| name.ends_with(".csv"));
    let found: Vec<String> = tables.clone().flat_map(|name| formulas(name, text(&SITE, name))).collect();
    assert_none(&found);
    let mut tables = tables.map(|name| text(&SITE, name));
    assert!(tables.any(|table| table.contains("\"'")), "no payload was made text");
}

/// The cells that a spreadsheet would evaluate. Quotes within a cell are doubled, so none looks
/// like the start of a cell.
fn formulas(name: &str, csv: &str) -> Vec<String> {
    let starts = ['=', '+', '-', '@', '\t', '\r'];
    let cells = [",", "\n", "\u{feff}"]
        .into_iter()
        .flat_map(|end| starts.iter().flat_map(move |start| [format!("{end}\"{start}"), format!("{end}{start}")]));
    cells
        .filter(|cell| csv.contains(cell.as_str()))
        .map(|cell| format!("{name}: a cell begins with {cell:?}"))
        .collect()
}

#[test]
fn answers_to_other_pages_hold_one_frame_and_nothing_else() {
    let answers: Vec<&String> = SITE.keys().filter(|n| n.starts_with("embed/") && n.ends_with(".json")).collect();
    assert!(answers.len() > 5, "{answers:?}");
    for name in answers {
        let answer: Value = serde_json::from_str(text(&SITE, name)).unwrap();
        let html = Html::parse_fragment(answer["html"].as_str().unwrap());
        let elements: Vec<_> = html.select(&Selector::parse("*").unwrap()).collect();
        let [_, frame] = elements.as_slice() else { panic!("{name}: {} elements", elements.len()) };
        assert_eq!(frame.value().name(), "iframe");
        assert_eq!(frame.attr("title"), answer["title"].as_str(), "{name}");
        let known = ["src", "title", "width", "height", "loading", "style", "allow", "sandbox", "frameborder"];
        assert!(frame.value().attrs().all(|(attribute, _)| known.contains(&attribute)), "{name}: {:?}", frame.html());
    }
    for name in ["data/datapackage.json", "data/citations.json"] {
        assert!(serde_json::from_str::<Value>(text(&SITE, name)).is_ok(), "{name}");
    }
}
