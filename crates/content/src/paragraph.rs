//! The source index: the documents' paragraphs, with notes on what is not quoted.

use std::collections::BTreeMap;

use super::registry::{Kind, Registry};
use super::row::Row;
use model::{Document, Id, Note, Paragraph};

/// Joins the beginning and the end of a passage that is too long to quote.
const GAP: &str = "……";

/// Reads the paragraphs, each into its document. Those without a name of their own are numbered as
/// readers count: neither the headline nor the names below it are paragraphs. Gives the printed
/// blocks that are not there in full.
pub fn read(row: &Row<'_>, documents: &mut [Document]) -> Vec<(Id, u16)> {
    let mut numbers: BTreeMap<Id, usize> = BTreeMap::new();
    let mut cut_off = Vec::new();
    for (document, mut paragraph, is_cut_off) in row.rows("paragraph", paragraph) {
        if is_cut_off {
            cut_off.extend(paragraph.blocks.iter().map(|&block| (document.clone(), block)));
        }
        if paragraph.name.is_empty() {
            let number = numbers.entry(document.clone()).or_default();
            *number += 1;
            paragraph.name = format!("第{number}段");
            paragraph.id = format!("{document}-{number}").into();
        }
        if let Some(document) = documents.iter_mut().find(|d| d.id == document) {
            document.paragraphs.push(paragraph);
        }
    }
    cut_off
}

/// A document that the index does not list gets a paragraph for each block that is quoted.
pub fn derive(registry: &Registry, documents: &mut [Document]) {
    for document in documents {
        let blocks = registry.unlisted(&document.id).into_iter();
        document.paragraphs.extend(blocks.map(|block| Paragraph {
            id: format!("{}-{block}", document.id).into(),
            name: format!("第{block}块"),
            blocks: vec![block],
            notes: Vec::new(),
            order: Vec::new(),
        }));
    }
}

/// Id and name stay empty if the paragraph is to be numbered.
fn paragraph(row: &Row<'_>) -> (Id, Paragraph, bool) {
    let document = row.reference("document", Kind::Document);
    let name = row.optional_text("name");
    let id = if name.is_some() { row.id(Kind::Other) } else { Id::default() };
    let (blocks, notes, order) = (row.blocks(&document), row.rows("note", note), row.optional_texts("order"));
    (document, Paragraph { id, name: name.unwrap_or_default(), blocks, notes, order }, row.flag("cut_off"))
}

fn note(row: &Row<'_>) -> Note {
    let passage = row.optional_text("passage");
    if let Some(passage) = &passage
        && (passage.starts_with(GAP) || passage.ends_with(GAP) || passage.matches(GAP).count() > 1)
    {
        row.complain("passage", format!("“{passage}” 里的省略号放错了"), "只在开头和结尾中间用一次“……”".into());
    }
    Note { passage, says: row.text("says") }
}
