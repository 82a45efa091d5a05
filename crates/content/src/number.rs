//! The numbers in a text, however they are printed: 3,270,308万, 1.2亿, 两, 二十四, 百分之五.

/// What a number is counted in, so that none passes through floating point.
pub const PLACES: usize = 6;
/// One.
pub const ONE: u128 = 1_000_000;
const WAN: u128 = 10_000;
const PERCENT: &str = "百分之";

/// A number in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<'a> {
    /// In millionths, 万 and 亿 multiplied out; none if it is too large or too exact for that.
    pub value: Option<u128>,
    /// Whether 百分之 stands before it.
    pub is_percent: bool,
    /// What stands before it.
    pub before: &'a str,
    /// What follows it.
    pub behind: &'a str,
}

/// All numbers of a text, in its order. Digits must be half-width.
pub fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = &text[..text.len() - rest.len()];
        let is_percent = rest.starts_with(PERCENT);
        rest = rest.strip_prefix(PERCENT).unwrap_or(rest);
        if c.is_ascii_digit() || is_percent && rest.starts_with(|c: char| c.is_ascii_digit()) {
            let (value, behind) = digits(rest);
            found.push(Number { value, is_percent, before, behind });
            rest = behind;
        } else if let Some((value, behind)) = numeral(rest) {
            found.push(Number { value, is_percent, before, behind });
            rest = behind;
        } else if !is_percent {
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

/// A number in digits, and what follows it: 3亿5000万 is one number.
fn digits(text: &str) -> (Option<u128>, &str) {
    let (mut total, mut rest) = (Some(0_u128), text);
    loop {
        let (number, behind) = run(rest);
        let (times, behind) = multipliers(behind);
        total = (|| total?.checked_add(number?.checked_mul(times?)?))();
        rest = behind;
        if times.is_some_and(|times| times < WAN) || !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return (total, rest);
        }
    }
}

/// Digits with a decimal point, and with commas between groups of three.
fn run(text: &str) -> (Option<u128>, &str) {
    let (whole, mut rest) = plain(text);
    let mut whole = whole.to_owned();
    // Groups follow one to three digits: 2024，128万 is two numbers.
    let is_grouped = whole.len() <= 3;
    while let Some((group, behind)) =
        rest.strip_prefix([',', '，']).map(plain).filter(|(group, _)| is_grouped && group.len() == 3)
    {
        whole += group;
        rest = behind;
    }
    let mut decimals = "";
    if let Some((after, behind)) = rest.strip_prefix('.').map(plain).filter(|(after, _)| !after.is_empty()) {
        (decimals, rest) = (after, behind);
    }
    // All digits together count millionths.
    let exact = (decimals.len() <= PLACES).then(|| format!("{whole}{decimals:0<PLACES$}"));
    (exact.and_then(|exact| exact.parse().ok()), rest)
}

fn plain(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

const fn unit(c: char) -> Option<u128> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => WAN,
        '亿' => WAN * WAN,
        _ => return None,
    })
}

/// 百, 千, 万 and 亿 behind digits, multiplied.
fn multipliers(text: &str) -> (Option<u128>, &str) {
    let (mut times, mut rest) = (Some(1_u128), text);
    while let Some(c) = rest.chars().next()
        && let Some(next) = unit(c)
    {
        times = times.and_then(|times| times.checked_mul(next));
        rest = &rest[c.len_utf8()..];
    }
    (times, rest)
}

const fn digit(c: char) -> Option<u128> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A number in Chinese, and what follows it. 二〇二四 is read digit by digit; 万 by itself is a
/// unit.
fn numeral(text: &str) -> Option<(Option<u128>, &str)> {
    let end = text.find(|c| digit(c).is_none() && unit(c).is_none()).unwrap_or(text.len());
    let (words, behind) = text.split_at(end);
    (!words.is_empty() && !words.starts_with(['万', '亿'])).then(|| (value_of(words), behind))
}

fn value_of(words: &str) -> Option<u128> {
    let (mut total, mut section, mut number) = (0_u128, 0_u128, None::<u128>);
    for c in words.chars() {
        match unit(c) {
            None => number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit(c)?)?),
            Some(times) if times < WAN => {
                let many = number.take().filter(|&number| number > 0).unwrap_or(1);
                section = section.checked_add(many.checked_mul(times)?)?;
            }
            Some(times) => {
                total = joined(total, section.checked_add(number.take().unwrap_or(0))?, times)?;
                section = 0;
            }
        }
    }
    total.checked_add(section)?.checked_add(number.unwrap_or(0))?.checked_mul(ONE)
}

/// A number so far, and its next part with 万 or 亿: 三亿五千万, but 一万三千亿.
fn joined(total: u128, part: u128, times: u128) -> Option<u128> {
    if part == 0 || total < times {
        total.checked_add(part)?.checked_mul(times)
    } else {
        total.checked_add(part.checked_mul(times)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        let cases: [(&str, &[(u128, &str)]); 13] = [
            ("3270308万元", &[(32_703_080_000, "元")]),
            ("3,270,308万元", &[(32_703_080_000, "元")]),
            ("达1.2万亿元", &[(1_200_000_000_000, "元")]),
            ("3亿5000万元", &[(350_000_000, "元")]),
            ("2025，3项", &[(2025, "，3项"), (3, "项")]),
            ("两年内、五项", &[(2, "年内、五项"), (5, "项")]),
            ("一百零五个、二十四节", &[(105, "个、二十四节"), (24, "节")]),
            ("二〇二四年", &[(2024, "年")]),
            ("三亿五千万元", &[(350_000_000, "元")]),
            ("一万三千亿元", &[(1_300_000_000_000, "元")]),
            ("十大行动，百个项目", &[(10, "大行动，百个项目"), (100, "个项目")]),
            ("几万元以上", &[]),
            ("百分之", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = numbers(text).iter().map(|n| (n.value, n.behind)).collect();
            let expected: Vec<_> = expected.iter().map(|(value, behind)| (Some(value * ONE), *behind)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn decimals_and_percentages_are_exact() {
        let of = |text| numbers(text).iter().map(|n| (n.value, n.is_percent)).collect::<Vec<_>>();
        assert_eq!(of("12.5%"), [(Some(12_500_000), false)]);
        assert_eq!(of("降百分之三十一、百分之0.5"), [(Some(31 * ONE), true), (Some(ONE / 2), true)]);
    }

    #[test]
    fn what_is_too_large_or_too_exact_is_no_number() {
        for text in
            ["9".repeat(60), format!("九{}", "亿".repeat(9)), "0.0000001".into(), format!("3{}5", "亿".repeat(9))]
        {
            let found: Vec<_> = numbers(&text).iter().map(|n| n.value).collect();
            assert_eq!(found, [None], "{text}");
        }
    }
}
