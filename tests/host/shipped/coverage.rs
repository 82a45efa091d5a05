//! Checks that everything in the sources is somewhere on the site: on a card, in a reading, or in
//! the index.

use content::{SourceTexts, is_heading, normalised, parts, split, stretch};
use model::{Document, Edition, Paragraph, Quotation};

use crate::source::check;
use crate::support::shipped::is_here;
use crate::support::{REAL, assert_none, quotations};

/// What ends a clause.
const ENDS: [char; 5] = ['，', '。', '；', '！', '：'];

/// Introductory words without any content of their own.
const LEADING_IN: [&str; 1] = ["过去的一年，"];

/// Every clause, and so every sentence, is quoted or reported for the most part. A name covers the
/// whole clause that it occurs in.
#[test]
fn every_sentence_of_the_sources_is_somewhere_on_the_site() {
    if !is_here() {
        return;
    }
    check(|sources| unclaimed(&REAL, sources));
}

/// If what covers a sentence is removed, the sentence must be reported as missing.
#[test]
fn a_sentence_that_nothing_claims_is_named() {
    if !is_here() {
        return;
    }
    check(|sources| {
        let mut edition = REAL.clone();
        for paragraph in edition.documents.iter_mut().flat_map(|d| &mut d.paragraphs) {
            paragraph.notes.retain(|note| note.passage.as_deref() != Some("强化“源头责任”和“干流担当”"));
        }
        let missed = unclaimed(&edition, sources);
        let named = missed.len() == 1 && missed[0].contains("源头责任");
        if named { Vec::new() } else { vec![format!("missed {missed:?} instead of the sentence")] }
    });
}

#[test]
fn every_note_names_a_stretch_of_its_paragraph() {
    if !is_here() {
        return;
    }
    check(|sources| {
        let mut wrong = Vec::new();
        for (document, paragraph) in paragraphs() {
            for passage in paragraph.notes.iter().filter_map(|note| note.passage.as_deref()) {
                let printed = |block: &u16| sources.block(&document.id, *block);
                if paragraph.blocks.iter().all(|block| stretch(printed(block), passage).is_none()) {
                    wrong.push(format!("{}: not there: {passage}", paragraph.id));
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
    if !is_here() {
        return;
    }
    check(|sources| {
        let mut wrong = Vec::new();
        for (document, paragraph) in paragraphs() {
            let notes = paragraph.notes.iter().filter_map(|note| Some((note.passage.as_deref()?, &note.says)));
            let notes = notes.filter(|(passage, _)| passage.contains("……"));
            for ((passage, note), block) in notes.flat_map(|note| paragraph.blocks.iter().map(move |b| (note, b))) {
                let text = sources.block(&document.id, *block);
                let Some(range) = stretch(text, passage) else { continue };
                let here = |quote: &Quotation| quote.document == document.id && quote.block == *block;
                let quoted = quotations(&REAL).into_iter().filter(|(_, quote)| here(quote));
                let quoted: Vec<_> = quoted.filter_map(|(_, quote)| stretch(text, &quote.text)).collect();
                let says: Vec<char> = normalised(note).chars().collect();
                let clauses = split(text, &ENDS).into_iter();
                for clause in clauses.filter(|c| range.start <= c.start && c.end <= range.end) {
                    let is_quoted = quoted.iter().any(|q| q.start < clause.end && clause.start < q.end);
                    let words: Vec<char> = text[clause.clone()].chars().collect();
                    let told = words.windows(2).any(|two| says.windows(2).any(|said| said == two));
                    if !is_quoted && !told {
                        wrong.push(format!("{}: {} is not in: {note}", paragraph.id, &text[clause]));
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
    if !is_here() {
        return;
    }
    let mut repeated = Vec::new();
    for (document, paragraph) in paragraphs() {
        let quoted = REAL.passages_of(document, paragraph);
        let passages = paragraph.notes.iter().filter_map(|note| note.passage.as_deref());
        let within = |passage: &&str| quoted.iter().any(|quote| quote.text.contains(*passage));
        repeated.extend(passages.filter(within).map(|passage| format!("{}: {passage}", paragraph.id)));
    }
    assert_none(&repeated);
}

/// The index lists what is quoted in the order in which it was printed.
#[test]
fn the_index_keeps_the_order_of_the_text() {
    if !is_here() {
        return;
    }
    check(|sources| {
        let mut wrong = Vec::new();
        for (document, paragraph) in paragraphs() {
            let text: String = paragraph.blocks.iter().map(|block| sources.block(&document.id, *block)).collect();
            let passages = REAL.passages_of(document, paragraph);
            let places: Vec<_> = passages.iter().filter_map(|p| text.find(&normalised(p.text))).collect();
            if !places.is_sorted() {
                let mut passages: Vec<_> = passages.iter().map(|p| p.text).collect();
                passages.sort_by_key(|passage| text.find(&normalised(passage)));
                wrong.push(format!("{}: the order is {passages:?}", paragraph.id));
            }
            let begins = |start: &&String| !passages.iter().any(|p| p.text.starts_with(start.as_str()));
            let starts = paragraph.order.iter().filter(begins);
            wrong.extend(starts.map(|start| format!("{}: no passage begins {start}", paragraph.id)));
        }
        wrong
    });
}

/// Each printed block of a document is a paragraph of the index, except headline and names.
#[test]
fn the_index_lists_every_printed_block() {
    if !is_here() {
        return;
    }
    check(|sources| {
        let mut wrong = Vec::new();
        for document in &REAL.documents {
            let listed: Vec<u16> = document.paragraphs.iter().flat_map(|p| p.blocks.clone()).collect();
            if !listed.is_sorted() {
                wrong.push(format!("{}: not in the document's order: {listed:?}", document.id));
            }
            for (block, text) in (1..).zip(sources.document(&document.id)) {
                if listed.contains(&block) == is_heading(document, text) {
                    wrong.push(format!("{} {block}: {text}", document.id));
                }
            }
        }
        wrong
    });
}

/// All paragraphs of the index, with their documents.
fn paragraphs() -> impl Iterator<Item = (&'static Document, &'static Paragraph)> {
    REAL.documents.iter().flat_map(|document| document.paragraphs.iter().map(move |paragraph| (document, paragraph)))
}

/// The clauses of which the page takes up less than half.
fn unclaimed(edition: &Edition, sources: &SourceTexts) -> Vec<String> {
    let clauses = edition.documents.iter().flat_map(|document| {
        let clauses = parts(edition, sources, document, &ENDS).into_iter();
        clauses.map(move |clause| (&document.id, clause))
    });
    let missed =
        clauses.filter(|(_, clause)| 2 * clause.taken <= clause.letters && !LEADING_IN.contains(&clause.text.as_str()));
    missed.map(|(document, clause)| format!("{document} {}: {}", clause.block, clause.text)).collect()
}
