use super::board::Board;
use super::web;
use crate::ink::Ink;
use crate::scene::Scene;
use crate::scene_builder::Hand;
use crate::text_layout::wrap;

/// Neither matters nor works: the numbers, and a sentence that says what is missing.
pub fn plan(mut board: Board<'_>, top: f32) -> Scene {
    let room = board.room;
    let left = room.px(room.margin());
    let mut y = top + room.px(0.4);
    for line in wrap(&web::sentence(board.edition), room.em, room.width - 2.0 * left) {
        board.builder.text(left, y + room.px(0.7), line, Hand::sans(room.em, Ink::Soft));
        y += room.px(1.5);
    }
    board.builder.finish(y + room.px(0.6))
}
