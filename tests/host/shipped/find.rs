//! What readers find in it.

use crate::support::REAL;
use crate::support::shipped::is_here;
use model::find::{Findings, Index};

fn real() -> Index {
    Index::of(&REAL)
}

fn search(index: &Index, query: &str) -> Findings {
    index.search(query, 30)
}

#[test]
fn the_forest_target_is_found_by_its_number_however_written() {
    if !is_here() {
        return;
    }
    let index = real();
    for query in ["31", "三十一", "３１", "百分之三十一", "31%", "３１％", "31%以上", "森林 31", "森林覆盖率到达三十一"]
    {
        let found = search(&index, query);
        let targets: Vec<&str> = found.hits.iter().map(|hit| hit.target.as_str()).collect();
        assert!(targets.contains(&"target-forest"), "{query}: {targets:?}");
    }
}

#[test]
fn labels_quotations_numbers_and_names_are_found() {
    if !is_here() {
        return;
    }
    let index = real();
    let cases = [
        ("办公楼", "target-offices"),
        ("办公楼", "priority-2-offices"),
        ("327.03", "fig-amounts"),
        ("3,270,308", "fig-amounts"),
        ("43269", "fig-income"),
        ("ego-park", "priority-2-malls"),
        ("香港东荟城", "priority-2-malls"),
        ("麒麟名都香港", "priority-2-malls"),
        ("六抓一控", "pillar-1-chances-drive"),
        ("信心足", "reading-liu-2"),
        ("基层基础", "fig-terms"),
        ("儿童友好", "city-children"),
        ("徐顺凯", "method"),
        ("基层党建", "matter-3-pillar-5-party-six"),
        ("上下同心", "insist-example"),
        ("平安中区", "subject-safety"),
        ("足球场", "target-offices"),
        ("一百个", "target-reserve"),
        ("两年内", "target-drains"),
        ("五个首位责任", "city-positions"),
    ];
    for (query, target) in cases {
        let found = search(&index, query);
        let targets: Vec<&str> = found.hits.iter().map(|hit| hit.target.as_str()).collect();
        assert!(target.is_empty() || targets.contains(&target), "{query}: {targets:?}");
        assert!(found.hits.iter().all(|hit| !hit.place.is_empty() && !hit.words.is_empty()), "{query}");
    }
}

#[test]
fn what_is_not_there_is_not_found_and_nothing_finds_nothing() {
    if !is_here() {
        return;
    }
    let index = real();
    for query in ["", " ", "“”", "火星", "森林 火星", "3131"] {
        assert_eq!(search(&index, query), Findings::default(), "{query:?}");
    }
}

#[test]
fn many_passages_are_counted_but_few_are_listed() {
    if !is_here() {
        return;
    }
    let found = real().search("一", 5);
    assert!(found.count > 5 && found.hits.len() == 5);
}
