use super::board::Board;
use super::cell::{Plate, Stack};
use super::part::Part;
use super::tally::{Numbered, Piece, Tally};
use crate::geometry::{Point, at};
use crate::ink::Ink;
use crate::scene::Scene;

/// Datum lines of a section, one for each point: thick, level, with the measures standing on them.
pub fn draw(board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    if board.is_roomy() { side_by_side(board, parts, loose) } else { stacked(board, parts, loose) }
}

/// The weight of a datum line, CSS pixels.
const WEIGHT: f32 = 4.0;
/// From a line down to what comes below it, in ems.
const BELOW: f32 = 1.7;
const COLUMNS: usize = 3;

fn side_by_side(mut board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let gap = em * 0.6;
    let from = board.width() * 0.27;
    let pitch = (board.width() - from + gap) / COLUMNS as f32;
    let mut y = em * 0.4;
    for (i, part) in parts.iter().enumerate() {
        let top = y;
        for row in part.items.chunks(COLUMNS) {
            let plates: Vec<Plate<'_>> = row.iter().map(|item| Plate::new(&board, item, pitch - gap)).collect();
            let high = plates.iter().map(|p| p.size.y).fold(0.0, f32::max);
            let tallies: Vec<Vec<Tally<'_>>> =
                row.iter().map(|item| on_top(&board, &item.slogans, pitch - gap)).collect();
            let above = tallies.iter().map(|t| t.iter().map(|t| t.size.y).sum()).fold(0.0, f32::max);
            let bottom = y + above + high;
            for (j, (plate, own)) in plates.iter().zip(&tallies).enumerate() {
                let x = from + pitch * j as f32;
                plate.draw(&mut board, at(x, bottom - high), high);
                let mut floor = bottom - high;
                for tally in own {
                    floor -= tally.size.y;
                    tally.draw(&mut board, at(x + (plate.size.x - tally.size.x) / 2.0, floor), Piece::Field, Ink::Line);
                }
            }
            y = bottom;
        }
        let heading = board.wrap(&part.point.label, board.name(), from - em * 2.3);
        let lettering = board.depth(&heading, board.name());
        let line = y.max(top + lettering + em * 0.4).max(top + em * 2.5);
        board.lines(em * 1.9, line - em * 0.35 - lettering / 2.0, &heading, board.name());
        datum(&mut board, line, i, parts.len());
        y = line + em * BELOW;
    }
    board_end(board, loose, y)
}

fn on_top<'a>(board: &Board, numbered: &[Numbered<'a>], room: f32) -> Vec<Tally<'a>> {
    numbered.iter().map(|n| Tally::new(board, *n, Piece::Field, room)).collect()
}

fn stacked(mut board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let left = em * 1.7;
    let room = board.width() - left;
    let mut y = em * 0.1;
    for (i, part) in parts.iter().enumerate() {
        let heading = board.wrap(&part.point.label, board.name(), room);
        let lettering = board.depth(&heading, board.name());
        let sign = y + lettering / 2.0;
        board.lines(left, sign, &heading, board.name());
        let stack = Stack::new(&board, &part.items, room, Piece::Field, Ink::Line);
        let line = y + lettering + em * 0.35 + stack.high.max(em);
        stack.draw(&mut board, at(left, line - stack.high));
        board.upright(em * 0.7, sign, line - sign, Ink::Rule, 1.0);
        board.level(em * 0.7, sign, em * 0.7, Ink::Rule, 1.0);
        datum(&mut board, line, i, parts.len());
        y = line + em * BELOW;
    }
    board_end(board, loose, y)
}

/// A line with the level mark that stands on it, and the earth below.
fn datum(board: &mut Board, y: f32, index: usize, count: usize) {
    let em = board.em();
    let start = 0.6 * index as f32 / count as f32;
    board.run_out(start, start + 0.4);
    board.level(0.0, y, board.width(), Ink::Accent, WEIGHT);
    board.furnish();
    let (x, half, high) = (em * 0.7, em * 0.5, em * 0.75);
    let mark: [Point; 3] = [at(x - half, y - high), at(x + half, y - high), at(x, y)];
    board.polygon(&mark, Ink::Accent);
    board.earth(0.0, y + board.pixels(WEIGHT / 2.0 + 1.0), board.width(), Ink::Rule);
}

fn board_end(mut board: Board, loose: &[Numbered<'_>], mut y: f32) -> Scene {
    let wide = board.width();
    for numbered in loose {
        let tally = Tally::new(&board, *numbered, Piece::Field, wide);
        tally.draw(&mut board, at(0.0, y), Piece::Field, Ink::Line);
        y += tally.size.y + board.em();
    }
    let end = y - board.em() * 0.9;
    board.finish(end)
}
