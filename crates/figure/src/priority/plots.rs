use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{Rect, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap_at_most};
use model::Target;

/// Things that are counted, a plot of land for each.
pub struct Plots<'a> {
    target: &'a Target,
    /// The cost of all of them together.
    pub money: Option<&'a Target>,
    columns: usize,
    pattern: Pattern,
}

/// How a plot is drawn: counts that the text keeps apart look different without colour too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Only its border.
    Staked,
    /// A post instead of a plot.
    Built,
}

impl<'a> Plots<'a> {
    /// `most` is the largest count of the sheet: plots are of one size all over it.
    pub fn new(target: &'a Target, most: u64, pattern: Pattern) -> Self {
        const A_ROW: usize = 20;
        // Many plots become smaller, rather than the sheet endless.
        let columns = A_ROW.max((2.0 * (most as f64).sqrt()).ceil() as usize);
        Self { target, money: None, columns, pattern }
    }

    /// Whether an amount belongs to these plots: money of the same measure.
    pub fn takes(&self, other: &Target) -> bool {
        let is_money = other.quantity.amount.kind() == "元" && !other.quantity.bound.is_time();
        is_money && self.money.is_none() && self.target.measure == other.measure
    }

    /// Returns the y coordinate of the bottom edge.
    pub fn draw(&self, builder: &mut SceneBuilder, bay: Bay) -> f32 {
        let heading = Heading::of(self.target, bay);
        let (left, w) = bay.picture();
        let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
        let margin = w * 0.022;
        let pitch = (w - 2.0 * margin) / self.columns as f32;
        let count = usize::try_from(self.target.quantity.count().unwrap_or_default()).unwrap_or(usize::MAX);
        let block = rect(left, top, w, pitch * count.div_ceil(self.columns) as f32 + 2.0 * margin);
        let strip = self.money.map(|money| Strip::new(bay, block, money));
        let words = bay.top + heading.height();
        let end = if strip.is_some() { block.bottom() } else { block.bottom().max(words) };
        builder.begin_mark(mark(self.target, rect(0.0, bay.top, bay.frame.width, end - bay.top), None));
        heading.draw(builder);
        let plots = (0..count).map(|i| {
            let (x, y) = (pitch * (i % self.columns) as f32, pitch * (i / self.columns) as f32);
            rect(left + margin + x, top + margin + y, pitch, pitch).inset(pitch * 0.13)
        });
        self.draw_plots(builder, &plots.collect::<Vec<_>>(), bay.ink());
        builder.end_mark().stand();
        let Some(strip) = strip else {
            return end;
        };
        builder.outline(rect(block.x, block.y, block.w, strip.area.bottom() - block.y), Ink::Line, 1.5);
        strip.draw(builder, bay);
        strip.area.bottom().max(words)
    }

    /// Ink by ink, so that the SVG needs one path for each.
    fn draw_plots(&self, builder: &mut SceneBuilder, plots: &[Rect], ink: Ink) {
        let begun = |i: usize| 0.85 * i as f32 / plots.len() as f32;
        if self.pattern == Pattern::Staked {
            for (i, plot) in plots.iter().enumerate() {
                builder.enter(Growth::Laid, begun(i), begun(i) + 0.1).fill(*plot, Ink::Fill);
            }
        }
        for (i, plot) in plots.iter().enumerate() {
            builder.enter(Growth::Laid, begun(i), begun(i) + 0.1);
            match self.pattern {
                Pattern::Staked => builder.outline(*plot, ink, 1.5),
                Pattern::Built => builder.fill(Rect { x: plot.x + plot.w * 0.3, w: plot.w * 0.4, ..*plot }, ink),
            };
        }
    }
}

/// The strip below the plots: the money for all of them.
struct Strip<'a> {
    money: &'a Target,
    area: Rect,
    before: String,
    number: String,
    /// The unit and what limits it.
    after: String,
    label: Vec<String>,
    /// Whether the label gets lines of its own.
    below: bool,
}

impl<'a> Strip<'a> {
    fn new(bay: Bay, block: Rect, money: &'a Target) -> Self {
        let size = bay.frame.label();
        let (before, after) = money.around();
        let number = money.quantity.number();
        let room = bay.frame.least(block.w) - size * 1.2;
        let sum = width(&before, size) + width(&number, size * NUMBER) + width(&after, size);
        let below = width(&money.label, size) + sum + size * 2.0 > room;
        let label = wrap_at_most(&money.label, size, room, if below { 3 } else { 1 });
        let lines = if below { bay.line() * label.len() as f32 } else { 0.0 };
        let area = rect(block.x, block.bottom(), block.w, bay.frame.v(46.0) + lines);
        Self { money, area, before, number, after, label, below }
    }

    fn draw(&self, builder: &mut SceneBuilder, bay: Bay) {
        let (size, a) = (bay.frame.label(), self.area);
        let (from, to) = (a.x + size * 0.6, a.right() - size * 0.6);
        let unit = self.after.as_str();
        builder.begin_mark(mark(self.money, a, None));
        builder.level(a.x, a.y, a.w, Ink::Line, 1.5);
        let middle = a.y + bay.frame.v(46.0) / 2.0;
        let base = middle + 0.36 * (size * NUMBER - size);
        let soft = Hand::sans(size, Ink::Soft);
        let text = Hand::sans(size, Ink::Text);
        let mut x = if self.below {
            let lines = self.label.len() as f32;
            let under = a.y + bay.frame.v(42.0) + bay.line() * lines / 2.0;
            builder.lines(from, under, &self.label, bay.leading(), text);
            from
        } else {
            builder.lines(from, base, &self.label, 0.0, text);
            to - width(unit, size) - width(&self.number, size * NUMBER) - width(&self.before, size) - size * 0.7
        };
        builder.text(x, base, self.before.as_str(), soft);
        x += width(&self.before, size) + size * 0.35;
        builder.text(x, middle, self.number.as_str(), Hand::serif(size * NUMBER, Ink::Text));
        x += width(&self.number, size * NUMBER) + size * 0.35;
        builder.text(x, base, unit, soft).end_mark();
    }
}

/// The money's number, in ems of a label.
const NUMBER: f32 = 1.7;
