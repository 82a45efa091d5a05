//! The targets, and the scale of words that says how firmly each is meant.

use std::cell::RefCell;

use super::quantity::{quantity, unit};
use super::registry::{Kind, nearest};
use super::row::Row;
use model::{Firmness, Quantity, Target, Wording, Yardstick};

const FIRMNESS: [(&str, Firmness); 3] =
    [("fixed", Firmness::Fixed), ("striving", Firmness::Striving), ("progress", Firmness::Progress)];

/// The scale of an edition, the firmest word first.
pub fn wordings(row: &Row<'_>) -> Vec<Wording> {
    let scale: RefCell<Vec<Wording>> = RefCell::default();
    row.rows("wording", |row| {
        let (word, firmness) = (row.text("word"), row.choice("firmness", &FIRMNESS));
        let mut scale = scale.borrow_mut();
        if scale.iter().any(|known| known.word == word) {
            row.complain("word", format!("“{word}” 写了两次"), "一个词只留一处".into());
        } else {
            let rank = u16::try_from(scale.len()).unwrap_or(u16::MAX);
            scale.push(Wording { word, rank, firmness });
        }
    });
    scale.into_inner()
}

pub fn target(row: &Row<'_>, scale: &[Wording], (document, block): (&str, Option<u16>)) -> Target {
    let quote = row.quotation_in(document, block);
    let deadline = row.optional_text("deadline");
    if let Some(deadline) = &deadline {
        expect_quoted(row, "deadline", deadline, &quote.text);
    }
    Target {
        id: row.id(Kind::Other),
        label: row.text("label"),
        quantity: value(row, &quote.text),
        wording: wording(row, scale, &quote.text),
        deadline,
        measure: row.reference("measure", Kind::Measure),
        quote,
        yardstick: row.optional_row("yardstick", |row| Yardstick {
            label: row.text("label"),
            formula: row.text("formula"),
            value: row.number("value"),
            unit: unit(row),
        }),
    }
}

/// Reads the target's number. One that is missing has been reported, and is in no passage.
fn value(row: &Row<'_>, quote: &str) -> Quantity {
    let (value, is_sound) = row.sound(|| row.number("value"));
    quantity(row, value, if is_sound { quote } else { "" })
}

/// Reads the target's word on the scale, which must occur in its passage.
fn wording(row: &Row<'_>, scale: &[Wording], quote: &str) -> Wording {
    let word = row.text("wording");
    let known = scale.iter().find(|wording| wording.word == word);
    let near = nearest(&word, scale.iter().map(|wording| wording.word.as_str()));
    match near.filter(|_| known.is_none() && !word.is_empty()) {
        Some(near) => row.complain("wording", format!("[[wording]] 里没有 “{word}”"), format!("是不是 “{near}”？")),
        // A word that the passage does not have is not worth a place on the scale.
        None if known.is_none() && quote.contains(&word) && !word.is_empty() => {
            let cure = "先写一段 [[wording]]，排在该排的位置上".to_owned();
            row.complain("wording", format!("[[wording]] 里没有 “{word}”"), cure);
        }
        None => expect_quoted(row, "wording", &word, quote),
    }
    known.cloned().unwrap_or(Wording { word, rank: 0, firmness: Firmness::Fixed })
}

/// Reports words on the scale that no target uses.
pub fn expect_used<'a>(row: &Row<'_>, scale: &[Wording], targets: impl Iterator<Item = &'a Target> + Clone) {
    let is_known = |target: &Target| scale.iter().any(|known| known.word == target.wording.word);
    if !targets.clone().all(is_known) {
        // A word may be missed only because a target has it wrong, which has been reported.
        return;
    }
    for wording in scale {
        if !targets.clone().any(|target| target.wording.word == wording.word) {
            let what = format!("没有目标写 “{}”", wording.word);
            row.complain_item("wording", wording.rank.into(), what, "删去这一段 [[wording]]".into());
        }
    }
}

/// A word attributed to the source must occur in the quoted passage.
pub fn expect_quoted(row: &Row<'_>, key: &'static str, word: &str, quote: &str) {
    if !quote.contains(word) && !quote.is_empty() {
        row.complain(key, format!("“{word}” 不在引文里"), format!("从引文 “{quote}” 里选几个连着的字"));
    }
}
