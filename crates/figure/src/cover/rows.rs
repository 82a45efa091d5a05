use super::board::Board;
use super::works::{Course, Tally, lay};
use crate::echo::{group_of, lettered};
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene_builder::Hand;
use crate::text_layout::width;

/// The works as rows below each other, with a heading before each group.
pub struct Rows {
    /// Where the ribbons arrive.
    arrive: f32,
    names: f32,
    blocks: f32,
    right: f32,
    /// The number of measures, at the end of its row.
    number: f32,
    lines: Vec<Vec<String>>,
    high: f32,
    /// From one block to the next.
    step: f32,
    /// Offsets of each row, and of each group's heading, from the top of the rows.
    tops: Vec<f32>,
    heads: Vec<f32>,
    pub height: f32,
}

const NAME: f32 = 1.2;
const NUMBER: f32 = 1.2;
/// The height of a group's heading, and the gap above all but the first, in ems.
const HEAD: f32 = 2.4;
const BETWEEN: f32 = 1.1;

impl Rows {
    /// Lays the rows out between the ends of the ribbons and the right edge.
    pub fn new(board: &Board<'_>, arrive: f32, right: f32, pitch: f32) -> Self {
        let (room, works) = (board.room, &board.web.works);
        let names = arrive + room.px(0.9);
        let size = room.px(if room.is_across() { NAME } else { 1.0 });
        let counts = works.iter().map(|work| work.measures().len());
        let number = |n: usize| width(&n.to_string(), room.px(NUMBER)) + room.px(1.1);
        let number = counts.clone().map(number).fold(0.0, f32::max);
        let fits = ((right - names - number) * 0.45).max(size * 2.0);
        let lines: Vec<Vec<String>> = works.iter().map(|work| lettered(work.short(), size, fits, 5)).collect();
        let taken = lines.iter().flatten().map(|line| width(line, size)).fold(size * 2.0, f32::max);
        let blocks = names + taken + room.px(1.0);
        let most = counts.max().unwrap_or(0).max(1) as f32;
        let step = ((right - number - room.px(0.6) - blocks) / most).clamp(0.01, room.px(1.82));
        let tallest = lines.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let high = pitch.max(size * 1.2 * tallest + room.px(0.4)).max(room.finger());
        let (mut y, mut tops, mut heads) = (0.0, Vec::new(), Vec::new());
        for (i, work) in works.iter().enumerate() {
            if i == 0 || group_of(works[i - 1]) != group_of(*work) {
                y += room.px(if i == 0 { 0.0 } else { BETWEEN });
                heads.push(y);
                y += room.px(HEAD);
            }
            tops.push(y);
            y += high;
        }
        Self { arrive, names, blocks, right, number, lines, high, step, tops, heads, height: y }
    }

    /// Where the ribbons to each work end.
    pub fn ends(&self, top: f32) -> Vec<Point> {
        self.tops.iter().map(|y| at(self.arrive, top + y + self.high / 2.0)).collect()
    }

    /// The place of each work's mark.
    pub fn areas(&self, top: f32) -> Vec<Rect> {
        self.tops.iter().map(|y| rect(self.arrive, top + y, self.right - self.arrive, self.high)).collect()
    }

    pub fn draw(&self, board: &mut Board<'_>, top: f32, unit: f32) {
        let room = board.room;
        board.builder.across(true);
        let measure = &board.edition.masthead.words.measure;
        let counted = if room.is_across() { measure.unit() } else { measure.counter.clone() };
        let tallies = Tally::all(board, self.right - self.arrive, counted);
        for (tally, y) in tallies.iter().zip(&self.heads) {
            let x = if room.is_across() { self.names } else { self.arrive };
            tally.draw(board, x.min(self.right - tally.width(room)), top + y + room.px(HEAD / 2.0));
        }
        let size = room.px(if room.is_across() { NAME } else { 1.0 });
        for (i, area) in self.areas(top).into_iter().enumerate() {
            let (is_top, ink) = (board.web.is_top(i), board.web.ink(i));
            let (count, heard) = (board.web.works[i].measures().len(), board.web.heard[i]);
            let mark = board.web.work_mark(i, area);
            board.builder.begin_mark(mark);
            let middle = area.center().y;
            if heard > 0 {
                let long = unit * heard as f32;
                board.builder.fill(rect(self.arrive, middle - long / 2.0, room.px(0.24), long), ink);
            }
            let hand = Hand::serif(size, if is_top { Ink::Accent } else { Ink::Text });
            board.builder.lines(self.names, middle, &self.lines[i], size * 1.2, hand);
            let high = self.high.min(room.px(2.2)) * 0.68;
            let joint = (self.step * 0.1).max(1.0);
            let first = rect(self.blocks, middle - high / 2.0, (self.step - joint).max(0.01), high);
            lay(board, count, is_top, Course { first, step: (self.step, 0.0) });
            let x = self.blocks + self.step * count as f32 + room.px(0.5);
            let number = count.to_string();
            let end = x + width(&number, room.px(NUMBER));
            let ink = if is_top { Ink::Accent } else { Ink::Text };
            if count > 0 {
                board.builder.text(x, middle, number, Hand::serif(room.px(NUMBER), ink));
                let hand = Hand::sans(room.em, Ink::Soft);
                board.builder.text(end, middle + room.px(0.07), measure.counter.as_str(), hand);
            }
            debug_assert!(end <= self.right + self.number);
            board.builder.end_mark();
        }
        board.builder.across(false);
    }
}
