use super::board::Board;
use super::bridge::{self, Span};
use super::ground;
use super::matters;
use super::numbers::{self, Column};
use super::ribbons::{self, Flow, Way};
use super::stacks::Stacks;
use crate::geometry::{at, rect};
use crate::scene::Scene;

/// The papers one above the other: the numbers, the matters side by side, and below the edge the
/// works as stacks. If there are too many to fit, matters and works become rows side by side.
pub fn plan(mut board: Board<'_>) -> Scene {
    let room = board.room;
    let left = room.px(room.margin());
    let wide = room.width - 2.0 * left;
    let mut y = numbers::draw(&mut board, Column { left, width: wide, top: 0.0 });
    y += room.px(0.6);
    let named = matters::columns(&board, left, wide);
    let (Some(named), Some(stacks)) = (named, Stacks::new(&board, left, wide)) else {
        let bottom = bridge::draw(&mut board, Span::of_narrow(room, left, wide), y);
        return board.builder.finish(bottom);
    };
    let most = board.web.heard.iter().copied().max().unwrap_or(0).max(1) as f32;
    let told = board.web.told.iter().copied().max().unwrap_or(0).max(1) as f32;
    let unit = (stacks.breadth(&board) / most).min(wide / named.len().max(1) as f32 * 0.9 / told).min(room.px(0.5));

    let first_matter = board.builder.marks();
    let leave = if named.is_empty() { y } else { matters::draw_columns(&mut board, &named, left, wide, (y, unit)) };
    // From the matters' bars to the tallest stack.
    let long = room.px(if board.web.joints.is_empty() { 2.0 } else { zone(room.ems) });
    let seam = leave + long * 0.42;
    let base = leave + long + stacks.high + room.px(0.75);
    let flow = Flow {
        way: Way::Downward,
        matters: named.iter().map(|matter| at(leave, matter.middle)).collect(),
        works: (0..board.web.works.len()).map(|i| stacks.end(&board, i, base)).collect(),
        seam,
        unit,
    };
    let taken: Vec<_> = (flow.works.iter())
        .map(|end| rect(end.y - stacks.pitch / 2.0, end.x, stacks.pitch, base - end.x))
        .chain([rect(0.0, 0.0, room.width, leave)])
        .collect();
    ribbons::draw(&mut board, &flow, &taken, first_matter);
    let bottom = stacks.draw(&mut board, base, unit) + room.px(0.4);
    ground::draw(&mut board, rect(0.0, seam, room.width, bottom - seam));
    board.builder.finish(bottom)
}

/// The minimum length of the ribbons, in ems.
fn zone(ems: f32) -> f32 {
    match ems {
        ..20.0 => 7.0,
        ..38.0 => 8.4,
        _ => 9.0,
    }
}
