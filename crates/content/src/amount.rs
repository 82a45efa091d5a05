//! Whether an amount stands in the passage that is quoted for it.

use super::number::{Number, ONE, numbers};
use super::row::Row;
use model::{Bound, Quantity};

/// The bounds, as content files say them.
pub const BOUNDS: [(&str, Bound); 4] = [
    ("at_least", Bound::AtLeast),
    ("more_than", Bound::MoreThan),
    ("within", Bound::Within),
    ("exactly", Bound::Exactly),
];

/// What limits a number in print: the words before it, and those behind it and its unit. Words that
/// mean the same are one bound; at most has none yet.
const LIMITS: [(Option<Bound>, &[&str], &[&str]); 4] = [
    (Some(Bound::AtLeast), &["不少于", "不低于", "不小于", "至少"], &["以上"]),
    (Some(Bound::MoreThan), &["超", "超过", "多于", "大于", "高于", "突破", "逾"], &[]),
    (Some(Bound::Within), &[], &["内", "以内", "之内", "前", "之前"]),
    (None, &["不超过", "不多于", "不大于", "不高于", "低于", "少于", "小于"], &["以下"]),
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
    let text = plain(quote);
    let found = printed(&text, quantity.value, quantity.unit.label());
    let limits: Vec<_> = found.iter().map(|number| limit(number, quantity.unit.label())).collect();
    let wanted = Some(quantity.bound).filter(|bound| *bound != Bound::Exactly);
    if limits.is_empty() || limits.iter().any(|limit| limit.map(|(bound, _)| bound) == wanted.map(Some)) {
        return;
    }
    let cure = match (limits[0], LIMITS.iter().find(|(bound, ..)| wanted.is_some() && *bound == wanted)) {
        (Some((Some(written), _)), _) => {
            let name = BOUNDS.iter().find(|(_, bound)| *bound == written).map_or("", |(name, _)| name);
            format!("写 bound = \"{name}\"")
        }
        (Some((None, _)), _) => "“至多”这样的目标现在还写不了，删去这个目标，把这句话留作举措".to_owned(),
        (None, Some((_, before, behind))) => {
            let words: Vec<&str> = before.iter().chain(*behind).copied().collect();
            format!("引文没有限定就写 bound = \"exactly\"；这样写，数的旁边要有：{}", words.join("、"))
        }
        (None, None) => return,
    };
    let what = match limits[0] {
        Some((_, word)) => format!("引文写的是“{word}”，和 bound 不是一回事"),
        None => "引文没有这样限定这个数".to_owned(),
    };
    row.complain("bound", what, cure);
}

/// How a number is limited, and by which word. Of several words the longest counts: 不超过 is not 超过.
/// The words stand right behind the unit; only a count may have its noun between, as in 10个项目以上,
/// but 10个项目前期工作 is no limit.
fn limit(number: &Number<'_>, unit: &str) -> Option<(Option<Bound>, &'static str)> {
    let before = number.before.trim_end_matches(['了', '达', '到']);
    let clause = number.behind.split(|c: char| c.is_ascii_punctuation() && c != '%' || "，。；、：！？”“".contains(c));
    let behind: String = clause.take(1).flat_map(str::chars).take(unit.chars().count() + 3).collect();
    let fits_behind = |word: &str| match behind.split_once(word) {
        Some((between, _)) if word.starts_with('以') => between.chars().count() <= unit.chars().count() + 1,
        Some((between, rest)) => {
            unit.ends_with(['年', '月', '日', '天']) && unit.ends_with(between) && !rest.starts_with('期')
        }
        None => false,
    };
    let words = LIMITS.iter().flat_map(|(bound, words, others)| {
        let fits = words.iter().filter(|word| before.ends_with(**word));
        let fits = fits.chain(others.iter().filter(|word| fits_behind(word)));
        fits.map(move |word| (*bound, *word))
    });
    words.max_by_key(|(_, word)| word.len())
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
    !printed(&plain(text), value, unit).is_empty()
}

/// The numbers in a text that print an amount. Digits must be half-width.
fn printed<'a>(text: &'a str, value: u64, unit: &str) -> Vec<Number<'a>> {
    let (times, base) = [("万", 10_000), ("亿", 100_000_000)]
        .into_iter()
        .find_map(|(word, times)| Some((times, unit.strip_prefix(word)?)))
        .unwrap_or((1, unit));
    let wanted = u128::from(value) * times * ONE;
    let fits = |number: &Number<'_>| number.value == Some(wanted) && is_counted_in(number, base);
    numbers(text).into_iter().filter(fits).collect()
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
    fn a_number_is_limited_by_the_words_beside_it() {
        for (text, value, unit, expected) in [
            ("力争森林覆盖率到达31%以上", 31, "%", Some(Some(Bound::AtLeast))),
            ("年底前建成不少于3万平方米", 3, "万平方米", Some(Some(Bound::AtLeast))),
            ("总投资超过了100亿元", 100, "亿元", Some(Some(Bound::MoreThan))),
            ("两年内完成", 2, "年", Some(Some(Bound::Within))),
            ("失业率降到5%以下", 5, "%", Some(None)),
            ("不超过5%", 5, "%", Some(None)),
            ("种下100棵树，两年内成林", 100, "棵", None),
            ("新增绿地3万平方米，年内完成", 3, "万平方米", None),
            ("完成30个项目前期工作", 30, "个项目", None),
            ("投资100亿元前期工作", 100, "亿元", None),
            ("谋划100个项目以上", 100, "个项目", Some(Some(Bound::AtLeast))),
        ] {
            let numbers = printed(text, value, unit);
            assert_eq!(limit(&numbers[0], unit).map(|(bound, _)| bound), expected, "{text}");
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
