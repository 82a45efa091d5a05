use super::board::Board;
use super::bridge::{self, Span};
use super::numbers::{self, Column};
use super::{ground, head, matters};
use crate::geometry::rect;
use crate::ink::Ink;
use crate::scene::Scene;
use crate::scene_builder::Hand;
use crate::text_layout::{width, wrap_at_most};

/// The papers side by side: the headline, the numbers and the matters, and across the edge the
/// works as rows.
pub fn plan(mut board: Board<'_>) -> Scene {
    let room = board.room;
    let seam = room.width * 0.59;
    let leave = seam - room.px(2.0);
    let left = room.px(room.margin());
    let wide = leave - room.px(room.ems * 0.15) - left;
    let top = head::draw(&mut board, left, wide);
    let numbers = numbers::draw(&mut board, Column { left, width: wide, top });
    draw_titles(&mut board, leave - room.px(0.8), seam + room.px(room.ems * 0.115));
    let span = Span {
        left: left + wide + room.px(1.0),
        leave,
        arrive: seam + room.px(room.ems * 0.105),
        seam,
        right: room.width - room.px(room.ems * 0.02 + 0.4),
        pitch: room.px(3.3),
    };
    let bottom = bridge::draw(&mut board, span, room.px(TITLES)).max(numbers + room.px(0.6));
    let bottom = bottom + room.px(0.6);
    ground::draw(&mut board, rect(seam, 0.0, room.width - seam, bottom));
    board.builder.finish(bottom)
}

/// The height of the titles over matters and works.
const TITLES: f32 = 6.6;

fn draw_titles(board: &mut Board<'_>, matters_end: f32, works: f32) {
    let room = board.room;
    let (edition, size) = (board.edition, room.px(1.6));
    let title = wrap_at_most(matters::title(board), size, room.px(room.ems * 0.14), 1);
    board.builder.lines(matters_end, room.px(2.9), &title, 0.0, Hand::serif(size, Ink::Text).end());
    let title = format!("{}年{}", edition.masthead.plan_year, edition.masthead.words.plans);
    board.builder.across(true);
    board.builder.text(works, room.px(2.9), title, Hand::serif(room.px(1.75), Ink::Text));
    let scale = edition.caption("cover").map_or("", |caption| caption.scale.as_str());
    if !scale.is_empty() && works + width(scale, room.em) <= room.width {
        board.builder.text(works, room.px(4.9), scale, Hand::sans(room.em, Ink::Soft));
    }
    board.builder.across(false);
}
