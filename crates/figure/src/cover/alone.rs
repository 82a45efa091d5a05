use super::board::Board;
use super::numbers::{self, Column};
use super::{head, matters};
use crate::geometry::rect;
use crate::scene::Scene;

/// A year without plans, on the first paper alone: the numbers, and below them the matters, side by side or, where
/// they are too many, below each other.
pub fn plan(mut board: Board<'_>) -> Scene {
    let room = board.room;
    let left = room.px(room.margin());
    let wide = room.width - 2.0 * left;
    let top = if room.is_across() { head::draw(&mut board, left, wide) } else { 0.0 };
    let y = numbers::draw(&mut board, Column { left, width: wide, top }) + room.px(0.6);
    let bottom = match matters::columns(&board, left, wide) {
        Some(named) if named.is_empty() => y,
        Some(named) => matters::draw_columns(&mut board, &named, left, wide, (y, 0.0)),
        None => {
            let (each, names) = matters::rows(&board, wide - room.px(0.8));
            let high = each * names.len() as f32;
            matters::draw_rows(&mut board, &names, rect(left, y, wide, high), 0.0);
            y + high
        }
    };
    board.builder.finish(bottom + room.px(0.6))
}
