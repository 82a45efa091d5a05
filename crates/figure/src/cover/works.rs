use super::board::Board;
use super::room::Room;
use crate::echo::{Group, group_of, groups, lettered};
use crate::geometry::{Rect, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::Hand;
use crate::text_layout::width;

/// Blocks that are laid side by side or on top of each other, one per measure.
#[derive(Clone, Copy)]
pub struct Course {
    /// The first block.
    pub first: Rect,
    /// From one block to the next, CSS pixels.
    pub step: (f32, f32),
}

/// The thinnest block that still looks like one, CSS pixels.
const THIN: f32 = 4.0;

/// Lays the blocks of a work. If there are so many that they would be hair lines, they become one
/// bar.
pub fn lay(board: &mut Board<'_>, count: usize, top: bool, course: Course) {
    let Course { first, step: (dx, dy) } = course;
    let block = |i: usize| rect(first.x + dx * i as f32, first.y + dy * i as f32, first.w, first.h);
    let (builder, ink) = (&mut board.builder, if top { Ink::Accent } else { Ink::Fill });
    if count == 0 {
        return;
    }
    if first.w < THIN || first.h < THIN {
        let last = block(count - 1);
        let (x, y) = (first.x.min(last.x), first.y.min(last.y));
        let whole = rect(x, y, first.right().max(last.right()) - x, first.bottom().max(last.bottom()) - y);
        builder.stand().fill(whole, if top { Ink::Accent } else { Ink::Line });
        return;
    }
    let enter = |i: usize| 0.2 + 0.6 * i as f32 / count as f32;
    for i in 0..count {
        builder.enter(Growth::Laid, enter(i), enter(i) + 0.1).fill(block(i), ink);
    }
    for i in (0..count).filter(|_| !top) {
        builder.enter(Growth::Laid, enter(i), enter(i) + 0.1).outline(block(i), Ink::Line, 1.0);
    }
    builder.stand();
}

/// What a group of works is called, and how many measures are in it.
pub struct Tally {
    pub group: Group,
    title: String,
    count: String,
    unit: String,
}

/// The size of a group's number, in ems.
const COUNT: f32 = 1.45;

impl Tally {
    /// One for each group that has works, its title on one line.
    pub fn all(board: &Board<'_>, wide: f32, unit: String) -> Vec<Self> {
        let room = board.room;
        let tallies = groups(board.edition).into_iter().filter_map(|(group, title)| {
            let works = || board.web.works.iter().filter(|work| group_of(**work) == group);
            works().next()?;
            let count: usize = works().map(|work| work.measures().len()).sum();
            let (count, unit) = if count > 0 { (count.to_string(), unit.clone()) } else { Default::default() };
            let taken = room.px(0.6) + width(&count, room.px(COUNT)) + width(&unit, room.em);
            let title = lettered(title, room.em, (wide - taken).max(room.px(3.0)), 1).concat();
            Some(Self { group, title, count, unit })
        });
        tallies.collect()
    }

    pub fn width(&self, room: Room) -> f32 {
        let title = if self.title.is_empty() { 0.0 } else { width(&self.title, room.em) + room.px(0.4) };
        title + width(&self.count, room.px(COUNT)) + room.px(0.1) + width(&self.unit, room.em)
    }

    pub fn draw(&self, board: &mut Board<'_>, x: f32, middle: f32) {
        let room = board.room;
        let soft = Hand::sans(room.em, Ink::Soft);
        let mut at = x;
        if !self.title.is_empty() {
            board.builder.text(at, middle, self.title.as_str(), soft);
            at += width(&self.title, room.em) + room.px(0.4);
        }
        let up = room.px((COUNT - 1.0) * 0.36);
        board.builder.text(at, middle - up, self.count.as_str(), Hand::serif(room.px(COUNT), Ink::Accent));
        at += width(&self.count, room.px(COUNT)) + room.px(0.1);
        board.builder.text(at, middle, self.unit.as_str(), soft);
    }
}
