use super::board::Board;
use super::works::{Course, Tally, lay};
use crate::echo::{Group, group_of, lettered};
use crate::geometry::{Point, at, rect};
use crate::ink::Ink;
use crate::scene_builder::Hand;

/// The works as stacks on a base line, side by side, with their names below.
pub struct Stacks {
    /// The left edges of their columns.
    lefts: Vec<f32>,
    pub pitch: f32,
    names: Vec<Vec<String>>,
    /// From one block to the next, CSS pixels.
    step: f32,
    /// The height of the tallest.
    pub high: f32,
}

/// From one line of a name to the next, in ems.
const LEADING: f32 = 1.15;
/// Between a stack and the end of its ribbons, in ems.
const OPEN: f32 = 0.75;

impl Stacks {
    /// None where they do not fit between two edges.
    pub fn new(board: &Board<'_>, left: f32, wide: f32) -> Option<Self> {
        let (room, works) = (board.room, &board.web.works);
        let border = works.windows(2).position(|pair| group_of(pair[0]) != group_of(pair[1]));
        let gap = if border.is_some() { room.px(if room.ems < 20.0 { 0.5 } else { 1.3 }) } else { 0.0 };
        let pitch = (wide - gap) / works.len().max(1) as f32;
        if pitch < room.px(1.25).max(room.finger().min(24.5)) {
            return None;
        }
        let shift = |i: usize| if border.is_some_and(|border| i > border) { gap } else { 0.0 };
        let name = |title: &str| {
            if pitch >= room.px(4.4) {
                lettered(title, room.em, pitch - room.px(0.3), 3)
            } else if pitch >= room.px(2.2) {
                paired(title, room.em, pitch - room.px(0.15), 5)
            } else {
                lettered(title, room.em, room.em, 4)
            }
        };
        let most = works.iter().map(|work| work.measures().len()).max().unwrap_or(0).max(1) as f32;
        let tall = if room.ems < 38.0 { 6.4 } else { 8.4 };
        let step = room.px((tall / most).min(if room.ems < 38.0 { 0.84 } else { 1.05 }));
        Some(Self {
            lefts: (0..works.len()).map(|i| left + pitch * i as f32 + shift(i)).collect(),
            pitch,
            names: works.iter().map(|work| name(work.short())).collect(),
            step,
            high: step * most,
        })
    }

    /// The breadth of a stack.
    pub fn breadth(&self, board: &Board<'_>) -> f32 {
        (self.pitch * 0.84).min(board.room.px(3.6))
    }

    /// Where the ribbons to a work end: along the flow, which runs downwards, and aside.
    pub fn end(&self, board: &Board<'_>, work: usize, base: f32) -> Point {
        let high = self.step * board.web.works[work].measures().len() as f32;
        at(base - high - board.room.px(OPEN), self.lefts[work] + self.pitch / 2.0)
    }

    /// Draws them on their base line, each a mark. Returns where they end.
    pub fn draw(&self, board: &mut Board<'_>, base: f32, unit: f32) -> f32 {
        let room = board.room;
        let lines = self.names.iter().map(Vec::len).max().unwrap_or(0) as f32;
        let foot = base + room.px(0.45 + lines * LEADING);
        let breadth = self.breadth(board);
        board.builder.across(true);
        for (i, name) in self.names.iter().enumerate() {
            let end = self.end(board, i, base);
            let area = rect(self.lefts[i], end.x, self.pitch, foot - end.x);
            let mark = board.web.work_mark(i, area);
            board.builder.begin_mark(mark);
            let (top, ink) = (board.web.is_top(i), board.web.ink(i));
            let wide = unit * board.web.heard[i] as f32;
            if wide > 0.0 {
                board.builder.fill(rect(end.y - wide / 2.0, end.x, wide, room.px(0.28)), ink);
            }
            let joint = (self.step * 0.14).max(1.0);
            let first = rect(end.y - breadth / 2.0, base - self.step, breadth, self.step - joint);
            let count = board.web.works[i].measures().len();
            lay(board, count, top, Course { first, step: (0.0, -self.step) });
            let middle = base + room.px(0.35 + lines.min(name.len() as f32) * LEADING / 2.0);
            let hand = Hand::sans(room.em, if top { Ink::Accent } else { Ink::Text }).middle();
            board.builder.lines(end.y, middle, name, room.px(LEADING), hand);
            board.builder.end_mark();
        }
        let counter = board.edition.masthead.words.measure.counter.clone();
        let tallies = Tally::all(board, room.width - 2.0 * room.px(room.margin()), counter);
        for tally in &tallies {
            let (left, right) = self.span(board, tally.group);
            board.builder.level(left, base + room.px(0.06), right - left, Ink::Line, room.px(0.14));
        }
        let end = self.draw_tallies(board, &tallies, foot);
        board.builder.across(false);
        end
    }

    /// The edges of a group's base line.
    fn span(&self, board: &Board<'_>, group: Group) -> (f32, f32) {
        let works = board.web.works.iter().zip(&self.lefts).filter(|(work, _)| group_of(**work) == group);
        let inset = (self.pitch - self.breadth(board)) / 2.0;
        let lefts = || works.clone().map(|(_, left)| *left);
        let left = lefts().fold(f32::MAX, f32::min);
        (left + inset, lefts().fold(0.0, f32::max) + self.pitch - inset)
    }

    /// The groups' numbers, each under the middle of its group; below each other where they would touch.
    fn draw_tallies(&self, board: &mut Board<'_>, tallies: &[Tally], top: f32) -> f32 {
        let room = board.room;
        let margin = room.px(room.margin());
        let middle = top + room.px(1.05);
        let places: Vec<(f32, f32)> = tallies
            .iter()
            .map(|tally| {
                let ((left, right), wide) = (self.span(board, tally.group), tally.width(room));
                let x = ((left + right - wide) / 2.0).clamp(margin, (room.width - margin - wide).max(margin));
                (x, x + wide)
            })
            .collect();
        let apart = places.windows(2).all(|pair| pair[0].1 + room.px(0.8) <= pair[1].0);
        let mut y = middle;
        for (i, (tally, place)) in tallies.iter().zip(&places).enumerate() {
            if i > 0 && !apart {
                y += room.px(1.7);
            }
            tally.draw(board, if apart { place.0 } else { margin }, y);
        }
        y + room.px(1.0)
    }
}

/// A name in lines of two characters, so that a row of names looks even. Names that do not divide
/// well into pairs use the full width.
fn paired(name: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let characters = name.chars().count();
    let uneven = characters == 3 || characters > 2 * most;
    lettered(name, size, if uneven { room } else { size * 2.0 }, most)
}
