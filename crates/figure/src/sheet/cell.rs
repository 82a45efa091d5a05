use super::board::Board;
use super::part::Item;
use super::tally::{Piece, Tally};
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::Mark;
use crate::text_layout::width;

/// A measure as a block that carries its label, with the pieces of its slogans at its side or, where
/// they are many, below it.
pub struct Cell<'a> {
    plate: Plate<'a>,
    beside: Vec<Tally<'a>>,
    below: Vec<Tally<'a>>,
    piece: Piece,
    ink: Ink,
    pub size: Point,
}

/// A block with its label, one for each measure.
pub struct Plate<'a> {
    item: &'a Item<'a>,
    lines: Vec<String>,
    pub size: Point,
}

/// From a block's edge to its label, in ems.
const PAD: f32 = 0.5;
/// Between a block and its slogans, in ems.
const GAP: f32 = 0.5;
/// The share of the room that slogans may take at a block's side.
const SIDE: f32 = 0.34;

impl<'a> Plate<'a> {
    pub fn new(board: &Board, item: &'a Item<'a>, wide: f32) -> Self {
        let em = board.em();
        let hand = board.label(Ink::Text);
        let lines = board.wrap(&item.measure.label, hand, wide - 2.0 * PAD * em);
        let high = (board.depth(&lines, hand) + 0.9 * em).max(2.5 * em);
        Self { item, lines, size: at(wide, high) }
    }

    /// The width of its widest line.
    fn lettered(&self, board: &Board) -> f32 {
        self.lines.iter().map(|line| width(line, board.em())).fold(0.0, f32::max)
    }

    /// Draws it at least `high`, so that blocks in a row have equal heights.
    pub fn draw(&self, board: &mut Board, corner: Point, high: f32) {
        let area = rect(corner.x, corner.y, self.size.x, high.max(self.size.y));
        board.lay(mark(self.item, area));
        board.fill(area, Ink::Fill);
        board.outline(area, Ink::Line, 1.0);
        board.stand();
        let em = board.em();
        board.lines(area.x + PAD * em, area.center().y, &self.lines, board.label(Ink::Text));
        if is_mutual(&self.item.measure.label) && self.lettered(board) + em * 3.2 < area.w {
            let (left, right) = (area.right() - em * (PAD + 1.7), area.right() - em * PAD);
            for (y, from, to) in [(-0.3, left, right), (0.3, right, left)] {
                let y = area.center().y + y * em;
                board.level(left, y, right - left, Ink::Line, 1.5);
                board.arrowhead(at(to, y), at((to - from).signum(), 0.0), Ink::Line);
            }
        }
        board.furnish();
    }
}

impl<'a> Cell<'a> {
    pub fn new(board: &Board, item: &'a Item<'a>, room: f32, piece: Piece, ink: Ink) -> Self {
        let gap = GAP * board.em();
        let tallies = || item.slogans.iter().map(|n| Tally::new(board, *n, piece, room));
        let side: f32 = tallies().map(|t| t.size.x + gap).sum();
        let (whole, narrowed) = (Plate::new(board, item, room), Plate::new(board, item, room - side));
        // At the side only if the label then needs no further line and does not overflow.
        let fits = side <= room * SIDE
            && narrowed.lines.len() == whole.lines.len()
            && narrowed.lettered(board) <= narrowed.size.x - 2.0 * PAD * board.em();
        let (beside, below): (Vec<_>, Vec<_>) = tallies().partition(|_| fits);
        let plate = if fits { narrowed } else { whole };
        let high = beside.iter().map(|t| t.size.y).fold(plate.size.y, f32::max);
        let under: f32 = below.iter().map(|t| t.size.y + gap).sum();
        Self { plate, beside, below, piece, ink, size: at(room, high + under) }
    }

    fn plain(board: &Board, item: &'a Item<'a>, room: f32) -> Self {
        let plate = Plate::new(board, item, room);
        let size = plate.size;
        Self { plate, beside: Vec::new(), below: Vec::new(), piece: Piece::Stone, ink: Ink::Line, size }
    }

    pub fn draw(&self, board: &mut Board, corner: Point) {
        let gap = GAP * board.em();
        let under: f32 = self.below.iter().map(|t| t.size.y + gap).sum();
        let high = self.size.y - under;
        self.plate.draw(board, corner, high);
        let mut x = corner.x + self.plate.size.x + gap;
        for tally in &self.beside {
            tally.draw(board, at(x, corner.y + high - tally.size.y), self.piece, self.ink);
            x += tally.size.x + gap;
        }
        let mut y = corner.y + high + gap * 0.6;
        for tally in &self.below {
            tally.draw(board, at(corner.x, y), self.piece, self.ink);
            y += tally.size.y + gap;
        }
    }

    /// The height at which a line from outside meets the block.
    pub fn middle(&self) -> f32 {
        let under: f32 = self.below.iter().map(|t| t.size.y).sum();
        (self.size.y - under) / 2.0
    }
}

/// The mark of a measure.
fn mark(item: &Item<'_>, area: Rect) -> Mark {
    Mark {
        key: item.measure.id.clone(),
        area,
        name: item.measure.label.clone(),
        value: item.point.label.clone(),
        note: None,
        quote: Some(item.measure.quote.clone()),
        target: Some(item.measure.id.clone()),
        tags: item.measure.tags(),
    }
}

/// Whether a label quotes a phrase and the same phrase rotated: “书记抓、抓书记”.
fn is_mutual(label: &str) -> bool {
    let quoted = label.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    let pair = quoted.and_then(|(quoted, _)| quoted.split_once('、'));
    pair.is_some_and(|(a, b)| a != b && a.len() == b.len() && a.repeat(2).contains(b))
}

/// Cells below each other; many, where there is room, in two columns.
pub struct Stack<'a> {
    /// Each with its place in the stack.
    cells: Vec<(Point, Cell<'a>)>,
    pub high: f32,
}

/// More cells than this are too many for one column, where the room is wide.
const COLUMN: usize = 4;

impl<'a> Stack<'a> {
    pub fn new(board: &Board, items: &'a [Item<'a>], room: f32, piece: Piece, ink: Ink) -> Self {
        Self::of(board, items, room, |item, room| Cell::new(board, item, room, piece, ink))
    }

    /// Blocks only: the slogans stand elsewhere.
    pub fn plain(board: &Board, items: &'a [Item<'a>], room: f32) -> Self {
        Self::of(board, items, room, |item, room| Cell::plain(board, item, room))
    }

    fn of(board: &Board, items: &'a [Item<'a>], room: f32, cell: impl Fn(&'a Item<'a>, f32) -> Cell<'a>) -> Self {
        let gap = board.em() * GAP;
        let columns = if items.len() > COLUMN && room > board.em() * 28.0 { 2 } else { 1 };
        let pitch = (room + gap) / columns as f32;
        let mut cells = Vec::new();
        let mut y = 0.0;
        for row in items.chunks(columns) {
            let row: Vec<Cell<'a>> = row.iter().map(|item| cell(item, pitch - gap)).collect();
            let high = row.iter().map(|c| c.size.y).fold(0.0, f32::max);
            cells.extend(row.into_iter().enumerate().map(|(i, cell)| (at(pitch * i as f32, y), cell)));
            y += high + gap;
        }
        Self { cells, high: (y - gap).max(0.0) }
    }

    /// The middle of the first block in each row.
    pub fn middles(&self, top: f32) -> Vec<f32> {
        let first = self.cells.iter().filter(|(place, _)| place.x == 0.0);
        first.map(|(place, cell)| top + place.y + cell.middle()).collect()
    }

    /// The top of the last row.
    pub fn last(&self, top: f32) -> Option<f32> {
        self.cells.last().map(|(place, _)| top + place.y)
    }

    pub fn draw(&self, board: &mut Board, corner: Point) {
        for (place, cell) in &self.cells {
            cell.draw(board, at(corner.x + place.x, corner.y + place.y));
        }
    }
}
