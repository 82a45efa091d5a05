//! Checks that everything in the sources is somewhere on the site: on a card, in a reading, or in
//! the index.

use std::ops::Range;

use content::{SourceTexts, normalised};
use model::{Edition, Quotation};

use crate::source::{CUT_OFF, check};
use crate::support::{REAL, assert_none, quotations};

/// Introductory words without any content of their own.
const LEADING_IN: [&str; 1] = ["过去的一年，"];

/// Every clause, and so every sentence, is quoted or reported for the most part. A name covers the
/// whole clause that it occurs in.
#[test]
fn every_sentence_of_the_sources_is_somewhere_on_the_site() {
    check(|sources| {
        let documents = REAL.documents.iter().map(|document| document.id.as_str());
        documents.flat_map(|id| unclaimed(&REAL, sources, id)).collect()
    });
}

/// If what covers a sentence is removed, the sentence must be reported as missing.
#[test]
fn a_sentence_that_nothing_claims_is_named() {
    check(|sources| {
        let mut edition = REAL.clone();
        let notes = edition.documents.iter_mut().flat_map(|d| &mut d.paragraphs).flat_map(|p| &mut p.notes);
        let taken = notes.filter(|note| note.passage.as_deref() == Some("强化“源头责任”和“干流担当”"));
        taken.for_each(|note| note.passage = None);
        let missed = unclaimed(&edition, sources, "shi-lin");
        let named = missed.len() == 1 && missed[0].contains("源头责任");
        if named { Vec::new() } else { vec![format!("missed {missed:?} instead of the sentence")] }
    });
}

#[test]
fn every_note_names_a_stretch_of_its_paragraph() {
    check(|sources| {
        let mut wrong = Vec::new();
        for document in &REAL.documents {
            for paragraph in &document.paragraphs {
                for passage in paragraph.notes.iter().filter_map(|note| note.passage.as_deref()) {
                    let printed = |block: &u16| sources.block(&document.id, *block);
                    if paragraph.blocks.iter().all(|block| stretch(printed(block), passage).is_none()) {
                        wrong.push(format!("{}: not there: {passage}", paragraph.id));
                    }
                }
            }
        }
        wrong
    });
}

/// What a note leaves out between the start and the end of its passage, it must still report: each
/// clause there is quoted, or shares two characters in a row with the note.
#[test]
fn no_note_skips_what_it_does_not_report() {
    check(|sources| {
        let mut wrong = Vec::new();
        for document in &REAL.documents {
            for paragraph in &document.paragraphs {
                for note in &paragraph.notes {
                    let Some(passage) = note.passage.as_deref().filter(|passage| passage.contains("……")) else {
                        continue;
                    };
                    for block in &paragraph.blocks {
                        let text = sources.block(&document.id, *block);
                        let Some(range) = stretch(text, passage) else { continue };
                        let here = |quote: &Quotation| quote.document == document.id && quote.block == *block;
                        let quoted = quotations(&REAL).into_iter().filter(|(_, quote)| here(quote));
                        let quoted: Vec<_> = quoted.filter_map(|(_, quote)| stretch(text, &quote.text)).collect();
                        let says: Vec<char> = normalised(&note.says).chars().collect();
                        for clause in clauses(text).into_iter().filter(|c| range.start <= c.start && c.end <= range.end)
                        {
                            let is_quoted = quoted.iter().any(|q| q.start < clause.end && clause.start < q.end);
                            let words: Vec<char> = text[clause.clone()].chars().collect();
                            let told = words.windows(2).any(|two| says.windows(2).any(|said| said == two));
                            if !is_quoted && !told {
                                wrong.push(format!("{}: {} is not in: {}", paragraph.id, &text[clause], note.says));
                            }
                        }
                    }
                }
            }
        }
        wrong
    });
}

/// What is quoted in a paragraph needs no note.
#[test]
fn no_note_repeats_a_quotation() {
    let mut repeated = Vec::new();
    for document in &REAL.documents {
        for paragraph in &document.paragraphs {
            let quoted = REAL.passages_of(document, paragraph);
            let passages = paragraph.notes.iter().filter_map(|note| note.passage.as_deref());
            let within = |passage: &&str| quoted.iter().any(|quote| quote.text.contains(*passage));
            repeated.extend(passages.filter(within).map(|passage| format!("{}: {passage}", paragraph.id)));
        }
    }
    assert_none(&repeated);
}

/// The index lists what is quoted in the order in which it was printed.
#[test]
fn the_index_keeps_the_order_of_the_text() {
    check(|sources| {
        let mut wrong = Vec::new();
        for document in &REAL.documents {
            for paragraph in &document.paragraphs {
                let text: String = paragraph.blocks.iter().map(|block| sources.block(&document.id, *block)).collect();
                let passages = REAL.passages_of(document, paragraph);
                let places: Vec<_> = passages.iter().filter_map(|p| text.find(&normalised(p.text))).collect();
                if !places.is_sorted() {
                    let mut passages: Vec<_> = passages.iter().map(|p| p.text).collect();
                    passages.sort_by_key(|passage| text.find(&normalised(passage)));
                    wrong.push(format!("{}: the order is {passages:?}", paragraph.id));
                }
                let begins = |start: &&String| !passages.iter().any(|p| p.text.starts_with(start.as_str()));
                wrong.extend(
                    paragraph
                        .order
                        .iter()
                        .filter(begins)
                        .map(|start| format!("{}: no passage begins {start}", paragraph.id)),
                );
            }
        }
        wrong
    });
}

/// Each printed block of a document is a paragraph of the index, except headline and names.
#[test]
fn the_index_lists_every_printed_block() {
    check(|sources| {
        let mut wrong = Vec::new();
        for document in &REAL.documents {
            let listed: Vec<u16> = document.paragraphs.iter().flat_map(|p| p.blocks.clone()).collect();
            if !listed.is_sorted() {
                wrong.push(format!("{}: not in the document's order: {listed:?}", document.id));
            }
            for (block, text) in (1..).zip(sources.document(&document.id)) {
                if listed.contains(&block) == is_heading(&REAL, &document.id, text) {
                    wrong.push(format!("{} {block}: {text}", document.id));
                }
            }
        }
        wrong
    });
}

/// Whether it is the headline, or a line with the authors' names.
fn is_heading(edition: &Edition, document: &str, text: &str) -> bool {
    let Some(document) = edition.document(document) else { return false };
    let author = document.offices.join("、") + document.author.as_deref().unwrap_or_default();
    let credits = document.credits.iter().map(|credit| format!("{}{}", credit.role, credit.name));
    let own = document.title.iter().cloned().chain([author]).chain(credits.clone());
    own.chain(credits.map(|credit| format!("（{credit}）"))).any(|own| normalised(&own) == text)
}

/// The position of a passage, given in full or by its start and end.
fn stretch(text: &str, passage: &str) -> Option<Range<usize>> {
    let passage = normalised(passage);
    let (from, to) = passage.split_once("……").unwrap_or((&passage, ""));
    let start = text.find(from)?;
    let after = start + from.len();
    Some(start..after + text[after..].find(to)? + to.len())
}

/// The clauses of a document that are neither quoted nor reported.
fn unclaimed(edition: &Edition, sources: &SourceTexts, document: &str) -> Vec<String> {
    let mut missed = Vec::new();
    for (block, text) in (1..).zip(sources.document(document)) {
        if text.ends_with(CUT_OFF) || is_heading(edition, document, text) {
            continue;
        }
        let claims = claims(edition, document, block, text);
        let names = names(edition);
        for clause in clauses(text) {
            let words = &text[clause.clone()];
            let letters: Vec<usize> =
                words.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(i, _)| clause.start + i).collect();
            let claimed = letters.iter().filter(|i| claims.iter().any(|claim| claim.contains(i))).count();
            let named = names.iter().any(|name| words.contains(name.as_str()));
            if 2 * claimed <= letters.len() && !named && !LEADING_IN.contains(&words) {
                missed.push(format!("{document} {block}: {words}"));
            }
        }
    }
    missed
}

/// The ranges of a printed block that quotations and notes cover.
fn claims(edition: &Edition, document: &str, block: u16, text: &str) -> Vec<Range<usize>> {
    let here = |quote: &Quotation| quote.document == document && quote.block == block;
    let quoted = quotations(edition).into_iter().filter(|(_, quote)| here(quote)).map(|(_, quote)| quote.text);
    let paragraphs = edition.documents.iter().filter(|d| d.id == document).flat_map(|d| &d.paragraphs);
    let notes = paragraphs.filter(|p| p.blocks.contains(&block)).flat_map(|p| &p.notes);
    let reported = notes.filter_map(|note| note.passage.clone());
    quoted.chain(reported).filter_map(|passage| stretch(text, &passage)).collect()
}

/// The names of cards and entries, in the sources' own words.
fn names(edition: &Edition) -> Vec<String> {
    let indicators = edition.indicators.iter().map(|indicator| &indicator.name);
    let pillars = edition.pillars.iter().map(|pillar| &pillar.heading);
    let priorities = edition.priorities.iter().flat_map(|priority| priority.heading.split('，'));
    let traits = edition.readings.iter().flat_map(|reading| &reading.traits).map(|item| &item.word);
    let points = edition.pillars.iter().flat_map(|pillar| &pillar.points).map(|point| &point.label);
    let names = indicators.chain(pillars).chain(points).chain(traits).map(String::as_str).chain(priorities);
    names.map(normalised).collect()
}

/// Splits a text into clauses, each with its final punctuation mark.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let parts = text.split_inclusive(['，', '。', '；', '！', '：']);
    parts.map(|part| (start..start + part.len(), start += part.len()).0).collect()
}
