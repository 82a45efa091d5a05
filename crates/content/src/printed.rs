//! Whether a text prints an amount.

use super::beside::{front, goes_on};
use super::number::{Number, ONE, numbers};
use model::Amount;

/// Whether a text prints an amount, in any of its forms.
pub fn prints(text: &str, amount: &Amount) -> bool {
    !printed(&plain(text), amount).is_empty()
}

/// How many times a text prints an amount.
pub fn times_printed(amount: &Amount, text: &str) -> usize {
    printed(&plain(text), amount).len()
}

/// The numbers in a text that print an amount. Digits must be half-width.
pub fn printed<'a>(text: &'a str, amount: &Amount) -> Vec<Number<'a>> {
    numbers(text).into_iter().filter(|number| fits(number, amount)).collect()
}

pub fn fits(number: &Number<'_>, amount: &Amount) -> bool {
    // 第3批 counts nothing.
    let counts = !number.before.ends_with('第');
    let is_same = number.value.is_some() && number.value == in_millionths(amount);
    let unit = base(&amount.unit).1;
    counts && is_same && is_counted_in(number, unit) && front(number, unit).is_none()
}

/// Whether a text prints an amount below zero only: -3.2%, 负3.2%. In 5-6% the sign stands for 至.
pub fn prints_negative(text: &str, amount: &Amount) -> bool {
    let text = plain(text);
    let found = printed(&text, amount);
    let is_negative = |number: &Number<'_>| {
        let is_range = |rest: &str| rest.ends_with(|c: char| c.is_ascii_digit() || c == '%');
        let sign = ['-', '−', '－'].iter().find_map(|sign| number.before.strip_suffix(*sign));
        number.before.ends_with('负') || sign.is_some_and(|rest| !is_range(rest))
    };
    !found.is_empty() && found.iter().all(is_negative)
}

/// A unit without 千, 万 and 亿, and what they multiply: also 5万千瓦 is read as a number of 瓦.
pub fn base(unit: &str) -> (u128, &str) {
    let multiples = [("百", 100), ("千", 1_000), ("万", 10_000), ("亿", 100_000_000)];
    match multiples.into_iter().find_map(|(word, times)| Some((times, unit.strip_prefix(word)?))) {
        // Two multiples at most: 万亿.
        Some((times, rest)) => {
            match multiples.into_iter().find_map(|(word, more)| Some((more, rest.strip_prefix(word)?))) {
                Some((more, rest)) => (times * more, rest),
                None => (times, rest),
            }
        }
        None => (1, unit),
    }
}

/// The whole number of millionths that texts are read in; none if it is too large or too exact.
pub fn in_millionths(amount: &Amount) -> Option<u128> {
    let (digits, places) = (u128::from(amount.value.digits()), amount.value.places().into());
    let whole = digits.checked_mul(base(&amount.unit).0)?.checked_mul(ONE)?;
    let part = 10_u128.checked_pow(places)?;
    whole.is_multiple_of(part).then(|| whole / part)
}

pub fn is_counted_in(number: &Number<'_>, unit: &str) -> bool {
    match unit {
        "%" => number.is_percent || number.behind.starts_with('%'),
        // Things may be counted in another word than 个, and named before the number: 项目100件.
        _ if unit.starts_with('个') && !Amount::new(0, unit).is_measured_by_pieces() => {
            number.behind.starts_with(is_measure_word)
                && !number.behind.strip_prefix('个').is_some_and(|rest| goes_on("个", rest))
        }
        _ => number.behind.strip_prefix(unit).is_some_and(|rest| !goes_on(unit, rest)),
    }
}

/// Whether a character may count things: neither a sign nor a measure of time or money.
fn is_measure_word(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') && !"年月日元天周小时分秒倍成公米里吨亩克斤".contains(c)
}

/// The text with half-width digits.
pub fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | '．' | '％' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}
