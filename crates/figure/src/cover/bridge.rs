use super::board::Board;
use super::ground;
use super::matters;
use super::ribbons::{self, Flow, Way};
use super::room::Room;
use super::rows::Rows;
use crate::geometry::{Rect, rect};

/// The layout from the matters, across the vertical edge, to the works, all of them rows.
#[derive(Clone, Copy)]
pub struct Span {
    pub left: f32,
    /// Where the ribbons leave, and where they arrive.
    pub leave: f32,
    pub arrive: f32,
    pub seam: f32,
    pub right: f32,
    /// The height of a work's row.
    pub pitch: f32,
}

impl Span {
    /// For phones, if there are too many items to be side by side.
    pub fn of_narrow(room: Room, left: f32, wide: f32) -> Self {
        let leave = left + wide * 0.26;
        let seam = leave + wide * 0.08;
        let pitch = room.px(2.0);
        Self { left, leave, arrive: seam + wide * 0.16, seam, right: left + wide, pitch }
    }
}

/// Draws it from `top` downwards. Returns where it ends.
pub fn draw(board: &mut Board<'_>, span: Span, top: f32) -> f32 {
    let room = board.room;
    let Span { left, leave, arrive, seam, right, pitch } = span;
    let (least, names) = matters::rows(board, leave - left - room.px(0.8));
    let rows = Rows::new(board, arrive, right, pitch);
    let high = rows.height.max(least * names.len() as f32);
    let most = board.web.heard.iter().copied().max().unwrap_or(0).max(1) as f32;
    let told = board.web.told.iter().copied().max().unwrap_or(0).max(1) as f32;
    let each = high / names.len().max(1) as f32;
    let unit = (pitch * 0.72 / most).min(each * 0.8 / told);

    let first_matter = board.builder.marks();
    let column = rect(left, top, leave - left, high);
    let ends = matters::draw_rows(board, &names, column, unit);
    let taken: Vec<Rect> = rows.areas(top).into_iter().chain([column]).collect();
    let flow = Flow { way: Way::Rightward, matters: ends, works: rows.ends(top), seam, unit };
    ribbons::draw(board, &flow, &taken, first_matter);
    rows.draw(board, top, unit);
    let bottom = top + high + room.px(0.6);
    if !room.is_across() {
        ground::draw(board, rect(seam, top, room.width - seam, bottom - top));
    }
    bottom
}
