//! The cover: the whole report in one drawing that lies on both papers. The year's numbers and its
//! matters stand on the first, the plans on the second, and ribbons cross the edge between them.

mod below;
mod beside;
mod bridge;
mod ground;
mod head;
mod matters;
mod numbers;
mod ribbons;
mod room;
mod rows;
mod stacks;
mod strip;
mod web;
mod works;

use super::amounts;
use super::draft::{Draft, Hand};
use super::frame::Frame;
use super::ink::Ink;
use super::lettering::wrap;
use super::plan::Plan;
use model::Edition;
use room::Room;
pub use room::TWINS;
use web::Web;

/// The papers lie below each other on a phone, beside each other on a broad screen.
pub fn plan(edition: &Edition, frame: Frame) -> Plan {
    let board = Board { draft: Draft::new(frame), room: Room::new(frame), edition, web: Web::new(edition) };
    if board.room.is_across() { beside::plan(board) } else { below::plan(board) }
}

/// What the cover's parts are drawn on, and what they draw.
struct Board<'a> {
    draft: Draft,
    room: Room,
    edition: &'a Edition,
    web: Web<'a>,
}

/// The year's amounts, and how the plans take its matters up.
pub fn sentence(edition: &Edition) -> String {
    let numbers = if edition.indicators.is_empty() { String::new() } else { amounts::sentence(edition) };
    numbers + &web::sentence(edition)
}

/// Neither matters nor works: the numbers, and what is missing in words.
fn empty(mut board: Board<'_>, top: f32) -> Plan {
    let room = board.room;
    let left = room.px(room.margin());
    let mut y = top + room.px(0.4);
    for line in wrap(&web::sentence(board.edition), room.em, room.width - 2.0 * left) {
        board.draft.text(left, y + room.px(0.7), line, Hand::sans(room.em, Ink::Soft));
        y += room.px(1.5);
    }
    board.draft.finish(y + room.px(0.6))
}
