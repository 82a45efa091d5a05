//! Whether an amount stands in the passage that is quoted for it.

use super::number::{Number, ONE, numbers};
use super::row::Row;
use model::{Bound, Quantity};

/// What may limit a number in print. Words that mean the same are one bound.
const BOUNDS: [(Bound, &[&str]); 3] = [
    (Bound::AtLeast, &["以上", "不少于", "不低于", "不小于", "至少"]),
    (Bound::MoreThan, &["超", "多于", "大于", "高于", "突破", "逾"]),
    (Bound::Within, &["内", "前"]),
];

/// Reports an amount that its passage does not print. An empty passage has been reported.
pub fn expect(row: &Row<'_>, key: &'static str, value: u64, unit: &str, quote: &str) {
    if !quote.is_empty() && !prints(quote, value, unit) {
        let cure = format!("照引文 “{quote}” 改数和单位，或引用写着这个数的那句话");
        row.complain(key, format!("“{value}{unit}” 不在引文里"), cure);
    }
}

/// Reports a quantity that its passage does not print, or limits otherwise.
pub fn expect_quantity(row: &Row<'_>, quantity: Quantity, quote: &str) {
    expect(row, "value", quantity.value, quantity.unit.label(), quote);
    let words = BOUNDS.iter().find(|(bound, _)| *bound == quantity.bound).map_or(&[][..], |(_, words)| words);
    if !quote.is_empty() && !words.is_empty() && !words.iter().any(|word| quote.contains(word)) {
        let cure = format!("照引文 “{quote}” 改 bound；这样写，引文里要有：{}", words.join("、"));
        row.complain("bound", "引文没有这样限定这个数".into(), cure);
    }
}

/// Reports a count whose passage neither says it before the unit nor repeats the unit as often.
pub fn expect_counts(row: &Row<'_>, counts: &[u8], units: &[String], quote: &str) {
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

/// Whether a text prints an amount, in any of its forms.
fn prints(text: &str, value: u64, unit: &str) -> bool {
    let (times, base) = [("万", 10_000), ("亿", 100_000_000)]
        .into_iter()
        .find_map(|(word, times)| Some((times, unit.strip_prefix(word)?)))
        .unwrap_or((1, unit));
    let wanted = u128::from(value) * times * ONE;
    numbers(&plain(text)).iter().any(|number| number.value == Some(wanted) && is_counted_in(number, base))
}

fn is_counted_in(number: &Number<'_>, unit: &str) -> bool {
    match unit {
        "%" => number.is_percent || number.behind.starts_with('%'),
        // Things may be counted in another word than 个, and named before the number: 项目100件.
        _ if unit.starts_with('个') => number.behind.starts_with(is_measure_word),
        _ => number.behind.starts_with(unit),
    }
}

/// Whether a character may count things: neither a sign nor a measure of time or money.
fn is_measure_word(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') && !['年', '月', '日', '元'].contains(&c)
}

/// The text with half-width digits.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | '．' | '％' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_found_in_every_form_of_print() {
        for (text, value, unit) in [
            ("3,270,308 万元", 3_270_308, "万元"),
            ("327亿308万元", 3_270_308, "万元"),
            ("超１００亿元", 100, "亿元"),
            ("森林覆盖率31％以上", 31, "%"),
            ("下降百分之三十一", 31, "%"),
            ("面积60000平方米", 6, "万平方米"),
            ("两年内完成", 2, "年"),
            ("谋划重点项目100件", 100, "个项目"),
            ("八个方面的重点工作", 8, "个方面"),
            ("五项工作", 5, "个方面"),
        ] {
            assert!(prints(text, value, unit), "{value}{unit} in {text}");
        }
    }

    #[test]
    fn another_number_or_unit_is_another_amount() {
        for (text, value, unit) in [
            ("3270308万元", 327, "万元"),
            ("3270308万元", 3_270_308, "元"),
            ("3270308元", 3_270_308, "万元"),
            ("31个项目", 31, "%"),
            ("2024年", 2024, "个项目"),
            ("13年内", 3, "年"),
            ("10万平方米", 10, "平方米"),
            ("没有数", 0, "年"),
        ] {
            assert!(!prints(text, value, unit), "{value}{unit} in {text}");
        }
    }
}
