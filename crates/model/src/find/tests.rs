use proptest::prelude::*;

use super::entry::{BEFORE, BEHIND, excerpt};
use super::fold::{Glyph, counted, plain};
use super::*;

fn spell(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.sign).collect()
}

fn compared(text: &str) -> String {
    spell(&counted(&plain(text)))
}

#[test]
fn numbers_are_alike_however_they_are_written() {
    let cases: &[(&[&str], &str)] = &[
        (&["31", "３１", "三十一", "叁拾壹", "“31”", " 3 1 "], "31"),
        (&["百分之三十一", "31%", "３１％", "百分之 31"], "31%"),
        (&["百分之3.5", "3.5%"], "3.5%"),
        (&["43269", "43,269", "４３，２６９"], "43269"),
        (&["3,270,308", "3270308"], "3270308"),
        (&["一百", "100"], "100"),
        (&["一千二百零三", "1203", "一二〇三"], "1203"),
        (&["十", "10", "一十"], "10"),
        (&["两年", "2年", "二年"], "2年"),
        (&["二〇二四", "2024", "二零二四"], "2024"),
        (&["6万", "六万"], "6万"),
        (&["EGO-PARK", "ego-park", "ＥＧＯ－ＰＡＲＫ", "“Ego”-Park"], "ego-park"),
        (&["麒麟名都·香港", "麒麟名都香港", "麒麟名都・香港"], "麒麟名都香港"),
        (&["第1,第2"], "第1,第2"),
    ];
    for (spellings, expected) in cases {
        for spelling in *spellings {
            if compared(spelling) != *expected {
                panic!("{spelling}: {} is not {expected}", compared(spelling));
            }
        }
    }
}

fn marked<'a>(printed: &'a str, query: &str) -> Option<&'a str> {
    let (from, to) = Text::new(printed).place_of(&Text::new(query))?;
    Some(&printed[from..to])
}

#[test]
fn what_is_found_is_marked_as_it_is_printed() {
    let cases = [
        ("力争森林覆盖率到达31%以上", "三十一", Some("31")),
        ("力争森林覆盖率到达31%以上", "百分之三十一", Some("31%")),
        ("占百分之三十一，另有", "31%", Some("百分之三十一")),
        ("立足“五个中心城市”定位", "五个中心城市定位", Some("五个中心城市”定位")),
        ("谋划重点项目100个", "一百个", Some("100个")),
        ("谋划重点项目100个", "十", None),
        ("有58个项目", "八", None),
        ("“双百”目标", "百", Some("百")),
        ("森林", "树", None),
    ];
    for (printed, query, expected) in cases {
        assert_eq!(marked(printed, query), expected, "{query} in {printed}");
    }
}

#[test]
fn long_passages_are_cut_around_the_words() {
    let long = "前".repeat(20) + "找" + &"后".repeat(40);
    let at = 20 * "前".len();
    let parts = [format!("…{}", "前".repeat(BEFORE)), "找".to_owned(), format!("{}…", "后".repeat(BEHIND))];
    assert_eq!(excerpt(&long, (at, at + "找".len())), parts);
    assert_eq!(excerpt("前找后", (3, 6)), ["前", "找", "后"]);
    assert_eq!(excerpt("找", (0, 3)), ["", "找", ""]);
}

/// Strings of the characters that folding treats specially, and any others.
fn strings() -> impl Strategy<Value = String> {
    let special = "[0-9０-９零一二三四五六七八九十百千万亿〇两壹拾分之%％,，.．“”\"·点 　aZＡ]{0,24}";
    prop_oneof![special, "(百分之|100分之|[0-9],|[一三百]|[0-9]{3}|，|\\.){0,12}", any::<String>()]
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in strings()) {
        let once = compared(&text);
        prop_assert_eq!(compared(&once), once.clone());
        let light = spell(&plain(&text));
        prop_assert_eq!(spell(&plain(&light)), light);
    }

    #[test]
    fn every_glyph_stands_for_a_part_of_the_text(text in strings()) {
        let glyphs = counted(&plain(&text));
        prop_assert!(glyphs.iter().all(|g| g.from < g.to && text.get(g.from..g.to).is_some()));
    }

    #[test]
    fn any_text_holds_its_own_words(printed in strings(), from in 0_usize..30, length in 1_usize..10) {
        let part: String = printed.chars().skip(from).take(length).collect();
        let words = Text::new(&part);
        if !words.plain.is_empty() {
            let (from, to) = Text::new(&printed).place_of(&words).expect("what is held has a place");
            prop_assert_eq!(&excerpt(&printed, (from, to))[1], &printed[from..to]);
        }
    }

    #[test]
    fn any_question_has_an_answer(printed in strings(), query in strings()) {
        let index = Index(vec![Entry::new("id", "place", &[&printed])]);
        let found = index.search(&query, 30);
        prop_assert_eq!(found.count, found.hits.len());
        prop_assert!(found.hits.iter().all(|hit| !hit.words.is_empty()));
    }
}
