use super::board::Board;
use super::cell::Stack;
use super::part::Part;
use super::ring::Ring;
use super::tally::{Numbered, Piece, Tally};
use crate::geometry::{Point, at};
use crate::ink::Ink;
use crate::scene::Scene;

/// The points with their measures, all leading into a ring of things that support each other: those
/// of the slogan whose parts the text names, if there is one.
pub fn draw(board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let turning = loose.iter().find(|n| !n.slogan.parts.is_empty()).or(loose.first()).copied();
    let rest: Vec<Numbered<'_>> = loose.iter().filter(|n| Some(n.index) != turning.map(|t| t.index)).copied().collect();
    let fits = board.is_roomy() && parts.len() <= COLUMNS && parts.iter().all(|p| p.items.len() <= BLOCKS);
    if fits { tree(board, parts, turning, &rest) } else { list(board, parts, turning, &rest) }
}

/// More columns would be too narrow, more blocks in one too high.
const COLUMNS: usize = 3;
const BLOCKS: usize = 4;

/// A point with its blocks.
struct Branch<'a> {
    heading: Vec<String>,
    stack: Stack<'a>,
    lettering: f32,
    high: f32,
}

impl<'a> Branch<'a> {
    fn new(board: &Board, part: &'a Part<'a>, room: f32) -> Self {
        let heading = board.wrap(&part.point.label, board.name(), room);
        let lettering = board.depth(&heading, board.name());
        let stack = Stack::new(board, &part.items, room, Piece::Stroke, Ink::Line);
        let high = lettering + board.em() * HEAD + stack.high;
        Self { heading, stack, lettering, high }
    }

    /// Draws it, its blocks joined to a stem at `stem`, and gives the top of the stem.
    fn draw(&self, board: &mut Board, corner: Point, stem: f32) -> Option<f32> {
        board.lines(corner.x, corner.y + self.lettering / 2.0, &self.heading, board.name());
        let top = corner.y + self.lettering + board.em() * HEAD;
        self.stack.draw(board, at(corner.x, top));
        let middles = self.stack.middles(top);
        for &y in &middles {
            board.level(stem, y, corner.x - stem, Ink::Rule, 1.0);
        }
        middles.first().copied()
    }
}

/// Between a heading and the first block, in ems.
const HEAD: f32 = 0.3;
/// Between a stem and its blocks, in ems.
const STEM: f32 = 1.0;

/// The points beside each other, the ring below them in full width.
fn tree(mut board: Board, parts: &[Part<'_>], turning: Option<Numbered<'_>>, rest: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let wide = board.width();
    let (stem, gap) = (em * STEM, em * 1.4);
    let pitch = (wide - 1.0 + gap) / parts.len() as f32;
    let branches: Vec<Branch<'_>> = parts.iter().map(|p| Branch::new(&board, p, pitch - gap - stem)).collect();
    let tall = branches.iter().map(|b| b.high).fold(0.0, f32::max);
    let bus = em * 0.3 + tall + em;
    let center = wide / 2.0;
    let (mut first, mut last) = (center, center);
    for (i, branch) in branches.iter().enumerate() {
        let x = pitch * i as f32 + 1.0;
        if let Some(top) = branch.draw(&mut board, at(x + stem, em * 0.3), x) {
            board.upright(x, top, bus - top, Ink::Rule, 1.0);
            (first, last) = (first.min(x), last.max(x));
        }
    }
    board.level(first, bus, last - first, Ink::Rule, 1.0);
    let ring = Ring::new(&board, turning, parts.len(), wide * 0.8, 0.5);
    let y = into(&mut board, &ring, at(center, bus));
    finish(board, rest, y)
}

/// The points below each other, their stem leading down into the ring.
fn list(mut board: Board, parts: &[Part<'_>], turning: Option<Numbered<'_>>, rest: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let wide = board.width();
    let (stem, left) = (em * 0.4, em * (0.4 + STEM));
    let mut y = em * 0.2;
    let mut top = None;
    for part in parts {
        let branch = Branch::new(&board, part, wide - left);
        let first = branch.draw(&mut board, at(left, y), stem);
        top = top.or(first);
        y += branch.high + em * 1.1;
    }
    let ring = Ring::new(&board, turning, parts.len(), (wide - em).min(em * 17.0), 0.9);
    if let Some(top) = top {
        board.upright(stem, top, y - top, Ink::Rule, 1.0);
        board.level(stem, y, wide / 2.0 - stem, Ink::Rule, 1.0);
    }
    let y = into(&mut board, &ring, at(wide / 2.0, y));
    finish(board, rest, y)
}

/// Draws the ring below `from`, with an arrow that leads into it, and gives where it ends.
fn into(board: &mut Board, ring: &Ring<'_>, from: Point) -> f32 {
    let em = board.em();
    let bounds = ring.bounds();
    // The upper boxes may rise above the circle.
    let rim = from.y + em * 1.7 + (-ring.radii.y - bounds.y);
    board.upright(from.x, from.y, rim - from.y - 4.0, Ink::Line, 1.5);
    board.arrowhead(at(from.x, rim - 2.5), at(0.0, 1.0), Ink::Line);
    ring.draw(board, at(from.x, rim + ring.radii.y));
    rim + ring.radii.y + bounds.bottom() + em * 0.3
}

fn finish(mut board: Board, rest: &[Numbered<'_>], mut y: f32) -> Scene {
    let wide = board.width();
    for numbered in rest {
        let tally = Tally::new(&board, *numbered, Piece::Stroke, wide);
        y += board.em();
        tally.draw(&mut board, at(0.0, y), Piece::Stroke, Ink::Line);
        y += tally.size.y;
    }
    board.finish(y)
}
