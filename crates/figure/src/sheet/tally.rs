use super::board::Board;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::Mark;
use crate::text_layout::wrap_at_most;
use model::{Id, Slogan};

/// A slogan that is a number, drawn as what it counts: blank pieces under a dimension line, since the
/// text gives their number and not their names.
pub struct Tally<'a> {
    numbered: Numbered<'a>,
    groups: Vec<Group>,
    pub size: Point,
}

/// A slogan with its place in the pillar's list.
#[derive(Clone, Copy)]
pub struct Numbered<'a> {
    pub index: usize,
    pub slogan: &'a Slogan,
    /// The measure that speaks of it.
    pub measure: Option<&'a str>,
}

/// What a counted piece looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// An upright stone.
    Stone,
    /// A round counter.
    Counter,
    /// A square field.
    Field,
    /// A level stroke, as the character 一.
    Stroke,
}

struct Group {
    number: String,
    unit: String,
    count: usize,
    columns: usize,
    /// Within the tally.
    area: Rect,
}

impl Piece {
    fn size(self, board: &Board) -> Point {
        let (w, h) = match self {
            Self::Stone => (0.55, 1.2),
            Self::Counter => (0.95, 0.95),
            Self::Field => (0.78, 0.78),
            Self::Stroke => (1.5, 0.3),
        };
        let grown = board.em() * if board.is_roomy() { 1.4 } else { 1.0 };
        at(w * grown, h * grown)
    }

    fn gap(self, board: &Board) -> f32 {
        board.em() * if self == Self::Stroke { 0.34 } else { 0.24 }
    }

    fn draw(self, board: &mut Board, area: Rect, ink: Ink) {
        match self {
            Self::Counter => {
                board.disc(area.center(), area.w / 2.0, Ink::Fill);
                board.ring(area.center(), area.w / 2.0, ink, 1.5);
            }
            Self::Stroke => board.fill(area, ink),
            Self::Stone | Self::Field => {
                board.fill(area, Ink::Fill);
                board.outline(area, ink, 1.5);
            }
        }
    }
}

/// The dimension line over the pieces, in ems.
const DIMENSION: f32 = 0.38;
/// Between groups, in ems.
const BETWEEN: f32 = 0.7;

impl<'a> Tally<'a> {
    pub fn new(board: &Board, numbered: Numbered<'a>, piece: Piece, room: f32) -> Self {
        let mut groups = Vec::new();
        let (mut x, mut y, mut row, mut wide) = (0.0_f32, 0.0, 0.0_f32, 0.0_f32);
        for (&count, unit) in numbered.slogan.counts.iter().zip(&numbered.slogan.units) {
            let mut group = Group::new(board, count.into(), unit, piece, room);
            if x > 0.0 && x + group.area.w > room {
                (x, y, row) = (0.0, y + row + board.em() * 0.4, 0.0);
            }
            (group.area.x, group.area.y) = (x, y);
            x += group.area.w + board.em() * BETWEEN;
            (row, wide) = (row.max(group.area.h), wide.max(group.area.right()));
            groups.push(group);
        }
        let least = board.em() * 2.0;
        Self { numbered, groups, size: at(wide.max(least), (y + row).max(least)) }
    }

    /// Draws it with its upper left corner at `corner`; each row of groups stands on a common
    /// floor.
    pub fn draw(&self, board: &mut Board, corner: Point, piece: Piece, ink: Ink) {
        let area = rect(corner.x, corner.y, self.size.x, self.size.y);
        board.lay(mark(self.numbered, area));
        let corners: Vec<Point> = self.groups.iter().map(|group| self.corner_of(group, corner)).collect();
        for (group, corner) in self.groups.iter().zip(&corners) {
            group.draw_pieces(board, *corner, piece, ink);
        }
        board.stand();
        for (group, corner) in self.groups.iter().zip(&corners) {
            group.draw_dimension(board, *corner, piece);
        }
        board.furnish();
    }

    fn corner_of(&self, group: &Group, corner: Point) -> Point {
        let row = self.groups.iter().filter(|other| other.area.y == group.area.y);
        let floor = row.map(|other| other.area.bottom()).fold(0.0, f32::max);
        at(corner.x + group.area.x, corner.y + floor - group.area.h)
    }
}

impl Group {
    fn new(board: &Board, count: usize, unit: &str, piece: Piece, room: f32) -> Self {
        let em = board.em();
        let number = count.to_string();
        let figure = board.quantity_width(&number, "");
        let unit = wrap_at_most(unit, em, (room - figure).max(em), 1).concat();
        let (size, gap) = (piece.size(board), piece.gap(board));
        let fitting = ((room + gap) / (size.x + gap)).floor().max(1.0) as usize;
        // Few pieces stand in one row; strokes stack, as they are flat.
        let rows = count.div_ceil(fitting).max(if piece == Piece::Stroke && count > 3 { 2 } else { 1 });
        let columns = count.div_ceil(rows).max(1);
        let across = columns as f32 * (size.x + gap) - gap;
        let down = rows as f32 * (size.y + gap) - gap;
        let w = across.max(board.quantity_width(&number, &unit));
        let area = rect(0.0, 0.0, w, caption(board) + down);
        Self { number, unit, count, columns, area }
    }

    /// The width of its pieces together, and their distance from its left edge.
    fn across(&self, board: &Board, piece: Piece) -> (f32, f32) {
        let (size, gap) = (piece.size(board), piece.gap(board));
        let across = self.columns as f32 * (size.x + gap) - gap;
        (across, (self.area.w - across) / 2.0)
    }

    fn draw_pieces(&self, board: &mut Board, corner: Point, piece: Piece, ink: Ink) {
        let (size, gap) = (piece.size(board), piece.gap(board));
        let (from, top) = (corner.x + self.across(board, piece).1, corner.y + caption(board));
        for i in 0..self.count {
            let (column, row) = ((i % self.columns) as f32, (i / self.columns) as f32);
            let (x, y) = (from + column * (size.x + gap), top + row * (size.y + gap));
            piece.draw(board, rect(x, y, size.x, size.y), ink);
        }
    }

    /// The number and its unit over a line that spans the pieces.
    fn draw_dimension(&self, board: &mut Board, corner: Point, piece: Piece) {
        let em = board.em();
        let (across, inset) = self.across(board, piece);
        let (from, floor) = (corner.x + inset, corner.y + caption(board));
        let middle = floor - em * (DIMENSION + 0.05) - board.numeral().size * 0.55;
        board.quantity(at(corner.x + self.area.w / 2.0, middle), &self.number, &self.unit);
        let line = floor - em * (DIMENSION - 0.1);
        board.level(from, line, across, Ink::Rule, 1.0);
        for end in [from + 0.5, from + across - 0.5] {
            board.upright(end, line, em * 0.18, Ink::Rule, 1.0);
        }
    }
}

/// The height of the number and the dimension line over the pieces.
fn caption(board: &Board) -> f32 {
    board.numeral().size * 1.15 + board.em() * DIMENSION
}

/// The key of a slogan's mark.
pub fn key(numbered: Numbered<'_>) -> Id {
    format!("slogan-{}", numbered.index).into()
}

/// The mark of a slogan.
pub fn mark(numbered: Numbered<'_>, area: Rect) -> Mark {
    Mark {
        key: key(numbered),
        area,
        name: numbered.slogan.label.clone(),
        value: words(numbered.slogan),
        note: None,
        quote: Some(numbered.slogan.quote.clone()),
        target: numbered.measure.map(Id::from),
        tags: Vec::new(),
    }
}

/// What it counts: `6抓＋1控`.
pub fn words(slogan: &Slogan) -> String {
    let groups = slogan.counts.iter().zip(&slogan.units);
    // A unit in quotation marks would read as a part of the number.
    let words = groups.map(|(n, unit)| format!("{n}{}{unit}", if unit.starts_with('“') { "个" } else { "" }));
    words.collect::<Vec<String>>().join("＋")
}
