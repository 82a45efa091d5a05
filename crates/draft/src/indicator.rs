//! The indicators of an article: a table with the columns name, number and unit.

/// An indicator as the table prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub name: String,
    /// In the unit that content files name.
    pub amount: u64,
    pub unit: &'static str,
    /// Number and unit as printed.
    pub quote: String,
}

/// Reads the cells of a row.
///
/// # Errors
/// What is wrong, and the cure.
pub fn indicator(cells: &[&str]) -> Result<Indicator, (String, String)> {
    let [name, number, unit] = cells else {
        let what = format!("表格的这一行有 {} 栏", cells.len());
        return Err((what, "指标的表格只有三栏：名称、数、单位；别的表格改成文字".to_owned()));
    };
    if name.is_empty() {
        return Err(("这个指标没有名称".to_owned(), "在第一栏写上名称".to_owned()));
    }
    let bare: String = number.chars().map(narrow).filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let Some((whole, part)) = digits(&bare) else {
        let cure = "第二栏只写数，例如 3215 或 32.15，单位写在第三栏";
        return Err((format!("“{number}” 不是数"), cure.to_owned()));
    };
    let (amount, unit_key) = match *unit {
        "元" => (scaled(whole, part, 0), "yuan"),
        "万元" => (scaled(whole, part, 0), "wan_yuan"),
        "亿元" => (scaled(whole, part, 4), "wan_yuan"),
        _ => {
            let cure = "指标的单位现在只能是：亿元、万元、元；这一行先从表格里删去";
            return Err((format!("“{unit}” 现在还不能作指标的单位"), cure.to_owned()));
        }
    };
    let Some(amount) = amount else {
        let what = format!("“{number}{unit}” 太大，或小数太多");
        return Err((what, "元、万元要是整数，亿元最多四位小数；这一行先从表格里删去".to_owned()));
    };
    Ok(Indicator { name: (*name).to_owned(), amount, unit: unit_key, quote: format!("{number}{unit}") })
}

/// The digits before and after the decimal point.
fn digits(text: &str) -> Option<(&str, &str)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits(whole) && all_digits(part)).then_some((whole, part))
}

/// The number times a power of ten; none if it is too large, or not whole.
fn scaled(whole: &str, part: &str, places: usize) -> Option<u64> {
    let part = part.trim_end_matches('0');
    let missing = places.checked_sub(part.len())?;
    format!("{whole}{part}{}", "0".repeat(missing)).parse().ok()
}

/// Digits and signs in their half-width form.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_kept_as_printed() {
        for (number, unit, amount, key) in [
            ("832,600", "万元", 832_600, "wan_yuan"),
            ("83.26", "亿元", 832_600, "wan_yuan"),
            ("３６５００", "元", 36_500, "yuan"),
            ("12.0", "万元", 12, "wan_yuan"),
        ] {
            let read = indicator(&["名", number, unit]).unwrap();
            assert_eq!((read.amount, read.unit, read.quote), (amount, key, format!("{number}{unit}")));
        }
    }

    #[test]
    fn what_is_no_amount_is_told() {
        for (cells, what) in [
            (vec!["名", "约八成", "元"], "“约八成” 不是数"),
            (vec!["名", "1.", "元"], "“1.” 不是数"),
            (vec!["名", "-3", "元"], "“-3” 不是数"),
            (vec!["名", "3.5", "万元"], "“3.5万元” 太大，或小数太多"),
            (vec!["名", "99999999999999999999", "元"], "“99999999999999999999元” 太大，或小数太多"),
            (vec!["名", "35", "%"], "“%” 现在还不能作指标的单位"),
            (vec!["", "35", "元"], "这个指标没有名称"),
            (vec!["名", "35"], "表格的这一行有 2 栏"),
        ] {
            assert_eq!(indicator(&cells).unwrap_err().0, what);
        }
    }
}
