use super::board::Board;
use crate::geometry::{Rect, rect};
use crate::ink::Ink;

/// The blueprint, under everything that is drawn already: its ground, and a drafting grid with a
/// stronger line each five ems.
pub fn draw(board: &mut Board<'_>, area: Rect) {
    let (room, builder) = (board.room, &mut board.builder);
    let from = builder.shapes();
    builder.across(true).stand().fill(area, Ink::Ground);
    if !room.plain {
        for strong in [false, true] {
            let step = room.px(if strong { 5.0 } else { 1.0 });
            let weight = if strong { 1.5 } else { 0.5 };
            // From the outer corner, so that the page can continue the grid.
            let lines = |long: f32| (1..=(long / step) as usize).map(move |i| step * i as f32);
            for x in lines(area.w) {
                builder.fill(rect(area.right() - x, area.y, weight, area.h), Ink::Guide);
            }
            for y in lines(area.h) {
                builder.fill(rect(area.x, area.y + y - weight, area.w, weight), Ink::Guide);
            }
        }
    }
    builder.across(false).lay_under(from);
}
