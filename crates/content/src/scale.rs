//! Whether a caption says of its drawing what the drawing shows: numbers decide what is drawn, and a
//! scale that was true of other numbers stays behind in silence.

use super::row::Row;
use model::{Caption, Edition, Indicator, IndicatorView, Priority, Target, TargetView};

/// More pieces are drawn as a number.
const MOST_PIECES: u64 = 1_000;

/// Reports captions that name squares or one ruler where there are none. Cards may share one.
pub fn expect_true(row: &Row<'_>, edition: &Edition, captions: &[Caption]) {
    let wrong: Vec<(&str, (&str, &str))> =
        captions.iter().filter_map(|caption| Some((caption.figure.as_str(), lie(edition, caption)?))).collect();
    let Some((figure, (key, why))) = wrong.first() else { return };
    // What is drawn follows from what is wrong there.
    let file = if *figure == "amounts" { "indicators.toml" } else { "priorities.toml" };
    if !row.is_clean(file) {
        return;
    }
    let figures: Vec<&str> = wrong.iter().map(|(figure, _)| *figure).collect();
    let cure = match (*key, captions.len()) {
        ("scale", 1) => "照图上有的写，或删去 scale".to_owned(),
        ("scale", _) => "删去 scale，图上有格的卡片另写一段 [[caption]]".to_owned(),
        _ => "写图上看得出的".to_owned(),
    };
    row.miss(key, format!("图 {} {why}", figures.join("、")), cure);
}

/// The key that says what the drawing does not show, and why.
fn lie(edition: &Edition, caption: &Caption) -> Option<(&'static str, &'static str)> {
    let (figure, scale) = (caption.figure.as_str(), caption.scale.as_str());
    let has_cells = scale.contains('格');
    if figure == "amounts" {
        let texts = [("scale", scale), ("title", &caption.title), ("note", &caption.note)];
        let said = texts.into_iter().find(|(_, text)| text.contains("同一把尺")).map(|(key, _)| key);
        let said = said.filter(|_| !is_one_ruler(edition)).map(|key| (key, "里的数不在同一把尺上"));
        return said.or(has_cells.then_some(("scale", "上没有格")));
    }
    if let Some(priority) = edition.priorities.iter().find(|priority| priority.id == figure) {
        let is_share = |target: &Target| target.view == TargetView::Share;
        let in_percent = scale.contains(['%', '％']) || scale.contains("百分点");
        return match has_cells {
            true if in_percent && !priority.targets.iter().any(is_share) => Some(("scale", "上没有画成百格的百分数")),
            true if !is_in_cells(priority) => Some(("scale", "上没有格")),
            _ => None,
        };
    }
    (has_cells && ["ledger", "terms"].contains(&figure)).then_some(("scale", "上没有格"))
}

/// Whether all numbers of the drawing are bars on one ruler.
fn is_one_ruler(edition: &Edition) -> bool {
    let drawn: Vec<&Indicator> = edition.indicators.iter().filter(|i| i.view != IndicatorView::Months).collect();
    let Some((first, others)) = drawn.split_first() else { return false };
    let alike = others.iter().all(|other| first.compares_with(other));
    alike && first.view != IndicatorView::Share && (!others.is_empty() || first.before.is_some())
}

/// Whether a card draws percentages, areas or pieces, one square each.
fn is_in_cells(priority: &Priority) -> bool {
    priority.targets.iter().any(|target| {
        let pieces = target.quantity.count().filter(|count| (1..=MOST_PIECES).contains(count));
        target.view != TargetView::Plain || pieces.is_some()
    })
}
