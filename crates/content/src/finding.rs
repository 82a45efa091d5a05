//! Titles that say what the data tells. They are filled in once, when an edition is read, so that
//! they stay true when the data changes.

use super::row::Row;
use model::{Caption, Edition};

/// Where a finding names the one speaker whose targets they all are.
const WHOSE: &str = "{whose}";

/// A caption, and the title that it has where its finding holds.
pub type Headed = (Caption, Option<String>);

pub fn caption(row: &Row<'_>) -> Headed {
    let caption = Caption {
        figure: row.text("figure"),
        title: row.text("title"),
        note: row.text("note"),
        number: row.text("number"),
        scale: row.text("scale"),
    };
    let finding = row.optional_text("finding");
    if finding.as_ref().is_some_and(|text| !text.contains(WHOSE)) {
        row.complain("finding", format!("没有写 {WHOSE}"), format!("在写人的地方写 {WHOSE}；不成立时用 title"));
    }
    (caption, finding)
}

/// Puts each finding that holds in the place of its caption's title.
pub fn fill(edition: &mut Edition, findings: Vec<Option<String>>) {
    let Some(whose) = edition.owner_of_targets() else {
        return;
    };
    for (caption, finding) in edition.captions.iter_mut().zip(findings) {
        if let Some(finding) = finding {
            caption.title = finding.replace(WHOSE, &whose);
        }
    }
}
