//! The model's arithmetic is exact, and the reader's choices survive any address.

use model::{Amount, Before, Decimal, Id, Limits, Looks, Selection, Size, Theme};
use proptest::prelude::*;

/// The printed amounts, and what the page derives from them, calculated by hand.
#[test]
fn the_years_amounts_are_shown_exactly() {
    let cases = [
        (3_270_308_u64, "327.03亿元", "8,960", "6.22"),
        (5_477_886, "547.79亿元", "15,008", "10.42"),
        (1_156_992, "115.70亿元", "3,170", "2.20"),
    ];
    for (printed, shown, day, minute) in cases {
        let amount = Amount::new(printed, "万元");
        assert_eq!(amount.shown_in("亿元").unwrap().words(), shown);
        assert_eq!(amount.per_day().value.to_string(), day, "{shown} a day");
        assert_eq!(amount.per_minute().value.to_string(), minute, "{shown} a minute");
    }
    let income = Amount::new(43_269, "元");
    assert_eq!(income.per_day_closely().value.to_string(), "118.5");
    let month = income.per_month();
    assert_eq!((month.value.to_string().as_str(), month.formula.as_str()), ("3,606", "43,269 ÷ 12 ≈ 3,606"));
}

/// Units are converted exactly, and only into units of their kind.
#[test]
fn an_amount_is_shown_in_other_units_of_its_kind() {
    let amount = |digits, places, unit| Amount::new(Decimal::new(digits, places), unit);
    for (from, unit, shown) in [
        (amount(1286, 1, "亿元"), "万元", "1,286,000万元"),
        (amount(185, 1, "公里"), "米", "18,500米"),
        (amount(42, 1, "公顷"), "平方米", "42,000平方米"),
        (amount(2_124_000, 0, "人次"), "万人次", "212.40万人次"),
        (amount(12, 1, "万亿元"), "亿元", "12,000亿元"),
        (amount(7, 0, "万元"), "元", "70,000元"),
    ] {
        assert_eq!(from.shown_in(unit).map(|amount| amount.words()).as_deref(), Some(shown));
    }
    assert_eq!(amount(1286, 1, "亿元").shown_in("人"), None);
    assert_eq!(amount(31, 0, "%").shown_in("个百分点"), None);
    assert_eq!(amount(1, 7, "元").shown_in("万亿元").map(|amount| amount.words()).as_deref(), None);
}

/// What is not exact in print is not exact on the page, and no sum is made of it.
#[test]
fn an_indicator_keeps_the_words_around_its_number() {
    let mut indicator = crate::support::COUNTY[1].indicators[0].clone();
    assert!(indicator.difference().is_some());
    let about = Limits { lead: "约".into(), tail: "左右".into() };
    indicator.limits = about.clone();
    assert_eq!(indicator.words(), "约134.9亿元左右");
    assert_eq!(indicator.difference(), None);
    // Nor if last year's number is not exact, or the source says that it fell.
    indicator.limits = Limits::default();
    indicator.change = Some("按可比价下降2%".into());
    assert_eq!(indicator.difference(), None);
    indicator.change = None;
    assert_eq!(indicator.difference().as_deref(), Some("比上一期增6.3亿元（134.9 − 128.6）"));
    indicator.before.as_mut().unwrap().limits = about;
    assert_eq!(indicator.difference(), None);
    assert!(indicator.notes().unwrap().contains("上一期约128.6亿元左右"));
}

/// The difference from the year before is worked out exactly, in points between percentages.
#[test]
fn a_difference_shows_its_sum() {
    let mut indicator = crate::support::COUNTY[0].indicators[0].clone();
    indicator.change = None;
    for (now, before, unit, said) in [
        (1286, 1227, "亿元", "比上年增5.9亿元（128.6 − 122.7）"),
        (1227, 1286, "亿元", "比上年减5.9亿元（128.6 − 122.7）"),
        (635, 620, "%", "比上年增1.5个百分点（63.5 − 62.0）"),
        (635, 635, "%", "和上年一样"),
    ] {
        let amount = |digits| Amount::new(Decimal::new(digits, 1), unit);
        indicator.amount = amount(now);
        indicator.before = Some(Before {
            amount: amount(before),
            shown: amount(before),
            limits: Limits::default(),
            is_predecessors: false,
        });
        assert_eq!(indicator.difference().as_deref(), Some(said));
    }
}

/// The digits of a displayed decimal, and how many of them follow the point.
fn read_back(shown: &str) -> (u128, u32) {
    let places = shown.split_once('.').map_or(0, |(_, tail)| u32::try_from(tail.len()).unwrap());
    (shown.replace([',', '.'], "").parse().unwrap(), places)
}

proptest! {
    #![proptest_config(crate::support::repeatable())]

    #[test]
    fn a_decimal_says_all_its_digits(digits in any::<u64>(), places in 0_u8..=18) {
        let shown = Decimal::new(digits, places).to_string();
        prop_assert_eq!(read_back(&shown), (digits.into(), places.into()));
    }

    /// `1,234,567.89`: groups of three before the point, none after it, and no needless leading
    /// zero.
    #[test]
    fn a_decimal_is_grouped_by_thousands(digits in any::<u64>(), places in 0_u8..=18) {
        let shown = Decimal::new(digits, places).to_string();
        let (whole, tail) = shown.split_once('.').unwrap_or((&shown, ""));
        let groups: Vec<&str> = whole.split(',').collect();
        prop_assert!((1..=3).contains(&groups[0].len()), "{shown}");
        prop_assert!(groups[1..].iter().all(|group| group.len() == 3), "{shown}");
        prop_assert!(whole == "0" || !whole.starts_with('0'), "{shown}");
        prop_assert!(tail.bytes().all(|b| b.is_ascii_digit()), "{shown}");
    }

    /// |quotient − dividend ÷ divisor| ≤ half a unit in the last place, in exact arithmetic.
    #[test]
    fn a_quotient_is_off_by_half_a_unit_at_most(dividend in 0_u64..1 << 40, divisor in 1_u64..1 << 40, places in 0_u8..=6) {
        let (digits, read) = read_back(&Decimal::quotient(dividend, divisor, places).to_string());
        prop_assert_eq!(read, u32::from(places));
        let exact = i128::from(dividend) * 10_i128.pow(places.into());
        let error = i128::try_from(digits).unwrap() * i128::from(divisor) - exact;
        prop_assert!(error.abs() * 2 <= divisor.into(), "{dividend} ÷ {divisor} to {places}: {digits}");
    }

    #[test]
    fn rounding_is_off_by_half_a_unit_at_most(digits in any::<u64>(), places in 0_u8..=12, to in 0_u8..=12) {
        let (rounded, kept) = read_back(&Decimal::new(digits, places).rounded(to).to_string());
        prop_assert_eq!(kept, u32::from(places.min(to)));
        let unit = 10_u128.pow(u32::from(places) - kept);
        let error = (rounded * unit).abs_diff(digits.into());
        prop_assert!(error * 2 <= unit, "{digits}e-{places} to {to}: {rounded}");
    }

    #[test]
    fn a_selection_survives_the_address(selection in any_selection(), foreign in foreign_query()) {
        prop_assert_eq!(Selection::from_query(&selection.to_query(&foreign)), selection);
    }

    /// A host's own parameters keep their form and order; writing the address again changes
    /// nothing.
    #[test]
    fn foreign_parameters_survive(old in any_selection(), new in any_selection(), foreign in foreign_query()) {
        let first = old.to_query(&foreign);
        let second = new.to_query(&first);
        prop_assert_eq!(strangers(&second), strangers(&foreign));
        prop_assert_eq!(new.to_query(&second), second);
    }

    #[test]
    fn an_address_from_anywhere_is_read(query in any::<String>(), other in "[?&=%+a-z]{0,40}", value in any_value()) {
        for query in [query, other, format!("?card={value}&topic={value}")] {
            let selection = Selection::from_query(&query);
            let ids = selection.card.iter().chain(&selection.topic);
            prop_assert!(ids.clone().all(|id| is_id(id)), "{selection:?}");
            prop_assert_eq!(Selection::from_query(&selection.to_query(&query)), selection);
        }
    }

    /// An unknown value counts as none.
    #[test]
    fn unknown_values_fall_back(value in any_value()) {
        let read = Selection::from_query(&format!("?card={value}&topic={value}&theme={value}&size={value}"));
        // What follows in the sentence around an address is not part of it.
        let value: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || ['-', '_'].contains(c)).collect();
        prop_assert_eq!(read.card.is_some(), is_id(&value));
        prop_assert_eq!(read.topic.is_some(), is_id(&value));
        prop_assert_eq!(read.looks.theme != Theme::default(), ["light", "dark"].contains(&value.as_str()));
        prop_assert_eq!(read.looks.size != Size::default(), ["large", "xlarge"].contains(&value.as_str()));
    }
}

/// What a choice highlights, determined by hand from the content.
#[test]
fn a_measure_carries_its_topics_terms_work_and_the_matters_it_takes_up() {
    let edition = &*crate::support::REAL;
    let (work, measure) = edition.measures().find(|(_, m)| !m.terms.is_empty() && m.ties.len() > 1).unwrap();
    assert!(measure.ties.iter().any(|id| id == work.id()), "{measure:?}");
    let matters = edition.echoes.iter().filter(|echo| echo.measure == measure.id).map(|echo| &echo.matter);
    assert!(matters.clone().count() > 0 && matters.clone().all(|id| measure.ties.contains(id)), "{measure:?}");
    for id in measure.tags() {
        let choice = edition.choice(&id).unwrap();
        assert!(choice.lights(&measure.tags()) && choice.id() == &id, "{id} lights {measure:?}");
    }
    let unlit = edition.topics.iter().filter(|topic| !measure.topics.contains(&topic.id));
    for topic in unlit {
        assert!(!edition.choice(&topic.id).unwrap().lights(&measure.tags()), "{} does not light it", topic.id);
    }
}

/// Choices have only one written form, since links are compared and shared.
#[test]
fn an_address_says_only_what_differs_from_the_default() {
    let all = Selection {
        card: Some("pillar-1".into()),
        topic: Some("industry".into()),
        looks: Looks { theme: Theme::Dark, size: Size::Large },
    };
    assert_eq!(all.to_query("?utm=1"), "?card=pillar-1&topic=industry&theme=dark&size=large&utm=1");
    assert_eq!(Selection::default().to_query("?card=pillar-1&size=large"), "");
}

/// Values that are valid, almost valid, or arbitrary.
fn any_value() -> impl Strategy<Value = String> {
    let words = ["light", "dark", "auto", "large", "xlarge", "standard", "Dark", "xxlarge", "dark%20", ""];
    let word = prop::sample::select(words.map(str::to_owned).to_vec());
    prop_oneof![word, "[a-z0-9-]{62,67}", "[a-z]{1,8}[A-Z_.%]?", "[^&]*"]
}

/// The form of ids in the content.
fn is_id(value: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&value.len()) && value.bytes().all(fits)
}

fn any_selection() -> impl Strategy<Value = Selection> {
    let id = || prop::option::of("[a-z0-9-]{1,64}".prop_map(Id::from));
    let theme = prop::sample::select(Theme::ALL.to_vec());
    let size = prop::sample::select(Size::ALL.to_vec());
    (id(), id(), theme, size).prop_map(|(card, topic, theme, size)| Selection {
        card,
        topic,
        looks: Looks { theme, size },
    })
}

/// Other parameters: names similar to ours, names without values, empty values, escapes.
fn foreign_query() -> impl Strategy<Value = String> {
    let name = prop_oneof!["[a-zA-Z_%0-9]{1,12}", "(card|size|theme|topic)[a-z]{1,3}", "x(card|size)"];
    let pair = (name, prop::option::of("[a-zA-Z0-9%=?+.:/-]{0,12}"));
    let pair = pair.prop_map(|(name, value)| value.map_or(name.clone(), |value| format!("{name}={value}")));
    let pair = pair.prop_filter("ours", |pair| !is_ours(pair));
    (any::<bool>(), prop::collection::vec(pair, 0..5))
        .prop_map(|(mark, pairs)| format!("{}{}", if mark { "?" } else { "" }, pairs.join("&")))
}

fn is_ours(pair: &str) -> bool {
    ["card", "topic", "theme", "size"].contains(&pair.split('=').next().unwrap_or_default())
}

fn strangers(query: &str) -> Vec<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|pair| !pair.is_empty() && !is_ours(pair)).map(str::to_owned).collect()
}
