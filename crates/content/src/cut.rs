//! How to mend an amount that is only half of what is printed.

use super::beside::{front, goes_on, whole_unit};
use super::number::numbers;
use super::printed::{base, in_millionths};
use model::Amount;

/// The cure for an amount that is only half of what the text prints: 20日 of 9月20日, 8分 of 8分钟.
pub fn cure(text: &str, key: &str, amount: &Amount) -> Option<String> {
    let (times, unit) = base(&amount.unit);
    let same = numbers(text).into_iter().filter(|number| number.value == in_millionths(amount));
    same.filter_map(|number| Some((number, number.behind.strip_prefix(unit)?))).find_map(|(number, rest)| {
        let digits = &text[number.before.len()..text.len() - number.behind.len()];
        // Multiples are read with the digits, but belong to the unit.
        let digits = if times > 1 { digits.trim_end_matches(['百', '千', '万', '亿']) } else { digits };
        if let Some(front) = front(&number, unit) {
            let larger = front.trim_start_matches(|c: char| c.is_ascii_digit());
            let first = &front[..front.len() - larger.len()];
            let whole = format!("{larger}{digits}{unit}");
            return Some(format!("它前面还有“{front}”，连在一起写：{key} = {first}，unit = \"{whole}\""));
        }
        let whole = goes_on(unit, rest).then(|| whole_unit(&amount.unit, rest))?;
        Some(format!("单位没有写全，引文里是“{digits}{whole}”，写 unit = \"{whole}\""))
    })
}
