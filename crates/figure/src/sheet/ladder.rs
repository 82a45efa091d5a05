use super::board::Board;
use super::cell::Stack;
use super::part::Part;
use super::tally::{Numbered, Piece, Tally};
use crate::geometry::{Point, at, rect};
use crate::ink::Ink;
use crate::scene::Scene;

/// Steps that rise from the first point to the last; the counted slogans stand on the treads.
/// Wide drawings show the stair in section, narrow ones show it from the front.
pub fn draw(board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let fits = board.is_roomy() && parts.len() <= STEPS && parts.iter().all(|p| p.items.len() <= STEPS);
    if fits { section(board, parts, loose) } else { front(board, parts, loose) }
}

/// More would be too narrow for their labels, or too high.
const STEPS: usize = 4;

/// A step of the stair in section.
struct Step<'a> {
    wide: f32,
    heading: Vec<String>,
    stack: Stack<'a>,
    /// From its tread down to the end of its blocks.
    deep: f32,
    /// What stands on its tread, row over row.
    rows: Vec<Vec<Tally<'a>>>,
}

/// The space between a step's sides and its content, in ems.
const INSET: f32 = 0.6;
/// The space around a heading below a tread, in ems.
const HEAD: f32 = 0.9;
/// The minimum rise from one step to the next, in ems.
const RISE: f32 = 2.8;
/// The weight of the stair's outline, CSS pixels.
const WEIGHT: f32 = 2.5;

impl<'a> Step<'a> {
    fn new(board: &Board, part: &'a Part<'a>, loose: Option<&'a [Numbered<'a>]>, wide: f32) -> Self {
        let em = board.em();
        let room = wide - 2.0 * em * INSET;
        let heading = board.wrap(&part.point.label, board.name(), room);
        let stack = Stack::plain(board, &part.items, room);
        let deep = em * (HEAD + INSET) + board.depth(&heading, board.name()) + stack.high;
        let rows = rows(board, on_step(part, loose), room + em * INSET);
        Self { wide, heading, stack, deep, rows }
    }

    /// Draws all but its outline.
    fn draw(&self, board: &mut Board, x: f32, tread: f32, ground: f32) {
        let em = board.em();
        let left = x + em * INSET;
        let lettering = board.depth(&self.heading, board.name());
        board.lines(left, tread + em * HEAD / 2.0 + lettering / 2.0, &self.heading, board.name());
        self.stack.draw(board, at(left, tread + em * HEAD + lettering));
        let solid = tread + self.deep;
        board.hatch(rect(x + 2.0, solid, self.wide - 4.0, ground - solid), Ink::Faint);
        stand(board, &self.rows, at(left, tread - 1.5));
    }
}

fn section(mut board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let last = parts.len().saturating_sub(1);
    let steps: Vec<Step<'_>> = parts
        .iter()
        .zip(widths(&board, parts, loose))
        .enumerate()
        .map(|(i, (part, wide))| Step::new(&board, part, (i == last).then_some(loose), wide))
        .collect();
    let mut risen = 0.0;
    let mut heights = Vec::new();
    for step in &steps {
        risen = step.deep.max(risen + em * RISE);
        heights.push(risen);
    }
    let tops = steps.iter().zip(&heights).map(|(step, high)| high + standing(&board, &step.rows).max(em));
    let ground = tops.fold(0.0, f32::max) + em * 0.2;

    // Half a line's weight inside the frame.
    let (left, right) = (board.pixels(WEIGHT / 2.0), board.width() - board.pixels(WEIGHT / 2.0));
    let mut profile: Vec<Point> = vec![at(left, ground)];
    let mut x = 0.0;
    for (step, high) in steps.iter().zip(&heights) {
        let tread = ground - high;
        if x > 0.0 {
            board.upright(x, tread, *high, Ink::Rule, 1.0);
        }
        step.draw(&mut board, x, tread, ground);
        profile.extend([x, x + step.wide].map(|x| at(x.clamp(left, right), tread)));
        x += step.wide;
    }
    profile.push(at(right, ground));
    board.run_out(0.0, 0.7);
    board.line(&profile, Ink::Line, WEIGHT);
    board.furnish();
    on_earth(board, ground)
}

fn on_earth(mut board: Board, ground: f32) -> Scene {
    board.level(0.0, ground, board.width(), Ink::Line, WEIGHT);
    board.earth(0.0, ground + board.pixels(WEIGHT / 2.0), board.width(), Ink::Rule);
    let end = ground + board.em() * 0.8;
    board.finish(end)
}

/// A step is as wide as what stands on it needs, within bounds.
fn widths(board: &Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Vec<f32> {
    let em = board.em();
    let needs: Vec<f32> = parts
        .iter()
        .enumerate()
        .map(|(i, part)| {
            let last = i + 1 == parts.len();
            let tallies = on_step(part, last.then_some(loose));
            let row: f32 = tallies.map(|n| Tally::new(board, n, Piece::Stone, board.width()).size.x + em).sum();
            row.clamp(em * 10.0, em * 16.0)
        })
        .collect();
    let all: f32 = needs.iter().sum();
    needs.iter().map(|need| need * board.width() / all).collect()
}

fn on_step<'a>(part: &'a Part<'a>, loose: Option<&'a [Numbered<'a>]>) -> impl Iterator<Item = Numbered<'a>> {
    let own = part.items.iter().flat_map(|item| item.slogans.iter().copied());
    own.chain(loose.into_iter().flatten().copied())
}

/// Tallies beside each other, as many per row as fit.
fn rows<'a>(board: &Board, numbered: impl Iterator<Item = Numbered<'a>>, room: f32) -> Vec<Vec<Tally<'a>>> {
    let mut rows: Vec<Vec<Tally<'a>>> = Vec::new();
    let mut left = 0.0;
    for tally in numbered.map(|n| Tally::new(board, n, Piece::Stone, room)) {
        let need = tally.size.x + board.em();
        match rows.last_mut().filter(|_| need <= left) {
            Some(row) => row.push(tally),
            None => {
                left = room + board.em();
                rows.push(vec![tally]);
            }
        }
        left -= need;
    }
    rows
}

fn height(row: &[Tally<'_>]) -> f32 {
    row.iter().map(|t| t.size.y).fold(0.0, f32::max)
}

/// The height of rows of tallies above a tread.
fn standing(board: &Board, rows: &[Vec<Tally<'_>>]) -> f32 {
    rows.iter().map(|row| height(row) + board.em() * 0.5).sum()
}

/// Draws rows of tallies, the first on the floor.
fn stand(board: &mut Board, rows: &[Vec<Tally<'_>>], corner: Point) {
    let em = board.em();
    let mut floor = corner.y;
    for row in rows {
        let mut x = corner.x;
        for tally in row {
            tally.draw(board, at(x, floor - tally.size.y), Piece::Stone, Ink::Accent);
            x += tally.size.x + em;
        }
        floor -= height(row) + em * 0.5;
    }
}

/// A step of the stair from the front.
struct Course<'a> {
    /// From the frame's sides.
    left: f32,
    heading: Vec<String>,
    stack: Stack<'a>,
    high: f32,
}

/// Like [`HEAD`], but below a slab.
const SLAB_HEAD: f32 = 1.1;

impl<'a> Course<'a> {
    fn new(board: &Board, part: &'a Part<'a>, left: f32) -> Self {
        let em = board.em();
        let room = board.width() - 2.0 * (left + em * INSET);
        let heading = board.wrap(&part.point.label, board.name(), room);
        let stack = Stack::new(board, &part.items, room, Piece::Stone, Ink::Accent);
        let high = em * (SLAB_HEAD + 0.8) + board.depth(&heading, board.name()) + stack.high;
        Self { left, heading, stack, high }
    }

    /// Draws it under its slab, which juts out by `nose`.
    fn draw(&self, board: &mut Board, tread: f32, nose: f32) {
        let em = board.em();
        let wide = board.width();
        let left = self.left + em * INSET;
        let lettering = board.depth(&self.heading, board.name());
        board.lines(left, tread + em * 0.7 + lettering / 2.0, &self.heading, board.name());
        self.stack.draw(board, at(left, tread + em * SLAB_HEAD + lettering));
        for side in [self.left + 0.75, wide - self.left - 0.75] {
            board.upright(side, tread, self.high, Ink::Line, 1.5);
        }
        let slab = self.left - nose;
        board.outline(rect(slab, tread, wide - 2.0 * slab, em * 0.4), Ink::Line, 1.5);
    }
}

fn front(mut board: Board, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let wide = board.width();
    let set_back = (em * 0.75).min(wide * 0.16 / parts.len().max(1) as f32);
    let courses: Vec<Course<'_>> =
        parts.iter().enumerate().map(|(i, part)| Course::new(&board, part, set_back * i as f32)).collect();
    let left = courses.last().map_or(0.0, |course| course.left) + em * INSET;
    let crown = rows(&board, loose.iter().copied(), wide - 2.0 * left);
    let ground = em * 0.3 + standing(&board, &crown) + courses.iter().map(|course| course.high).sum::<f32>();
    let mut floor = ground;
    for course in &courses {
        floor -= course.high;
        course.draw(&mut board, floor, set_back.min(course.left) * 0.45);
    }
    stand(&mut board, &crown, at(left, floor));
    on_earth(board, ground)
}
