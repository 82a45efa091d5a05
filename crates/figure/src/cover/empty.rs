use super::board::Board;
use super::web;
use crate::draft::Hand;
use crate::ink::Ink;
use crate::lettering::wrap;
use crate::plan::Plan;

/// Neither matters nor works: the numbers, and what is missing in words.
pub fn plan(mut board: Board<'_>, top: f32) -> Plan {
    let room = board.room;
    let left = room.px(room.margin());
    let mut y = top + room.px(0.4);
    for line in wrap(&web::sentence(board.edition), room.em, room.width - 2.0 * left) {
        board.draft.text(left, y + room.px(0.7), line, Hand::sans(room.em, Ink::Soft));
        y += room.px(1.5);
    }
    board.draft.finish(y + room.px(0.6))
}
