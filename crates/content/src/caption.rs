//! The texts around the drawings. A caption that cards share is written once and filled
//! in for each.

use std::cell::RefCell;

use super::facts::Facts;
use super::registry::nearest;
use super::row::Row;
use super::scale;
use model::{Caption, Edition, Id};

/// The captions that cards of a kind share.
const SHARED: [&str; 3] = ["echo", "sheet", "priority"];

/// The ids of all drawings that this edition has.
pub fn drawings(edition: &Edition) -> Vec<Id> {
    let all = Edition::OVERVIEWS.into_iter().chain(edition.card_ids());
    all.filter(|id| edition.has_drawing(id)).map(Id::from).collect()
}

/// A caption for each drawing: its own, or the one that the cards of its kind share (`echo`, `sheet`, `priority`),
/// numbered by the card. The caption of what is not drawn is read and left out.
pub fn captions(row: &Row<'_>, edition: &Edition, facts: &Facts) -> Vec<Caption> {
    let cards: Vec<(&str, &str, usize, Facts)> = cards(edition, facts);
    let drawings: Vec<&str> = Edition::OVERVIEWS.into_iter().chain(edition.card_ids()).collect();
    let figures: RefCell<Vec<Figure>> = RefCell::default();
    let own = row.peek("caption", "figure");
    let read = row.rows("caption", |row| {
        let figure = row.text("figure");
        let meant = expect_drawing(row, &figure, &drawings, &figures.borrow());
        figures.borrow_mut().push((figure.clone(), meant));
        let alone = cards.iter().find(|(_, id, ..)| *id == figure);
        let kind: Vec<_> = cards.iter().filter(|(kind, ..)| *kind == figure).collect();
        if edition.has_drawing(&figure) {
            let own = caption(row, &figure, alone.map_or(facts, |(.., facts)| facts), None);
            scale::expect_true(row, edition, std::slice::from_ref(&own));
            return vec![(true, own)];
        }
        let drawn = kind.into_iter().filter(|(_, id, ..)| edition.has_drawing(id));
        let each: Vec<_> = drawn.map(|(_, id, index, facts)| caption(row, id, facts, Some(*index))).collect();
        if each.is_empty() {
            // Its placeholders may have no values.
            skip(row);
        }
        // A card that has its own is not shown with this one.
        let shown: Vec<Caption> = each.iter().filter(|c| !own.contains(&c.figure.as_str())).cloned().collect();
        scale::expect_true(row, edition, &shown);
        each.into_iter().map(|caption| (false, caption)).collect()
    });
    expect_all(row, edition, &cards, &figures.into_inner());
    let read: Vec<(bool, Caption)> = read.into_iter().flatten().collect();
    let own: Vec<&str> = read.iter().filter(|(own, _)| *own).map(|(_, c)| c.figure.as_str()).collect();
    let kept = read.iter().filter(|(is_own, c)| *is_own || !own.contains(&c.figure.as_str()));
    kept.map(|(_, caption)| caption.clone()).collect()
}

/// The `figure` of a caption as it is written, and as it is meant.
type Figure = (String, String);

/// The caption's drawing must be there, and not have another caption. Returns which is meant.
fn expect_drawing(row: &Row<'_>, figure: &str, drawings: &[&str], before: &[Figure]) -> String {
    if before.iter().any(|(written, _)| written == figure && !figure.is_empty()) {
        row.complain("figure", format!("“{figure}” 有两个图签"), "一幅图只留一段 [[caption]]".into());
    }
    let known = || SHARED.into_iter().chain(drawings.iter().copied());
    if figure.is_empty() || known().any(|name| name == figure) {
        return figure.to_owned();
    }
    let near = nearest(figure, known());
    let cure = match near {
        Some(near) => format!("是不是 “{near}”？"),
        None => format!("删去这一段，或写这里面的一个：{}", known().collect::<Vec<_>>().join("、")),
    };
    row.miss("figure", format!("没有叫 “{figure}” 的图"), cure);
    near.unwrap_or(figure).to_owned()
}

/// Every drawing that has something to show must have a caption: it is the drawing's heading.
fn expect_all(row: &Row<'_>, edition: &Edition, cards: &[(&str, &str, usize, Facts)], written: &[Figure]) {
    let is_written = |name: &str| written.iter().any(|(_, meant)| meant == name);
    for name in Edition::OVERVIEWS.into_iter().filter(|name| edition.has_drawing(name) && !is_written(name)) {
        row.complain("caption", format!("图 “{name}” 没有图签"), format!("加上一段 {}", sample(name)));
    }
    for kind in SHARED.into_iter().filter(|kind| !is_written(kind)) {
        let of_kind = cards.iter().filter(|(of, ..)| *of == kind).map(|(_, id, ..)| *id);
        let bare: Vec<&str> = of_kind.filter(|id| edition.has_drawing(id) && !is_written(id)).collect();
        if !bare.is_empty() {
            let cure = format!("加上一段 {}，几张卡片共用；或每张各写一段", sample(kind));
            row.complain("caption", format!("卡片 {} 的图没有图签", bare.join("、")), cure);
        }
    }
}

/// A caption as it is typed, in one line.
fn sample(figure: &str) -> String {
    format!("[[caption]]，写 figure = \"{figure}\"，再写 number 和 title")
}

/// All cards: the id of their kind's shared caption, their own id, their index within the kind, and
/// their facts.
fn cards<'a>(edition: &'a Edition, facts: &Facts) -> Vec<(&'static str, &'a str, usize, Facts)> {
    let matters = edition.matters.iter().enumerate();
    let matters = matters.map(|(i, m)| ("echo", m.id.as_str(), i, facts.with_matter(edition, m)));
    let pillars = edition.pillars.iter().enumerate();
    let pillars = pillars.map(|(i, p)| ("sheet", p.id.as_str(), i, facts.with_pillar(edition, p)));
    let priorities = edition.priorities.iter().enumerate();
    let priorities = priorities.map(|(i, p)| ("priority", p.id.as_str(), i, facts.with_priority(p)));
    matters.chain(pillars).chain(priorities).collect()
}

fn skip(row: &Row<'_>) {
    ["number", "title"].into_iter().for_each(|key| drop(row.text(key)));
    ["scale", "note", "finding"].into_iter().for_each(|key| drop(row.optional_text(key)));
}

fn caption(row: &Row<'_>, figure: &str, facts: &Facts, index: Option<usize>) -> Caption {
    let number = row.text("number");
    Caption {
        figure: figure.into(),
        title: title(row, facts),
        note: facts.optional_text(row, "note").unwrap_or_default(),
        number: index.map_or(number.clone(), |index| format!("{number}-{}", index + 1)),
        scale: facts.optional_text(row, "scale").unwrap_or_default(),
    }
}

/// The title, or the `finding` that replaces it if one speaker states all targets.
fn title(row: &Row<'_>, facts: &Facts) -> String {
    const WHOSE: &str = "{whose}";
    let (title, finding) = (facts.text(row, "title"), row.optional_text("finding"));
    let Some(finding) = finding else {
        return title;
    };
    if !finding.contains(WHOSE) {
        row.complain("finding", format!("没有写 {WHOSE}"), format!("在写人的地方写 {WHOSE}；不成立时用 title"));
    }
    if !facts.knows("whose") {
        return title;
    }
    facts.optional_text(row, "finding").unwrap_or(title)
}
