//! The texts around the drawings. A caption that cards share is written once and filled
//! in for each.

use super::facts::Facts;
use super::row::Row;
use model::{Caption, Edition};

/// A caption for each drawing: its own, or the one that the cards of its kind share (`echo`, `sheet`, `priority`),
/// numbered by the card. The caption of what is not drawn is read and left out.
pub fn captions(row: &Row<'_>, edition: &Edition, facts: &Facts) -> Vec<Caption> {
    let cards: Vec<(&str, &str, usize, Facts)> = cards(edition, facts);
    let read = row.rows("caption", |row| {
        let figure = row.text("figure");
        let alone = cards.iter().find(|(_, id, ..)| *id == figure);
        let kind: Vec<_> = cards.iter().filter(|(kind, ..)| *kind == figure).collect();
        if edition.has_drawing(&figure) {
            return vec![(true, caption(row, &figure, alone.map_or(facts, |(.., facts)| facts), None))];
        }
        let drawn = kind.into_iter().filter(|(_, id, ..)| edition.has_drawing(id));
        let each = drawn.map(|(_, id, index, facts)| (false, caption(row, id, facts, Some(*index))));
        let each: Vec<_> = each.collect();
        if each.is_empty() {
            // Its placeholders may have no values.
            skip(row);
        }
        each
    });
    let read: Vec<(bool, Caption)> = read.into_iter().flatten().collect();
    let own: Vec<&str> = read.iter().filter(|(own, _)| *own).map(|(_, c)| c.figure.as_str()).collect();
    let kept = read.iter().filter(|(is_own, c)| *is_own || !own.contains(&c.figure.as_str()));
    kept.map(|(_, caption)| caption.clone()).collect()
}

/// All cards: the id of their kind's shared caption, their own id, their index within the kind, and
/// their facts.
fn cards<'a>(edition: &'a Edition, facts: &Facts) -> Vec<(&'static str, &'a str, usize, Facts)> {
    let matters = edition.matters.iter().enumerate();
    let matters = matters.map(|(i, m)| ("echo", m.id.as_str(), i, facts.with_matter(edition, m)));
    let pillars = edition.pillars.iter().enumerate();
    let pillars = pillars.map(|(i, p)| ("sheet", p.id.as_str(), i, facts.with_pillar(p)));
    let priorities = edition.priorities.iter().enumerate();
    let priorities = priorities.map(|(i, p)| ("priority", p.id.as_str(), i, facts.with_priority(p)));
    matters.chain(pillars).chain(priorities).collect()
}

fn skip(row: &Row<'_>) {
    ["number", "title", "scale"].into_iter().for_each(|key| drop(row.text(key)));
    ["note", "finding"].into_iter().for_each(|key| drop(row.optional_text(key)));
}

fn caption(row: &Row<'_>, figure: &str, facts: &Facts, index: Option<usize>) -> Caption {
    let number = row.text("number");
    Caption {
        figure: figure.into(),
        title: title(row, facts),
        note: facts.optional_text(row, "note").unwrap_or_default(),
        number: index.map_or(number.clone(), |index| format!("{number}-{}", index + 1)),
        scale: row.text("scale"),
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
    if facts.knows("whose") { facts.text(row, "finding") } else { title }
}
