use super::board::Board;
use super::cell::{Plate, Stack};
use super::part::Part;
use super::tally::{Numbered, Piece, Tally};
use crate::geometry::{Point, at};
use crate::ink::Ink;
use crate::scene::Scene;
use crate::text_layout::width;

/// Levers, one for each point: pressed down at the short end, they keep the measures off the ground.
pub fn draw(board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let mut board = board;
    let em = board.em();
    let mut y = em * 0.2;
    for (i, part) in parts.iter().enumerate() {
        let start = 0.6 * i as f32 / parts.len() as f32;
        y = lever(&mut board, part, y, start) + em * 1.3;
    }
    for numbered in loose {
        let tally = Tally::new(&board, *numbered, Piece::Stone, board.width());
        tally.draw(&mut board, at(0.0, y), Piece::Stone, Ink::Line);
        y += tally.size.y + em;
    }
    board.finish(y - em * 0.4)
}

/// The straight line of a beam.
struct Beam {
    from: Point,
    to: Point,
}

impl Beam {
    fn y(&self, x: f32) -> f32 {
        self.from.y + (self.to.y - self.from.y) * (x - self.from.x) / (self.to.x - self.from.x)
    }
}

/// How far the long end is lifted, in ems.
const LIFT: f32 = 2.3;

/// Draws one lever from `top` on and gives the ground it stands on.
fn lever(board: &mut Board, part: &Part<'_>, top: f32, start: f32) -> f32 {
    let em = board.em();
    let wide = board.width();
    let (pivot, load) = if board.is_roomy() { (wide * 0.17, wide * 0.27) } else { (wide * 0.17, wide * 0.32) };
    let name = board.wrap(&part.point.label, board.name(), wide * 0.55);
    let named = name.iter().map(|line| width(line, board.name().size)).fold(0.0, f32::max);
    let lettering = board.depth(&name, board.name());
    let (first, last) = (em * 0.3, wide - em * 0.3);
    let lift = em * LIFT;
    // The name stands on the short end, so the beam must pass below its far corner.
    let foot = lettering + em * 0.4 + lift * (named + em) / (last - first);
    let low = top + foot.max(lift + em * 0.2);
    let beam = Beam { from: at(first, low), to: at(last, low - lift) };

    let hung = low + em * 0.7;
    let bottom = if board.is_roomy() {
        hang_row(board, part, &beam, load, hung)
    } else {
        hang_chain(board, part, &beam, load, hung)
    };
    let ground = bottom.max(low + em * 3.0) + em * 0.7;
    trestle(board, at(pivot, beam.y(pivot) + board.pixels(2.5)), ground);
    board.lines(first, beam.y(first + named) - em * 0.4 - lettering / 2.0, &name, board.name());
    board.run_out(start, start + 0.4);
    board.line(&[beam.from, beam.to], Ink::Accent, 4.0);
    board.furnish();
    counterweight(board, beam.from);
    board.level(0.0, ground, wide, Ink::Rule, 1.5);
    let from = (pivot - em * 2.4).max(0.0);
    board.earth(from, ground + board.pixels(0.75), pivot + em * 2.4 - from, Ink::Rule);
    ground
}

/// The weight that presses the short end down.
fn counterweight(board: &mut Board, end: Point) {
    let em = board.em();
    let x = end.x + em * 0.5;
    board.upright(x, end.y, em * 0.9, Ink::Line, 1.5);
    let (top, half) = (end.y + em * 0.9, em * 0.5);
    board.polygon(
        &[at(x - half * 0.5, top), at(x + half * 0.5, top), at(x + half, top + em), at(x - half, top + em)],
        Ink::Line,
    );
}

/// The support: two legs with cross-bracing.
fn trestle(board: &mut Board, head: Point, ground: f32) {
    let em = board.em();
    let half = em * 1.5;
    let high = ground - head.y;
    let leg = |side: f32, share: f32| at(head.x + side * half * share, head.y + high * share);
    board.line(&[leg(-1.0, 1.0), head, leg(1.0, 1.0)], Ink::Line, 2.0);
    let bays = (high / (em * 2.2)).floor().clamp(1.0, 12.0);
    let mut brace = vec![leg(-1.0, 1.0)];
    for bay in (1..=bays as usize).rev() {
        let side = if (bays as usize - bay).is_multiple_of(2) { 1.0 } else { -1.0 };
        brace.push(leg(side, (bay as f32 - 0.4) / (bays + 0.6)));
    }
    board.line(&brace, Ink::Rule, 1.0);
}

const COLUMNS: usize = 3;

/// Blocks beside each other, each on its own cords.
fn hang_row(board: &mut Board, part: &Part<'_>, beam: &Beam, left: f32, top: f32) -> f32 {
    let em = board.em();
    let gap = em * 0.8;
    let pitch = (board.width() - left + gap) / COLUMNS as f32;
    let mut y = top;
    for row in part.items.chunks(COLUMNS) {
        let plates: Vec<Plate<'_>> = row.iter().map(|item| Plate::new(board, item, pitch - gap)).collect();
        let high = plates.iter().map(|p| p.size.y).fold(0.0, f32::max);
        for (i, plate) in plates.iter().enumerate() {
            let x = left + pitch * i as f32;
            for cord in [x + em * 0.8, x + plate.size.x - em * 0.8] {
                let from = if y > top { y - gap } else { beam.y(cord) };
                board.upright(cord, from, y - from, Ink::Rule, 1.0);
            }
            plate.draw(board, at(x, y), high);
        }
        y += high + gap;
        for item in row {
            for numbered in &item.slogans {
                let tally = Tally::new(board, *numbered, Piece::Stone, board.width() - left);
                tally.draw(board, at(left, y), Piece::Stone, Ink::Line);
                y += tally.size.y + gap;
            }
        }
    }
    y - gap
}

/// Blocks below each other, each hung from the one above.
fn hang_chain(board: &mut Board, part: &Part<'_>, beam: &Beam, left: f32, top: f32) -> f32 {
    let em = board.em();
    let stack = Stack::new(board, &part.items, board.width() - left, Piece::Stone, Ink::Line);
    if let Some(last) = stack.last(top) {
        for cord in [left + em, board.width() - em] {
            board.upright(cord, beam.y(cord), last - beam.y(cord), Ink::Rule, 1.0);
        }
    }
    stack.draw(board, at(left, top));
    top + stack.high
}
