use super::board::Board;
use super::tally::{Numbered, mark};
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::text_layout::{width, wrap};

/// Counted things that the text itself names: a plain box for each, with its name.
pub struct Names<'a> {
    numbered: Numbered<'a>,
    boxes: Vec<(Rect, Vec<String>)>,
    pub size: Point,
}

impl<'a> Names<'a> {
    /// Boxes in rows of `columns` at most, as far as they fit.
    pub fn new(board: &Board, numbered: Numbered<'a>, names: &[String], columns: usize, room: f32) -> Self {
        let em = board.em();
        let gap = em * 0.5;
        let widest = names.iter().map(|name| width(name, em)).fold(0.0, f32::max);
        let w = (widest + em).min(room);
        let columns = (((room + gap) / (w + gap)).floor() as usize).clamp(1, columns.max(1));
        let lines: Vec<Vec<String>> = names.iter().map(|name| wrap(name, em, w - em)).collect();
        let hand = board.label(Ink::Text);
        let h = lines.iter().map(|l| board.depth(l, hand) + em * 0.7).fold(0.0, f32::max);
        let boxes: Vec<(Rect, Vec<String>)> = lines
            .into_iter()
            .enumerate()
            .map(|(i, lines)| {
                let (column, row) = ((i % columns) as f32, (i / columns) as f32);
                (rect(column * (w + gap), row * (h + gap), w, h), lines)
            })
            .collect();
        let right = boxes.iter().map(|(b, _)| b.right()).fold(0.0, f32::max);
        let bottom = boxes.iter().map(|(b, _)| b.bottom()).fold(0.0, f32::max);
        Self { numbered, boxes, size: at(right, bottom) }
    }

    /// The middle of each row.
    pub fn middles(&self, top: f32) -> Vec<f32> {
        let mut middles: Vec<f32> = self.boxes.iter().map(|(b, _)| top + b.center().y).collect();
        middles.dedup();
        middles
    }

    pub fn draw(&self, board: &mut Board, corner: Point) {
        board.lay(mark(self.numbered, rect(corner.x, corner.y, self.size.x, self.size.y)));
        for (area, lines) in &self.boxes {
            named_box(board, rect(corner.x + area.x, corner.y + area.y, area.w, area.h), lines, Ink::Line);
        }
        board.furnish();
    }
}

/// One counted thing with its name; belongs to the current mark.
pub fn named_box(board: &mut Board, area: Rect, lines: &[String], ink: Ink) {
    board.fill(area, Ink::Ground);
    board.outline(area, ink, 1.5);
    board.lines(area.center().x, area.center().y, lines, board.label(Ink::Text).middle());
}
