use super::board::Board;
use super::web::ordinal;
use crate::echo::lettered;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene_builder::Hand;
use crate::text_layout::width;
use model::SectionId;

/// The name and the place of each matter.
pub struct Named {
    /// The middle of its column, or of its row.
    pub middle: f32,
    lines: Vec<String>,
}

const ORDINAL: f32 = 2.3;
/// From one line of a name to the next.
const LEADING: f32 = 1.15;
/// The thickness of the bar that the ribbons leave from.
const BAR: f32 = 0.35;

/// The matters side by side between two edges. None where they do not fit.
pub fn columns(board: &Board<'_>, left: f32, wide: f32) -> Option<Vec<Named>> {
    let room = board.room;
    let terms: Vec<&str> = board.edition.matters.iter().map(|m| m.term.as_str()).collect();
    let count = terms.len().max(1) as f32;
    let needs: Vec<f32> = terms.iter().map(|term| width(term, room.em).max(room.px(ORDINAL))).collect();
    let slack = (wide - needs.iter().sum::<f32>()) / count;
    if slack >= room.px(0.5) {
        // Each as wide as its name: short ones leave their room to long ones.
        let mut x = left;
        let named = terms.iter().zip(needs).map(|(term, need)| {
            let middle = x + (need + slack) / 2.0;
            x += need + slack;
            Named { middle, lines: vec![(*term).to_owned()] }
        });
        return Some(named.collect());
    }
    let each = wide / count;
    if each < room.px(2.6).max(room.finger()) {
        return None;
    }
    let named = terms.iter().enumerate().map(|(i, term)| Named {
        middle: left + each * (i as f32 + 0.5),
        lines: lettered(term, room.em, each - room.px(0.4), 5),
    });
    Some(named.collect())
}

/// Draws the matters side by side, each with a bar under it that its ribbons leave from. Returns where
/// they end.
pub fn draw_columns(board: &mut Board<'_>, named: &[Named], left: f32, wide: f32, (top, unit): (f32, f32)) -> f32 {
    let room = board.room;
    let lines = named.iter().map(|n| n.lines.len()).max().unwrap_or(0) as f32;
    let names = top + room.px(ORDINAL + 0.15);
    let foot = names + room.px(lines * LEADING + 0.3 + BAR);
    for (i, matter) in named.iter().enumerate() {
        let next = named.get(i + 1).map_or(left + wide, |n| (n.middle + matter.middle) / 2.0);
        let from = if i == 0 { left } else { (named[i - 1].middle + matter.middle) / 2.0 };
        begin(board, i, rect(from, top, next - from, foot - top));
        let hand = Hand::serif(room.px(ORDINAL), Ink::Accent).middle();
        board.builder.text(matter.middle, top + room.px(ORDINAL / 2.0), ordinal(i), hand);
        let middle = names + room.px(lines * LEADING / 2.0);
        let hand = Hand::serif(room.em, Ink::Text).middle();
        board.builder.lines(matter.middle, middle, &matter.lines, room.px(LEADING), hand);
        let long = (unit * board.web.told[i] as f32).max(room.px(1.2));
        board.builder.fill(rect(matter.middle - long / 2.0, foot - room.px(BAR), long, room.px(BAR)), Ink::Line);
        board.builder.end_mark();
    }
    foot
}

/// The matters below each other: the height that each needs, and its name in lines.
pub fn rows(board: &Board<'_>, wide: f32) -> (f32, Vec<Vec<String>>) {
    let room = board.room;
    let terms = board.edition.matters.iter().map(|m| lettered(&m.term, room.em, wide, 4));
    let lines: Vec<Vec<String>> = terms.collect();
    let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f32;
    (room.px(ORDINAL + 0.3 + most * LEADING + 0.6), lines)
}

/// Draws the matters below each other at even distances, right-justified before a bar that their
/// ribbons leave from. Returns the bars' outer ends.
pub fn draw_rows(board: &mut Board<'_>, lines: &[Vec<String>], area: Rect, unit: f32) -> Vec<Point> {
    let room = board.room;
    let each = area.h / lines.len().max(1) as f32;
    let text = area.right() - room.px(0.8);
    let mut ends = Vec::new();
    for (i, name) in lines.iter().enumerate() {
        let middle = area.y + each * (i as f32 + 0.5);
        let high = ORDINAL + 0.2 + LEADING * name.len() as f32;
        let top = middle - room.px(high / 2.0);
        begin(board, i, rect(area.x, middle - each / 2.0, area.w, each));
        let hand = Hand::serif(room.px(ORDINAL), Ink::Accent).end();
        board.builder.text(text, top + room.px(ORDINAL / 2.0), ordinal(i), hand);
        let of_name = top + room.px(ORDINAL + 0.2 + LEADING * name.len() as f32 / 2.0);
        board.builder.lines(text, of_name, name, room.px(LEADING), Hand::serif(room.em, Ink::Text).end());
        let long = (unit * board.web.told[i] as f32).max(room.px(1.6));
        board.builder.fill(rect(area.right() - room.px(0.2), middle - long / 2.0, room.px(0.2), long), Ink::Line);
        board.builder.end_mark();
        ends.push(at(area.right(), middle));
    }
    ends
}

/// The title of their section.
pub fn title<'a>(board: &Board<'a>) -> &'a str {
    board.edition.section(SectionId::Matters).map_or("", |section| section.title.as_str())
}

fn begin(board: &mut Board<'_>, index: usize, area: Rect) {
    let mark = board.web.matter_mark(index, area);
    board.builder.begin_mark(mark);
}
