//! Passages that take up what another says. Each is graded, and the words it claims to share are
//! looked up in both.

use super::registry::Kind;
use super::row::Row;
use model::{Echo, Grade, Id, Insistence, Matter, Pillar, Priority, Refrain, bare};

/// An echo stands in the paragraph of the measure that it names.
pub fn echo(row: &Row<'_>, matters: &[Matter], pillars: &[Pillar], priorities: &[Priority]) -> Echo {
    let measure = row.reference("measure", Kind::Measure);
    let of_pillars = pillars.iter().flat_map(Pillar::measures);
    let found = of_pillars.chain(priorities.iter().flat_map(|p| &p.measures)).find(|m| m.id == measure);
    let (document, block) = found.map_or((Id::default(), 0), |m| (m.quote.document.clone(), m.quote.block));
    let matter = row.reference("matter", Kind::Matter);
    let quote = row.quotation_at(&document, Some(block));
    let grade = grade(row, said(matters, &matter), &quote.text);
    Echo { matter, measure, quote, grade, why: row.text("why") }
}

pub fn refrain(row: &Row<'_>, matters: &[Matter], insistences: &[Insistence]) -> Refrain {
    let (of, quote) = (row.reference("of", Kind::Past), row.quotation());
    let insisted = || insistences.iter().find(|i| i.id == of).map(|i| i.quote.text.as_str());
    let grade = grade(row, said(matters, &of).or_else(insisted), &quote.text);
    Refrain { of, quote, grade, why: row.text("why") }
}

fn said<'a>(matters: &'a [Matter], id: &str) -> Option<&'a str> {
    matters.iter().find(|m| m.id == id).map(|m| m.quote.text.as_str())
}

#[derive(Clone, Copy)]
enum Word {
    SameWord,
    SameMeaning,
}

/// Reads `grade` and `words`. `first` is the passage that is taken up (none if it is not known, which has been
/// reported), `second` the one that takes it up: every word must stand in both. An empty passage has been reported.
fn grade(row: &Row<'_>, first: Option<&str>, second: &str) -> Grade {
    let kind = row.choice("grade", &[("same-word", Word::SameWord), ("same-meaning", Word::SameMeaning)]);
    match kind {
        Word::SameMeaning => Grade::SameMeaning,
        Word::SameWord => {
            let words = row.texts("words");
            if words.is_empty() && row.has("words") {
                let cure = "用 words 写出相同的词，或改成 grade = \"same-meaning\"".to_owned();
                row.complain("grade", "没有写明哪个词相同".into(), cure);
            }
            for word in &words {
                for passage in first.into_iter().chain([second]).filter(|passage| !passage.is_empty()) {
                    if !bare(passage).contains(&bare(word)) {
                        let cure = "两段原话里都要有这个词，否则改成 grade = \"same-meaning\"".to_owned();
                        row.complain("words", format!("“{word}” 不在 “{passage}” 里"), cure);
                    }
                }
            }
            Grade::SameWord(words)
        }
    }
}
