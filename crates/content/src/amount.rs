//! Whether an amount stands in the passage that is quoted for it.

use super::cut;
use super::number::{Number, numbers};
use super::printed::{base, fits, in_millionths, is_counted_in, plain, printed, prints};
use super::row::Row;
use super::start;
use model::{Amount, Bound, Decimal, Limits, Quantity};

/// The bounds, as content files say them. A range is completed by its second number.
pub const BOUNDS: [(&str, Bound); 8] = [
    ("at_least", Bound::AtLeast),
    ("more_than", Bound::MoreThan),
    ("at_most", Bound::AtMost),
    ("less_than", Bound::LessThan),
    ("exactly", Bound::Exactly),
    ("within", Bound::Within),
    ("by", Bound::By),
    ("between", Bound::UpTo(Decimal::new(0, 0))),
];

/// What limits a number in print: the words before it, and those behind it and its unit. Words that
/// mean the same are one bound.
const LIMITS: [(Bound, &[&str], &[&str]); 6] = [
    (Bound::AtLeast, &["不少于", "不低于", "不小于", "至少"], &["以上"]),
    (Bound::MoreThan, &["超", "超过", "多于", "大于", "高于", "突破", "逾"], &[]),
    (Bound::AtMost, &["不超过", "不多于", "不大于", "不高于", "至多", "最多"], &["以下", "以内"]),
    (Bound::LessThan, &["低于", "少于", "小于", "不到", "不足"], &[]),
    (Bound::Within, &[], &["内", "以内", "之内"]),
    (Bound::By, &[], &["前", "之前", "以前"]),
];

/// What says that a number is not exact, before it and behind its unit.
const ABOUT: (&[&str], &[&str]) = (&["约", "大约", "近", "将近", "接近"], &["左右", "上下"]);

/// Words that only end like those.
const NOT_ABOUT: [&str; 14] =
    ["节约", "预约", "签约", "履约", "违约", "条约", "公约", "合约", "契约", "续约", "附近", "最近", "就近", "邻近"];

/// 规模以上 and 限额以下 name a kind of business; they limit no number.
const NO_LIMITS: [&str; 2] = ["规模", "限额"];

/// What stands between the two numbers of a range.
const TO: [&str; 7] = ["至", "到", "—", "－", "-", "~", "～"];

/// Reports an amount that its passage does not print. An empty passage has been reported.
pub fn expect(row: &Row<'_>, key: &'static str, amount: &Amount, quote: &str) {
    if !quote.is_empty() && !prints(quote, amount) {
        // 200余万元, 3万余元.
        let (multiple, rest) = amount.unit.split_at(amount.unit.find(|c| !"万亿".contains(c)).unwrap_or_default());
        let text = plain(quote);
        let mut units = ['余', '多']
            .into_iter()
            .flat_map(|more| [(more, format!("{more}{}", amount.unit)), (more, format!("{multiple}{more}{rest}"))]);
        let more = units
            .find(|(_, unit)| text.contains(&format!("{}{unit}", amount.value)))
            .map(|(more, unit)| format!("“{more}”也是单位的一部分，写 unit = \"{unit}\""));
        let cure = more.or_else(|| cut::cure(&text, key, amount));
        let cure = cure.unwrap_or_else(|| format!("照引文 “{quote}” 改数和单位，或引用写着这个数的那句话"));
        row.complain(key, format!("“{}” 不在引文里", amount.words()), cure);
    }
}

/// The words around a number in its passage that limit it, or say that it is not exact.
pub fn words_around(amount: &Amount, quote: &str) -> Limits {
    let text = plain(quote);
    let Some(number) = printed(&text, amount).into_iter().next() else { return Limits::default() };
    let limit = limit(&number, &amount.unit, None);
    let (lead, tail) = limit.map_or_else(|| about(&number, &amount.unit), |limit| limit.words);
    Limits { lead: lead.to_owned(), tail: tail.to_owned() }
}

/// Reports a quantity that its passage does not print, or limits otherwise. Gives it with the words
/// that limit it there.
pub fn compared(row: &Row<'_>, quantity: Quantity, quote: &str) -> Quantity {
    if quote.is_empty() {
        return quantity;
    }
    let (amount, text) = (&quantity.amount, plain(quote));
    if let Some(start) = quantity.start {
        expect(row, "start", &Amount { value: start, unit: amount.unit.clone() }, quote);
    }
    if let Bound::UpTo(most) = quantity.bound {
        let Some((first, second)) = range(&text, amount, most) else {
            let what = format!("“{}至{most}{}” 不在引文里", amount.value, amount.unit);
            row.complain("value", what, format!("照引文 “{quote}” 改两个数和单位"));
            return quantity;
        };
        let (lead, tail) = (about(&first, &amount.unit).0, about(&second, &amount.unit).1);
        let limits = Limits { lead: lead.to_owned(), tail: tail.to_owned() };
        return Quantity { limits, ..quantity };
    }
    expect(row, "value", amount, quote);
    let found = printed(&text, amount);
    if (quantity.bound, quantity.start) == (Bound::Exactly, None) && found.iter().any(|n| starts_range(n, &amount.unit))
    {
        row.complain("bound", "引文写的是一个范围".into(), "写 bound = \"between\"，再用 upto 写后一个数".into());
    }
    let wanted = Some(quantity.bound).filter(|bound| *bound != Bound::Exactly);
    let limits: Vec<_> = found.iter().map(|number| limit(number, &amount.unit, wanted)).collect();
    let Some(fitting) = limits.iter().position(|limit| limit.as_ref().map(Limit::bound) == wanted) else {
        if let Some(first) = limits.first() {
            complain_of_limit(row, first.as_ref(), wanted, found[0].behind, &amount.unit);
        }
        return quantity;
    };
    let number = &found[fitting];
    let digits = &text[number.before.len()..text.len() - number.behind.len()];
    let limit = limits.into_iter().nth(fitting).flatten();
    let words = limit.map_or_else(|| about(number, &amount.unit), |limit| limit.words);
    let lead = match quantity.start {
        Some(from) => start::words(&text, &Amount { value: from, unit: amount.unit.clone() }, number),
        None => String::new(),
    };
    // The words from the start on may end with those that limit the number.
    let lead = if lead.ends_with(words.0) { lead } else { lead + words.0 };
    let limits = Limits { lead, tail: words.1.to_owned() };
    Quantity { is_spoken: digits.contains('两'), limits, ..quantity }
}

fn complain_of_limit(row: &Row<'_>, written: Option<&Limit>, wanted: Option<Bound>, behind: &str, unit: &str) {
    let name = |bound| BOUNDS.iter().find(|(_, known)| *known == bound).map_or("", |(name, _)| name);
    let words = LIMITS.iter().find(|(bound, ..)| Some(*bound) == wanted);
    let (what, cure) = match (written, words) {
        (Some(limit), _) => {
            let word = if limit.words.0.is_empty() { limit.words.1 } else { limit.words.0 };
            (format!("引文写的是“{word}”，和 bound 不是一回事"), format!("写 bound = \"{}\"", name(limit.bound)))
        }
        // 月 or 月底前 for 月底: the word is there, but the unit is not all that stands before it.
        (None, Some((bound, _, others)))
            if bound.is_time()
                && let Some(whole) = whole_unit(behind, others).filter(|whole| *whole != unit) =>
        {
            let word = &behind[whole.len()..];
            let word = others.iter().find(|other| word.starts_with(**other)).copied().unwrap_or_default();
            row.complain("unit", format!("“{unit}” 后面接不上“{word}”"), format!("写 unit = \"{whole}\""));
            return;
        }
        (None, Some((_, before, behind))) => {
            let words: Vec<&str> = before.iter().chain(*behind).copied().collect();
            let words = words.join("、");
            let cure = format!("引文没有限定就写 bound = \"exactly\"；这样写，数的旁边要有：{words}");
            ("引文没有这样限定这个数".to_owned(), cure)
        }
        (None, None) => return,
    };
    row.complain("bound", what, cure);
}

/// What stands between a number and the first of the words that may limit it, if that is short.
fn whole_unit<'a>(behind: &'a str, words: &[&str]) -> Option<&'a str> {
    let end = words.iter().filter_map(|word| behind.find(*word)).min()?;
    Some(&behind[..end]).filter(|unit| (1..=4).contains(&unit.chars().count()))
}

/// How a number is limited, and by which words before it or behind its unit.
struct Limit {
    bound: Bound,
    words: (&'static str, &'static str),
}

impl Limit {
    const fn bound(&self) -> Bound {
        self.bound
    }
}

/// How a number is limited. Of several words the longest counts: 不超过 is not 超过. The words stand
/// right behind the unit; only a count may have its noun between, as in 10个项目以上, but
/// 10个项目前期工作 is no limit. A word that may mean two bounds means the wanted one.
fn limit(number: &Number<'_>, unit: &str, wanted: Option<Bound>) -> Option<Limit> {
    let is_time = unit.ends_with(['年', '月', '日', '天', '周', '底', '末', '旬']) || unit.ends_with("季度");
    // Hours are a time that something may take, but also an amount: 24小时内, 由3小时降到1.5小时以内.
    let is_short = ["小时", "分钟", "秒"].iter().any(|short| unit.ends_with(short));
    let before = [number.before, number.before.trim_end_matches(['了', '达', '到', '有'])];
    // The unit may have a stroke: 17微克/立方米以下.
    let clause = number
        .behind
        .split(|c: char| c.is_ascii_punctuation() && !['%', '/'].contains(&c) || "，。；、：！？”“".contains(c));
    let clause = clause.take(1).collect::<String>();
    // Behind the whole unit, if that is printed; a count may have another noun.
    let (printed, room) = match clause.strip_prefix(base(unit).1) {
        Some(rest) => (rest, 1),
        None => (clause.as_str(), unit.chars().count() + 1),
    };
    let behind: String = printed.chars().take(room + 3).collect();
    let unit = if room == 1 { "" } else { unit };
    let fits_behind = |bound: Bound, word: &str| match behind.split_once(word) {
        // 以内 limits an amount, and also a time.
        _ if bound.is_time() != (is_time || bound == Bound::Within && is_short)
            && (bound.is_time() || word == "以内") =>
        {
            false
        }
        Some((between, rest)) if bound.is_time() => unit.ends_with(between) && !rest.starts_with('期'),
        Some((between, _)) => between.chars().count() <= room && !NO_LIMITS.iter().any(|kind| between.ends_with(kind)),
        None => false,
    };
    let limits = LIMITS.iter().flat_map(|(bound, words, others)| {
        let fits = words.iter().filter(|word| before.iter().any(|before| before.ends_with(**word)));
        let fits = fits
            .map(|word| (*word, ""))
            .chain(others.iter().filter(|word| fits_behind(*bound, word)).map(|word| ("", *word)));
        fits.map(move |words| Limit { bound: *bound, words })
    });
    limits.max_by_key(|limit| (limit.words.0.len() + limit.words.1.len(), Some(limit.bound) == wanted))
}

/// The words that say that a number is not exact: 约3000人, 7%左右.
fn about(number: &Number<'_>, unit: &str) -> (&'static str, &'static str) {
    let before = ABOUT.0.iter().filter(|word| number.before.ends_with(**word)).max_by_key(|word| word.len());
    let before = before.filter(|_| !NOT_ABOUT.iter().any(|word| number.before.ends_with(word)));
    let behind = number.behind.strip_prefix(base(unit).1);
    let after = ABOUT.1.iter().find(|word| behind.is_some_and(|behind| behind.starts_with(**word)));
    (before.copied().unwrap_or_default(), after.copied().unwrap_or_default())
}

fn starts_range(number: &Number<'_>, unit: &str) -> bool {
    let unit = base(unit).1;
    let behind = number.behind.strip_prefix(unit).unwrap_or(number.behind);
    let is_next = |rest| numbers(rest).first().is_some_and(|n| n.before.is_empty() && is_counted_in(n, unit));
    TO.iter().filter_map(|to| behind.strip_prefix(to)).any(is_next)
}

/// The two numbers of a range in a text: 5%至6%, 5—6%.
fn range<'a>(text: &'a str, least: &Amount, most: Decimal) -> Option<(Number<'a>, Number<'a>)> {
    let all = numbers(text);
    let pairs =
        all.windows(2).filter_map(|pair| if let [first, second] = pair { Some((*first, *second)) } else { None });
    pairs.into_iter().find(|(first, second)| {
        let between = &text[text.len() - first.behind.len()..second.before.len().max(text.len() - first.behind.len())];
        let last = Amount { value: most, unit: least.unit.clone() };
        let is = |value: Option<u128>| first.value.is_some() && first.value == value;
        let starts = match between.strip_prefix(base(&least.unit).1) {
            Some(to) => is(in_millionths(least)) && TO.contains(&to),
            // The unit stands behind the second number only: 3至5万平方米, 3万至5万平方米.
            None => {
                let bare = Amount::new(least.value, "");
                (is(in_millionths(least)) || is(in_millionths(&bare))) && TO.contains(&between)
            }
        };
        starts && fits(second, &last)
    })
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
            ("装机5万千瓦", 5, "万千瓦"),
            ("全长18千米", 18, "千米"),
            ("投资3百万元", 3, "百万元"),
        ] {
            assert!(prints(text, &Amount::new(value, unit)), "{value}{unit} in {text}");
        }
    }

    #[test]
    fn a_number_is_limited_by_the_words_beside_it() {
        for (text, value, unit, expected) in [
            ("力争森林覆盖率到达31%以上", 31, "%", Some((Bound::AtLeast, ("", "以上")))),
            ("年底前建成不少于3万平方米", 3, "万平方米", Some((Bound::AtLeast, ("不少于", "")))),
            ("总投资超过了100亿元", 100, "亿元", Some((Bound::MoreThan, ("超过", "")))),
            ("两年内完成", 2, "年", Some((Bound::Within, ("", "内")))),
            ("两年以内完成", 2, "年", Some((Bound::Within, ("", "以内")))),
            ("6月底前完成", 6, "月底", Some((Bound::By, ("", "前")))),
            ("6月30日之前完成", 6, "月30日", Some((Bound::By, ("", "之前")))),
            ("失业率降到5%以下", 5, "%", Some((Bound::AtMost, ("", "以下")))),
            ("失业率控制在5%以内", 5, "%", Some((Bound::AtMost, ("", "以内")))),
            ("不超过5%", 5, "%", Some((Bound::AtMost, ("不超过", "")))),
            ("不到5%", 5, "%", Some((Bound::LessThan, ("不到", "")))),
            ("至少有1名医生", 1, "名", Some((Bound::AtLeast, ("至少", "")))),
            ("浓度17微克/立方米以下", 17, "微克/立方米", Some((Bound::AtMost, ("", "以下")))),
            ("24小时内回应", 24, "小时", Some((Bound::Within, ("", "内")))),
            ("24小时以内回应", 24, "小时", Some((Bound::Within, ("", "以内")))),
            ("由3小时降到1小时以内", 1, "小时", Some((Bound::AtMost, ("", "以内")))),
            ("等候15分钟前来叫号", 15, "分钟", None),
            ("种下100棵树，两年内成林", 100, "棵", None),
            ("新增绿地3万平方米，年内完成", 3, "万平方米", None),
            ("完成30个项目前期工作", 30, "个项目", None),
            ("投资100亿元前期工作", 100, "亿元", None),
            ("新增35家规模以上企业", 35, "家", None),
            ("新增35家规模以上企业", 35, "家规模以上企业", None),
            ("谋划100个规模以上企业", 100, "个企业", None),
            ("谋划100个项目以上", 100, "个项目", Some((Bound::AtLeast, ("", "以上")))),
        ] {
            let numbers = printed(text, &Amount::new(value, unit));
            let wanted = expected.map(|(bound, _)| bound);
            let found = limit(&numbers[0], unit, wanted).map(|limit| (limit.bound, limit.words));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_is_not_exact_keeps_the_words_that_say_so() {
        for (text, value, unit, expected) in [
            ("新增就业约3000人", 3000, "人", ("约", "")),
            ("引回青年近千人", 1000, "人", ("近", "")),
            ("增长7%左右", 7, "%", ("", "左右")),
            ("投资3亿元左右", 3, "亿元", ("", "左右")),
            ("节约3万元", 3, "万元", ("", "")),
            ("附近3公里", 3, "公里", ("", "")),
        ] {
            assert_eq!(about(&printed(text, &Amount::new(value, unit))[0], unit), expected, "{text}");
        }
    }

    #[test]
    fn an_indicator_has_the_words_around_its_number() {
        for (quote, lead, tail) in [
            ("接待游客128万人次", "", ""),
            ("接待游客约128万人次", "约", ""),
            ("接待游客突破128万人次", "突破", ""),
            ("接待游客128万人次左右", "", "左右"),
            ("履约128万人次", "", ""),
        ] {
            let limits = words_around(&Amount::new(128, "万人次"), quote);
            assert_eq!((limits.lead.as_str(), limits.tail.as_str()), (lead, tail), "{quote}");
        }
    }

    #[test]
    fn a_range_has_its_two_numbers_beside_each_other() {
        let range = |text: &str| super::range(text, &Amount::new(5, "%"), 6.into()).is_some();
        for text in ["增长5%至6%", "增长5—6%左右", "增长5%到6%", "增长百分之五至百分之六"] {
            assert!(range(text), "{text}");
        }
        for text in ["增长5%，另一项增长6%", "增长6%至5%", "增长5至6个点", "增长5%"] {
            assert!(!range(text), "{text}");
        }
        let area = |text: &str| super::range(text, &Amount::new(3, "万平方米"), 5.into()).is_some();
        for text in ["新增3万至5万平方米", "新增3至5万平方米", "新增3万平方米至5万平方米"] {
            assert!(area(text), "{text}");
        }
        assert!(!area("新增3平方米至5万平方米"));
    }

    #[test]
    fn decimals_are_compared_exactly() {
        for (text, digits, places, unit) in
            [("全长18.5公里", 185, 1, "公里"), ("128.60亿元", 1286, 1, "亿元"), ("12.5万人次", 125, 1, "万人次")]
        {
            assert!(prints(text, &Amount::new(Decimal::new(digits, places), unit)), "{text}");
            assert!(!prints(text, &Amount::new(Decimal::new(digits + 1, places), unit)), "{text}");
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
            ("用了3天", 3, "个月"),
            ("增长2倍", 2, "个百分点"),
            ("修路3公里", 3, "个项目"),
            ("第3批项目", 3, "批"),
            ("没有数", 0, "年"),
        ] {
            assert!(!prints(text, &Amount::new(value, unit)), "{value}{unit} in {text}");
        }
    }
}
