//! Sayings with numbers in them: 六抓一控.

use super::number::{ONE, numbers};
use super::printed::plain;
use super::row::Row;
use model::Slogan;

/// Reads a saying of a pillar, with its numbers and what they count.
pub fn slogan(row: &Row<'_>, document: &str, block: Option<u16>) -> Slogan {
    let slogan = Slogan {
        label: row.text("label"),
        counts: row.small_numbers("counts"),
        units: row.texts("units"),
        parts: row.optional_texts("parts"),
        quote: row.quotation_in(document, block),
        measure: None,
    };
    if !slogan.counts.is_empty() && slogan.counts.len() != slogan.units.len() {
        let what = format!("“{}” 有 {} 个数，却有 {} 个单位", slogan.label, slogan.counts.len(), slogan.units.len());
        row.complain("units", what, format!("units 写 {} 项，每个数一项", slogan.counts.len()));
    }
    expect_counts(row, &slogan.counts, &slogan.units, &slogan.quote.text);
    let (count, listed) = (slogan.counts.iter().map(|&n| usize::from(n)).sum::<usize>(), slogan.parts.len());
    if listed > 0 && listed != count {
        let what = format!("“{}” 数的是 {count} 个，却列了 {listed} 个", slogan.label);
        row.complain("parts", what, "每一个都列出，或删去 parts".into());
    }
    slogan.parts.iter().for_each(|part| row.expect_quoted("parts", part, &slogan.quote.text));
    slogan
}

/// Reports a count whose passage neither says it before the unit nor repeats the unit as often.
fn expect_counts(row: &Row<'_>, counts: &[u8], units: &[String], quote: &str) {
    let bare = |text: &str| plain(&text.replace(['“', '”'], ""));
    let text = bare(quote);
    for (&count, unit) in counts.iter().zip(units) {
        let bare = bare(unit);
        let follows =
            |behind: &str| ["", "个", "大", "项"].iter().any(|word| behind.starts_with(&format!("{word}{bare}")));
        let said = numbers(&text).iter().any(|n| n.value == Some(u128::from(count) * ONE) && follows(n.behind));
        if !quote.is_empty() && !said && text.matches(&bare).count() != usize::from(count) {
            let cure = format!("照引文 “{quote}” 改 counts 和 units");
            row.complain("counts", format!("引文里数不出 {count} 个 “{unit}”"), cure);
        }
    }
}
