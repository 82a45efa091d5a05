//! Last year's numbers, which stand beside this year's in print: 26.8万方，上年25.0万方.

use super::number::{Number, numbers};
use super::printed::{base, in_millionths, is_counted_in, plain, prints, times_printed};
use super::row::Row;
use model::Amount;

/// What names the year before, right before its number.
const LAST_YEAR: [&str; 3] = ["上年", "上一年", "上年度"];
/// In a text of the next year this is the very year that is told.
const GONE: &str = "去年";
/// What may stand between them.
const BETWEEN: [&str; 12] = ["同期", "全年", "年末", "年底", "末", "底", "的", "为", "是", "约", "达", "达到"];

/// The numbers of a text in this unit that it calls the year before's: 上年25.0万方.
fn last_years<'a>(text: &'a str, unit: &str) -> Vec<Number<'a>> {
    let unit = base(unit).1;
    let all: Vec<Number<'a>> = numbers(text).into_iter().filter(|number| is_counted_in(number, unit)).collect();
    let is_after = |number: &Number<'_>, words: &[&str]| {
        let mut before = number.before;
        while let Some(rest) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
            before = rest;
        }
        // 三年以上年均
        !before.ends_with("以上年") && words.iter().any(|word| before.ends_with(word))
    };
    let any = [&LAST_YEAR[..], &[GONE]].concat();
    let others = all.iter().any(|number| !is_after(number, &any));
    all.into_iter().filter(|number| is_after(number, if others { &any } else { &LAST_YEAR })).collect()
}

/// Reports a number that its passage only prints as the year before's.
pub fn expect_this_years(row: &Row<'_>, key: &'static str, amount: &Amount, quote: &str) {
    let text = plain(quote);
    let marked = last_years(&text, &amount.unit);
    let here = marked.iter().filter(|number| is_it(number, amount)).count();
    if here > 0 && here == times_printed(amount, quote) {
        let (wanted, other) = if key == "amount" { ("当年的", "before") } else { ("要达到的", "start") };
        let cure = format!("写{wanted}数；上年的数写在 {other}");
        row.complain(key, format!("“{}” 在引文里是上年的数", amount.words()), cure);
    }
}

/// Reports another number than the one that its passage calls the year before's.
pub fn expect_last_years(row: &Row<'_>, before: &Amount, quote: &str) {
    let text = plain(quote);
    let marked = last_years(&text, &before.unit);
    let is_other = times_printed(before, quote) > 0 && !marked.iter().any(|number| is_it(number, before));
    if let Some(first) = marked.first().filter(|_| is_other) {
        let digits = &text[first.before.len()..text.len() - first.behind.len()];
        let (what, unit) = (format!("“{}” 在引文里不是上年的数", before.words()), base(&before.unit).1);
        row.complain(
            "before",
            what,
            format!("引文里写在“上年”后面的是 {digits}{unit}，看 amount 和 before 是不是写反了"),
        );
    }
}

fn is_it(number: &Number<'_>, amount: &Amount) -> bool {
    number.value.is_some() && number.value == in_millionths(amount)
}

/// Reports a change that goes the other way than the two numbers. At constant prices it may.
pub fn expect_direction(row: &Row<'_>, change: &str, (now, then): (&Amount, &Amount), quote: &str) {
    // A rate of growth says itself, and not how it changed: 增长3.5%，上年增长4.1%.
    if prints(change, now) {
        return;
    }
    // 增速回落, 降幅收窄 and 负增长 say something else of the numbers, or the contrary.
    let is_plain =
        !change.contains(['幅', '速', '负', '-', '−']) && !["不变价", "可比"].iter().any(|p| quote.contains(p));
    let says = |words: [&str; 4]| is_plain && words.iter().any(|word| change.contains(word));
    let (rose, fell) = (says(["增长", "增加", "提高", "上升"]), says(["下降", "减少", "降低", "回落"]));
    let word = match now.value.compare(then.value) {
        std::cmp::Ordering::Less if rose && !fell => "小",
        std::cmp::Ordering::Greater if fell && !rose => "大",
        _ => return,
    };
    let what = format!("写的是“{change}”，{} 却比上年的 {} {word}", now.words(), then.words());
    row.complain("change", what, "看 amount 和 before 是不是写反了，或引错了变化".into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_last_year_is_last_years() {
        let count = |text: &str| last_years(text, "万方").len();
        for (text, expected) in [
            ("26.8万方，上年25.0万方，增长7.2%", 1),
            ("26.8万方，比上年的25.0万方多", 1),
            ("26.8万方，上年同期为25.0万方", 1),
            ("26.8万方，去年25.0万方", 1),
            ("26.8万方，比上年增长7.2%", 0),
            ("去年25.0万方", 0),
            ("上年25.0万方", 1),
            ("比上年多做25.0万方", 0),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }
}
