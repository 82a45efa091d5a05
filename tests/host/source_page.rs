//! The index of the source as a page: its content, and the links to it and back.

use std::collections::BTreeSet;

use scraper::{ElementRef, Selector};

use crate::rendered::{Files, Page, check, sites, unspaced};
use crate::support::{assert_none, quotations};

fn page(files: &Files, name: &str) -> Page {
    Page::new(name, std::str::from_utf8(&files[name]).unwrap())
}

fn words(element: ElementRef<'_>) -> String {
    unspaced(&element.text().collect::<String>())
}

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The text of a paragraph of the index, by its anchor.
fn paragraph(index: &Page, anchor: &str) -> Option<String> {
    index.all(".paragraphs > li").into_iter().find(|li| li.attr("id") == Some(anchor)).map(words)
}

/// A heading alone would look like a fault.
#[test]
fn a_paragraph_without_passages_and_notes_says_so() {
    for (name, files, edition) in sites() {
        let index = page(files, "source.html");
        let paragraphs = || edition.documents.iter().flat_map(|d| d.paragraphs.iter().map(move |p| (d, p)));
        let is_empty = |item: &&ElementRef<'_>| {
            let of = |(_, p): &(_, &model::Paragraph)| item.attr("id") == Some(p.id.as_str());
            let (document, paragraph) = paragraphs().find(of).unwrap();
            edition.passages_of(document, paragraph).is_empty() && paragraph.notes.is_empty()
        };
        for item in index.all(".paragraphs > li") {
            assert_eq!(!within(item, ".untold").is_empty(), is_empty(&&item), "{name} {}", words(item));
        }
        assert_eq!(words(within(index.all(".kicker")[0], "a")[0]), unspaced(&edition.masthead.title()));
    }
}

#[test]
fn every_paragraph_is_listed_with_its_passages_and_its_notes() {
    for (_, files, edition) in sites() {
        let index = page(files, "source.html");
        let listed: Vec<_> = index.all(".paragraphs > li").into_iter().filter_map(|li| li.attr("id")).collect();
        let expected: Vec<_> = edition.documents.iter().flat_map(|d| &d.paragraphs).map(|p| p.id.as_str()).collect();
        assert_eq!(listed, expected);
        let mut missing = Vec::new();
        for document in &edition.documents {
            for item in &document.paragraphs {
                let said = paragraph(&index, &item.id).unwrap();
                let quoted = quotations(edition).into_iter().map(|(_, quote)| quote);
                let quoted = quoted.filter(|q| q.document == document.id && item.blocks.contains(&q.block));
                let quoted = quoted.map(|quote| quote.text);
                let notes = item.notes.iter().flat_map(|note| note.passage.iter().chain([&note.says]).cloned());
                let all = quoted.chain(notes).chain([item.name.clone()]);
                let lost = all.filter(|text| !said.contains(&unspaced(text)));
                missing.extend(lost.map(|text| format!("{}: {text}", item.id)));
            }
        }
        assert_none(&missing);
    }
}

/// A quotation's credit links to a paragraph that contains its words; in embeds too.
#[test]
fn every_way_to_the_source_ends_at_the_paragraph_with_the_passage() {
    check(|from, files, _| {
        let index = page(files, "source.html");
        let anchors: BTreeSet<&str> = index.attributes("id").into_iter().collect();
        let mut wrong = Vec::new();
        for link in from.all("a[href*='source.html']") {
            let href = link.attr("href").unwrap();
            if from.file_of(href).as_deref() != Some("source.html") {
                wrong.push(format!("{href} leads past the index"));
            }
            if from.is_embed() && link.attr("target") != Some("_blank") {
                wrong.push(format!("{href} leads into the host's frame"));
            }
            let Some((_, anchor)) = href.split_once('#') else { continue };
            if !anchors.contains(anchor) {
                wrong.push(format!("{href}: no such place"));
            }
            let around = |name: &str| link.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == name);
            let quoted = around("blockquote").map(|quote| words(within(quote, "p")[0]));
            let bare = |text: String| text.strip_prefix('“').and_then(|text| text.strip_suffix('”')).map(str::to_owned);
            let quoted = quoted.map(|text| bare(text.clone()).unwrap_or(text));
            let cell = around("tr").and_then(|row| within(row, "td").get(2).map(|cell| words(*cell)));
            if let Some(passage) = quoted.or(cell)
                && !paragraph(&index, anchor).is_some_and(|said| said.contains(&passage))
            {
                wrong.push(format!("{href} has not {passage}"));
            }
        }
        if from.is_index()
            && from.all("blockquote footer a[href^='source.html#']").len() < from.all("blockquote footer").len()
        {
            wrong.push("a credit leads elsewhere".to_owned());
        }
        wrong
    });
}

#[test]
fn every_way_back_ends_at_what_the_passage_is_quoted_for() {
    for (_, files, _) in sites() {
        let (source, index) = (page(files, "source.html"), page(files, "index.html"));
        let ids: BTreeSet<&str> = index.attributes("id").into_iter().collect();
        let ways: Vec<_> =
            source.attributes("href").into_iter().filter_map(|a| a.strip_prefix("index.html#")).collect();
        assert!(ways.len() > 10, "{ways:?}");
        assert_none(&ways.into_iter().filter(|id| !ids.contains(id)).map(str::to_owned).collect::<Vec<_>>());
    }
}

/// A count links to a list with as many items.
#[test]
fn counts_lead_to_lists_of_as_many() {
    for (name, files, edition) in sites() {
        let source = page(files, "source.html");
        let length = |id: &str| {
            let list = source.all("section").into_iter().find(|s| s.attr("aria-labelledby") == Some(id)).unwrap();
            within(list, ".counted > li").len()
        };
        let measures = edition.measures().count();
        assert_eq!(length("list-pillars") + length("list-priorities"), measures);
        assert_eq!(length("list-echoes"), edition.echoes.len());
        let counts = page(files, "index.html");
        let counts: Vec<_> = counts
            .all(":is(.sentence, .lead) a")
            .into_iter()
            .map(|a| (a.attr("href").unwrap().to_owned(), words(a)))
            .collect();
        assert!(counts.iter().any(|(way, _)| way.starts_with("source.html#list-")), "{name}: {counts:?}");
        for (way, count) in counts {
            let number: String = count.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(length(way.split_once('#').unwrap().1).to_string(), number, "{way}");
        }
    }
}
