//! What belongs to a number in print, before it and behind its unit: 9月 to the 20 of 9月20日, and
//! 钟 to the 分 of 8分钟.

use super::number::{Number, ONE, numbers};

/// Units that a number in a smaller one follows at once: the two are one.
const COMPOUND: [(&[&str], &[&str]); 7] = [
    (&["月"], &["日", "号", "上旬", "中旬", "下旬"]),
    (&["小时", "个小时", "时", "点"], &["分", "刻"]),
    (&["分", "分钟"], &["秒"]),
    (&["年"], &["个月", "个半月"]),
    (&["天"], &["小时", "个小时"]),
    (&["元"], &["角", "分"]),
    (&["公里", "千米"], &["米"]),
];

/// What makes a unit another one: 万人 and 万人次, 分 and 分钟.
const LONGER: [(&str, &[&str]); 12] = [
    ("人", &["次", "天", "日", "公里", "份"]),
    ("瓦", &["时", "小时", "·时"]),
    ("分", &["钟", "贝"]),
    ("个", &["月", "百分点", "小时", "季度", "星期", "工作日"]),
    ("个百分", &["点"]),
    ("平方", &["米", "公里", "千米"]),
    ("立方", &["米"]),
    ("小", &["时"]),
    ("公", &["里", "顷", "斤", "吨"]),
    ("周", &["岁", "年"]),
    ("吨", &["公里", "标准煤", "标煤"]),
    ("台", &["套", "件"]),
];

/// 100场次 are no 100场; but 次年 and 次日 begin a word of their own.
const NOT_TIMES: [&str; 5] = ["次年", "次日", "次月", "次要", "次生"];

/// What may follow 3亿 or 50万 if nothing is counted in it.
const AFTER_MULTIPLE: [&str; 14] =
    ["以", "左右", "上下", "内", "前", "之", "至", "到", "大关", "的", "多", "余", "和", "或"];

/// The number before this one that is one with it, if it stands in a smaller unit: 9月 of 9月20日.
pub fn front<'a>(number: &Number<'a>, unit: &str) -> Option<&'a str> {
    let first = numbers(number.before).pop()?;
    let fits = |(larger, smaller): &(&[&str], &[&str])| {
        larger.contains(&first.behind) && smaller.iter().any(|small| unit.starts_with(small))
    };
    // 2026年3个月内 names a year, and then a time of months.
    let is_year = first.behind == "年" && first.value.is_some_and(|value| value >= 1900 * ONE);
    (!is_year && COMPOUND.iter().any(fits)).then(|| &number.before[first.before.len()..])
}

/// The year that stands before a month: 2027 before the 6 of 2027年6月底.
pub fn year_before(number: &Number<'_>) -> Option<u128> {
    let year = numbers(number.before).pop().filter(|first| first.behind == "年")?.value? / ONE;
    (1900..3000).contains(&year).then_some(year)
}

/// Whether a unit is cut short: 亿 for 亿元, 万人 for 万人次, 件 for 件/日. `unit` is without
/// multiples.
pub fn goes_on(unit: &str, rest: &str) -> bool {
    let longer = || LONGER.iter().any(|(end, more)| unit.ends_with(end) && more.iter().any(|m| rest.starts_with(m)));
    match unit {
        "" => rest.starts_with(is_of_unit) && !AFTER_MULTIPLE.iter().any(|word| rest.starts_with(word)),
        _ => {
            let is_times = rest.starts_with('次') && !NOT_TIMES.iter().any(|word| rest.starts_with(word));
            rest.starts_with('/') || is_times || longer()
        }
    }
}

fn is_of_unit(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '%')
}

/// The unit as the text goes on with it, up to a sign or to a word that limits the number.
pub fn whole_unit(unit: &str, rest: &str) -> String {
    let known = LONGER.iter().filter(|(end, _)| unit.ends_with(end)).flat_map(|(_, more)| more.iter());
    if let Some(more) = known.chain(&["次"]).find(|more| rest.starts_with(**more)) {
        return format!("{unit}{more}");
    }
    let ends = ["以上", "以下", "以内", "左右", "上下", "，", "。", "；", "、"];
    let end = ends.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    format!("{unit}{}", rest[..end].chars().take(4).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_unit_belongs_to_the_larger_before_it() {
        for (text, digits, unit, expected) in [
            ("9月20日前建成", "20", "日", Some("9月")),
            ("2026年9月20日前建成", "20", "日", Some("9月")),
            ("用时3小时20分钟", "20", "分钟", Some("3小时")),
            ("20日内办完", "20", "日", None),
            ("9月起，20日内办完", "20", "日", None),
            ("9月20名学生", "20", "名", None),
            ("2026年3个月内办完", "3", "个月", None),
            ("2年3个月办完", "3", "个月", Some("2年")),
        ] {
            let number = numbers(text).into_iter().find(|n| n.behind.starts_with(unit)).unwrap();
            assert!(text[number.before.len()..].starts_with(digits));
            assert_eq!(front(&number, unit), expected, "{text}");
        }
    }

    #[test]
    fn a_unit_is_whole() {
        for (unit, rest, expected) in [
            ("分", "钟以内", true),
            ("分钟", "以内", false),
            ("", "方，增长", true),
            ("", "，增长", false),
            ("", "以上", false),
            ("人", "次", true),
            ("场", "次", true),
            ("元", "次年见效", false),
            ("瓦", "时", true),
            ("个", "月内", true),
            ("个", "项目", false),
            ("件", "/日", true),
            ("公里", "公路", false),
        ] {
            assert_eq!(goes_on(unit, rest), expected, "{unit}|{rest}");
        }
        assert_eq!(whole_unit("万", "方，上年"), "万方");
        assert_eq!(whole_unit("分", "钟以内"), "分钟");
    }
}
