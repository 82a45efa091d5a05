use super::entries::{Entries, Entry, Group, Value};
use crate::frame::Frame;
use crate::geometry::{at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap, wrap_at_most};

/// Where things stand: a cord with the weights on the left, then the wordings, then the targets.
pub struct Board<'a> {
    frame: Frame,
    /// Large type on a phone: a wording stands above its targets instead of beside them.
    stacked: bool,
    cord: f32,
    words: f32,
    values: f32,
    /// The room of values and labels, at the narrowest width.
    room: f32,
    /// The width of the values where labels have a column of their own.
    column: f32,
    deadline_tells: bool,
    undated: &'a str,
}

/// Characters per line of a wording.
const WORD: f32 = 4.0;

impl<'a> Board<'a> {
    pub fn new(frame: Frame, entries: &Entries<'a>) -> Self {
        let size = frame.label();
        let stacked = frame.least(frame.width) < size * 16.0;
        let cord = size * BIGGEST;
        let words = cord * 2.0 + size * 0.4;
        let values = if stacked { words } else { words + size * (WORD + 0.5) };
        let room = frame.least(frame.width) - values;
        let (deadline_tells, undated) = (entries.deadline_tells(), entries.undated);
        let column = size * LABELS;
        let mut board = Self { frame, stacked, cord, words, values, room, column, deadline_tells, undated };
        // Wider, if that brings all labels into it.
        let widest = entries.targets().map(|entry| board.whole(entry) + size * 0.5).fold(column, f32::max);
        board.column = widest;
        if entries.targets().any(|entry| !board.entry(entry).shares) {
            board.column = column;
        }
        board
    }

    /// Returns the y coordinate of the bottom edge.
    pub fn draw(&self, builder: &mut SceneBuilder, entries: &Entries<'_>) -> f32 {
        let size = self.frame.label();
        let line = self.line();
        builder.text(0.0, line / 2.0, "从硬到软", Hand::sans(size, Ink::Soft));
        if entries.tells_deadlines() {
            builder.text(self.frame.width, line / 2.0, "期限", Hand::sans(size, Ink::Soft).end());
        }
        let top = line + self.frame.v(4.0);
        // The cord lies under the weights, so its length must be known before they are drawn.
        let foot = entries.groups.iter().fold(top, |y, group| y + self.group_height(group));
        if !entries.groups.is_empty() {
            self.draw_cord(builder, top, foot);
        }
        let mut y = top;
        for (i, group) in entries.groups.iter().enumerate() {
            let begun = 0.85 * i as f32 / entries.groups.len() as f32;
            self.draw_group(builder, entries, group, y, (i, begun));
            y += self.group_height(group);
        }
        builder.stand();
        if entries.helped.is_empty() { y + self.frame.v(4.0) } else { self.draw_helped(builder, entries, y) }
    }

    /// The height of a line of text that is enough at every width.
    fn line(&self) -> f32 {
        self.frame.label() * 1.2 / self.frame.least(1.0)
    }

    fn gap(&self) -> f32 {
        self.frame.v(9.0)
    }

    fn group_height(&self, group: &Group<'_>) -> f32 {
        let entries: f32 = group.entries.iter().map(|entry| self.entry(entry).height).sum();
        let head = self.line() * self.word_lines(&group.wording.word).len() as f32;
        self.gap() + if self.stacked { head + entries } else { head.max(entries) }
    }

    fn draw_cord(&self, builder: &mut SceneBuilder, top: f32, foot: f32) {
        let tip = self.frame.label() * 0.32;
        builder.stand().upright(self.cord, top, foot - top - tip, Ink::Rule, 1.5);
        let points =
            vec![at(self.cord - tip, foot - tip * 2.0), at(self.cord + tip, foot - tip * 2.0), at(self.cord, foot)];
        builder.polygon(points, Ink::Rule, 1.0);
    }

    fn draw_group(
        &self,
        builder: &mut SceneBuilder,
        entries: &Entries<'_>,
        group: &Group<'_>,
        top: f32,
        (index, begun): (usize, f32),
    ) {
        let size = self.frame.label();
        builder.stand().level(self.words, top, self.frame.width - self.words, Ink::Faint, 1.0);
        let words = self.word_lines(&group.wording.word);
        let first = top + self.gap() / 2.0;
        let middle = first + self.line() * words.len() as f32 / 2.0;
        builder.lines(self.words, middle, &words, self.line(), Hand::serif(size, Ink::Text));
        let radius = size * (BIGGEST - STEP * index as f32).max(SMALLEST);
        let center = at(self.cord, first + self.line() / 2.0);
        builder.enter(Growth::Laid, begun, begun + 0.1);
        if group.is_fixed() {
            builder.disc(center, radius, Ink::Line);
        } else {
            builder.disc(center, radius, Ink::Ground).ring(center, radius, Ink::Line, 2.0);
        }
        let mut y = if self.stacked { first + self.line() * words.len() as f32 } else { first };
        for entry in &group.entries {
            let placed = self.entry(entry);
            let area = rect(self.values, y, self.frame.width - self.values, placed.height);
            builder.begin_mark(entries.mark(entry, area));
            self.draw_entry(builder, entry, &placed, (y, begun));
            builder.end_mark();
            y += placed.height;
        }
    }

    fn word_lines(&self, word: &str) -> Vec<String> {
        if self.stacked {
            return wrap_at_most(word, self.frame.label(), self.room, 2);
        }
        let size = self.frame.label();
        wrap(word, size, size * WORD)
    }

    /// The width of a value on one line.
    fn whole(&self, entry: &Entry<'_>) -> f32 {
        let (value, size) = (entry.value(), self.frame.label());
        let aside = spaced(&value.before, size) + after(&value, size);
        aside + width(&value.number, self.numeral(&value))
    }

    /// The size of a value's number.
    fn numeral(&self, value: &Value) -> f32 {
        let size = self.frame.label();
        let aside = spaced(&value.before, size) + after(value, size);
        (self.frame.numeral() * NUMERAL).min((self.room - aside) / width(&value.number, 1.0)).max(size)
    }

    fn entry(&self, entry: &Entry<'_>) -> Placed {
        let (frame, size) = (self.frame, self.frame.label());
        let value = entry.value();
        let (numeral, whole) = (self.numeral(&value), self.whole(entry));
        // A value that is too long even in small type is wrapped like other text.
        let broken = if whole > self.room { wrap(&value.words(), size, self.room) } else { Vec::new() };
        let deadline = entry.deadline(self.undated);
        let beside = broken.is_empty() && whole + size * 0.6 + width(deadline, size) <= self.room;
        let deadline = match deadline {
            "" => Vec::new(),
            deadline if beside => vec![deadline.to_owned()],
            deadline => wrap(deadline, size, self.room),
        };
        let number = if broken.is_empty() { numeral * 1.04 / frame.least(1.0) } else { 0.0 };
        // Where there is room the label stands on the number's line, in a column of its own.
        let left = self.room - self.column - size - deadline.iter().map(|line| width(line, size)).fold(0.0, f32::max);
        let shares = frame.is_wide() && beside && whole < self.column && width(&entry.target.label, size) <= left;
        let label = if shares { vec![entry.target.label.clone()] } else { wrap(&entry.target.label, size, self.room) };
        let lines = broken.len() + if shares { 0 } else { label.len() } + if beside { 0 } else { deadline.len() };
        let height = (number + self.line() * lines as f32 + frame.v(3.0)).max(LEAST_MARK / frame.least(1.0));
        Placed { numeral, number, broken, label, shares, deadline, beside, height }
    }

    fn draw_entry(&self, builder: &mut SceneBuilder, entry: &Entry<'_>, placed: &Placed, (top, begun): (f32, f32)) {
        let (size, line) = (self.frame.label(), self.line());
        let told = self.deadline_tells && entry.target.deadline.is_some();
        let ink = if told { Ink::Accent } else { Ink::Text };
        let (soft, text) = (Hand::sans(size, Ink::Soft), Hand::sans(size, Ink::Text));
        builder.enter(Growth::Laid, begun, begun + 0.1);
        let middle = top + placed.number / 2.0;
        // Words stand on the number's baseline.
        let base = middle + 0.36 * (placed.numeral - size);
        if placed.broken.is_empty() {
            let (value, mut x) = (entry.value(), self.values);
            if !value.before.is_empty() {
                builder.text(x, base, value.before.as_str(), soft);
                x += spaced(&value.before, size);
            }
            builder.text(x, middle, value.number.as_str(), Hand::serif(placed.numeral, ink));
            x += width(&value.number, placed.numeral) + after(&value, size) - width(&value.after, size);
            builder.text(x, base, value.after.as_str(), soft);
        }
        let deadline = Hand::sans(size, if told { Ink::Accent } else { Ink::Soft });
        let mut y = top + placed.number;
        let mut below = |builder: &mut SceneBuilder, lines: &[String], hand| {
            builder.lines(self.values, y + line * lines.len() as f32 / 2.0, lines, line, hand);
            y += line * lines.len() as f32;
        };
        below(builder, &placed.broken, text);
        if placed.shares {
            builder.lines(self.values + self.column, base, &placed.label, line, text);
        } else {
            below(builder, &placed.label, text);
        }
        if placed.beside {
            builder.lines(self.frame.width, base, &placed.deadline, line, deadline.end());
        } else {
            below(builder, &placed.deadline, deadline);
        }
        builder.stand();
    }

    /// Below the targets, without weights and numbers.
    fn draw_helped(&self, builder: &mut SceneBuilder, entries: &Entries<'_>, top: f32) -> f32 {
        let (size, line) = (self.frame.label(), self.line());
        let mut y = top;
        for (role, measures) in &entries.helped {
            builder.level(0.0, y, self.frame.width, Ink::Rule, 1.0);
            y += self.gap() / 2.0;
            let words = self.word_lines(role);
            let head = line * words.len() as f32;
            builder.lines(self.words, y + head / 2.0, &words, line, Hand::serif(size, Ink::Text));
            let least = y + head;
            if self.stacked {
                y += head;
            }
            for measure in measures {
                // The heading already states the role.
                let label = measure.label.strip_prefix(role).filter(|rest| !rest.is_empty());
                let lines = wrap(label.unwrap_or(&measure.label), size, self.room);
                let height = (line * lines.len() as f32 + self.frame.v(3.0)).max(LEAST_MARK / self.frame.least(1.0));
                let area = rect(self.values, y, self.frame.width - self.values, height);
                builder.begin_mark(entries.helped_mark(measure, area));
                builder.lines(
                    self.values,
                    y + line * lines.len() as f32 / 2.0,
                    &lines,
                    line,
                    Hand::sans(size, Ink::Text),
                );
                builder.end_mark();
                y += height;
            }
            y = y.max(least) + self.gap() / 2.0;
        }
        y
    }
}

/// A target laid out in lines.
struct Placed {
    /// The size of the number, and the height of its line.
    numeral: f32,
    number: f32,
    /// The value where it does not fit into one line; else empty.
    broken: Vec<String>,
    label: Vec<String>,
    /// Whether the label stands on the number's line.
    shares: bool,
    deadline: Vec<String>,
    /// Whether the deadline stands at the end of the number's line.
    beside: bool,
    height: f32,
}

/// Radii in ems: of the firmest wording's weight, the step to the next, and the minimum.
const BIGGEST: f32 = 0.78;
const STEP: f32 = 0.11;
const SMALLEST: f32 = 0.34;
/// Between a number and the words at its sides, in ems of the words.
const SPACE: f32 = 0.25;
/// The least width of the values where labels have a column of their own, in ems.
const LABELS: f32 = 9.5;
/// The minimum height of a touch target, CSS pixels.
const LEAST_MARK: f32 = 24.0;
/// The size of numbers relative to other drawings' numerals: smaller, since they are in a list.
const NUMERAL: f32 = 0.84;

/// The width of a word before a number; zero without a word.
fn spaced(word: &str, size: f32) -> f32 {
    if word.is_empty() { 0.0 } else { width(word, size) + size * SPACE }
}

/// The width of the words after a number. A percent sign, or anything after a Chinese numeral
/// or a date, follows without a space.
fn after(value: &Value, size: f32) -> f32 {
    let clings = value.after.starts_with('%') || !value.number.ends_with(|c: char| c.is_ascii_digit());
    if clings { width(&value.after, size) } else { spaced(&value.after, size) }
}
