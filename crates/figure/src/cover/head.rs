use super::board::Board;
use crate::ink::Ink;
use crate::scene_builder::Hand;
use crate::text_layout::{width, wrap, wrap_at_most};

/// Headline sizes to try, and the maximum height of all lines together, in ems.
const SIZES: [f32; 7] = [4.8, 4.2, 3.6, 3.0, 2.5, 2.0, 1.6];
const HEIGHT: f32 = 11.0;
const LEADING: f32 = 1.12;

/// Place and years, the headline and the text below it. Returns where the numbers begin.
pub fn draw(board: &mut Board<'_>, left: f32, wide: f32) -> f32 {
    let (room, head, years) = (board.room, &board.edition.masthead, board.edition.years());
    let y = room.px(1.9);
    let place = wrap_at_most(&head.place, room.em, wide * 0.5, 1);
    board.builder.lines(left, y, &place, 0.0, Hand::serif(room.em, Ink::Accent));
    let mut x = left + place.iter().map(|line| width(line, room.em)).sum::<f32>() + room.px(0.8);
    if x + width(&years, room.em) <= left + wide {
        board.builder.text(x, y, years.as_str(), Hand::sans(room.em, Ink::Soft));
        x += width(&years, room.em) + room.px(0.8);
    }
    board.builder.level(x, y, (left + wide - x).max(0.0), Ink::Text, room.px(0.09));

    let set = SIZES.into_iter().map(|size| {
        let lines: Vec<String> = head.headline.iter().flat_map(|line| wrap(line, room.px(size), wide)).collect();
        (size, lines)
    });
    let fits = |(size, lines): &(f32, Vec<String>)| size * LEADING * lines.len() as f32 <= HEIGHT;
    let all: Vec<_> = set.collect();
    let Some((size, lines)) = all.iter().find(|set| fits(set)).or(all.last()) else {
        return room.px(3.0);
    };
    let mut y = room.px(3.4);
    for line in lines {
        draw_line(board, line, left, y + room.px(size * LEADING / 2.0), room.px(*size));
        y += room.px(size * LEADING);
    }
    y += room.px(0.7);
    for line in wrap_at_most(&head.standfirst, room.px(1.0), wide, 2) {
        board.builder.text(left, y + room.px(0.8), line, Hand::sans(room.px(1.0), Ink::Text));
        y += room.px(1.65);
    }
    y + room.px(0.7)
}

/// A line of the headline; the emphasised words are in the accent.
fn draw_line(board: &mut Board<'_>, line: &str, left: f32, middle: f32, size: f32) {
    let stress = board.edition.masthead.emphasis.as_str();
    let parts = match line.split_once(stress).filter(|_| !stress.is_empty()) {
        Some((before, after)) => vec![(before, Ink::Text), (stress, Ink::Accent), (after, Ink::Text)],
        None => vec![(line, Ink::Text)],
    };
    let mut x = left;
    for (part, ink) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
        board.builder.text(x, middle, part, Hand::serif(size, ink));
        x += width(part, size);
    }
}
