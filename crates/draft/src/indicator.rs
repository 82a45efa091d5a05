//! The indicators of an article: a table with the columns name, number and unit.

/// An indicator as the table prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub name: String,
    /// In half-width digits, without commas.
    pub amount: String,
    pub unit: String,
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
    if !is_number(&bare) {
        let cure = "第二栏只写数，例如 3215 或 32.15，单位写在第三栏";
        return Err((format!("“{number}” 不是数"), cure.to_owned()));
    }
    if unit.is_empty() {
        return Err(("这个指标没有单位".to_owned(), "在第三栏写上单位，照印出来的写".to_owned()));
    }
    Ok(Indicator {
        name: (*name).to_owned(),
        amount: bare,
        unit: unit.replace('％', "%"),
        quote: format!("{number}{unit}"),
    })
}

/// Whether a content file can hold it.
fn is_number(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(part) && part.len() <= 6 && text.len() <= MOST_DIGITS
}

/// As many as a number of the content holds, with a decimal point.
const MOST_DIGITS: usize = 18;

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
        for (number, unit, amount) in [
            ("832,600", "万元", "832600"),
            ("83.26", "亿元", "83.26"),
            ("３６５００", "元", "36500"),
            ("63.50", "%", "63.50"),
        ] {
            let read = indicator(&["名", number, unit]).unwrap();
            assert_eq!(
                (read.amount.as_str(), read.unit.as_str(), read.quote),
                (amount, unit, format!("{number}{unit}"))
            );
        }
    }

    #[test]
    fn what_is_no_amount_is_told() {
        for (cells, what) in [
            (vec!["名", "约八成", "元"], "“约八成” 不是数"),
            (vec!["名", "1.", "元"], "“1.” 不是数"),
            (vec!["名", "-3", "元"], "“-3” 不是数"),
            (vec!["名", "99999999999999999999", "元"], "“99999999999999999999” 不是数"),
            (vec!["名", "35", ""], "这个指标没有单位"),
            (vec!["", "35", "元"], "这个指标没有名称"),
            (vec!["名", "35"], "表格的这一行有 2 栏"),
        ] {
            assert_eq!(indicator(&cells).unwrap_err().0, what);
        }
    }
}
