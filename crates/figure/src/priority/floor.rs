use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap_at_most};
use model::{Decimal, Target, Unit, Yardstick};

/// An area as a floor scene whose bays are each as large as the yardstick, which lies beside it at the
/// same scale.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target) -> f32 {
    let heading = Heading::of(target, bay);
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let measured = target.yardstick.as_ref().map(|yardstick| Measured::new(target, yardstick));
    let sheet = Sheet::new(bay, top, measured.as_ref());
    let legend = measured.as_ref().map(|measured| Legend::new(bay, measured));
    let legend_height = legend.as_ref().map_or(0.0, |legend| legend.height(bay));
    let foot = (sheet.foot() + legend_height).max(bay.top + heading.height());
    let note = measured.as_ref().map(Measured::note);
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), note));
    heading.draw(builder);
    sheet.draw_floor(builder, bay);
    if let Some(measured) = &measured {
        builder.stand().outline(sheet.yardstick(), Ink::Line, 1.5);
        draw_pitch(builder, sheet.yardstick(), measured.yardstick, Ink::Line);
        // The first bay shows what all bays are.
        if let Some(first) = sheet.bays().next().filter(|_| measured.times >= 1.0) {
            draw_pitch(builder, first, measured.yardstick, Ink::Rule);
        }
    }
    if let Some(legend) = legend {
        legend.draw(builder, bay, sheet.foot());
    }
    builder.end_mark();
    foot
}

/// An area measured in yardsticks.
struct Measured<'a> {
    yardstick: &'a Yardstick,
    /// How many, for geometry.
    times: f32,
    /// `60,000 ÷ 7,140 ≈ 8.4`
    formula: String,
}

impl<'a> Measured<'a> {
    fn new(target: &Target, yardstick: &'a Yardstick) -> Self {
        let metres = |value: u64, unit| if unit == Unit::WanSquareMetre { value * 10_000 } else { value };
        let whole = metres(target.quantity.value, target.quantity.unit);
        let part = metres(yardstick.value, yardstick.unit).max(1);
        let (sign, places) = if whole.is_multiple_of(part) { ("=", 0) } else { ("≈", 1) };
        let times = Decimal::quotient(whole, part, places);
        let formula = format!("{} ÷ {} {sign} {times}", Decimal::new(whole, 0), Decimal::new(part, 0));
        Self { yardstick, times: (whole as f64 / part as f64) as f32, formula }
    }

    /// The yardstick's own sum.
    fn source(&self) -> String {
        format!("{}{}", self.yardstick.formula, self.yardstick.unit.label())
    }

    fn note(&self) -> String {
        format!("{}（{}{}）", self.formula, self.yardstick.label, self.source())
    }
}

/// The two sides that a formula such as `105 × 68 = 7,140` multiplies; a square where it does not.
fn sides(yardstick: &Yardstick) -> (f32, f32) {
    let product = yardstick.formula.split('=').next().unwrap_or_default();
    let factors: Vec<u64> = product.split('×').filter_map(|factor| factor.trim().parse().ok()).collect();
    match factors[..] {
        [long, wide] if long > 0 && long.checked_mul(wide) == Some(yardstick.value) => (long as f32, wide as f32),
        _ => {
            let side = (yardstick.value.max(1) as f32).sqrt();
            (side, side)
        }
    }
}

/// Where floor and yardstick lie.
struct Sheet {
    left: f32,
    top: f32,
    /// One bay: the yardstick's size.
    cell: (f32, f32),
    /// Whole bays a row.
    columns: usize,
    times: f32,
    gap: f32,
}

impl Sheet {
    fn new(bay: Bay, top: f32, measured: Option<&Measured<'_>>) -> Self {
        let (left, w) = bay.picture();
        let Some(measured) = measured else {
            // Without a yardstick there is no scale: one bay, as wide as the sheet.
            return Self { left, top, cell: (w, w * 0.42), columns: 1, times: 1.0, gap: 0.0 };
        };
        let columns = measured.times.sqrt().ceil().max(1.0);
        // Walls and posts reach beyond the bays.
        let eaves = w * 0.01;
        let (left, top, w) = (left + eaves, top + eaves, w - eaves);
        let gap = w * 0.07;
        let (long, wide) = sides(measured.yardstick);
        let cell = (w - gap) / (columns + 1.0);
        // A slender yardstick must not make the sheet endless.
        let high = (cell * wide / long).min(w * 0.8 / (measured.times / columns).ceil().max(1.0));
        let cell = (high * long / wide, high);
        Self { left, top, cell, columns: columns as usize, times: measured.times, gap }
    }

    fn rows(&self) -> usize {
        (self.times / self.columns as f32).ceil().max(1.0) as usize
    }

    fn foot(&self) -> f32 {
        self.top + self.cell.1 * self.rows() as f32
    }

    /// On the floor's ground line, at the right.
    fn yardstick(&self) -> Rect {
        let (w, h) = self.cell;
        rect(self.left + w * self.columns as f32 + self.gap, self.foot() - h, w, h)
    }

    /// The bays, whole ones first; the last may be a part of one.
    fn bays(&self) -> impl Iterator<Item = Rect> {
        let (w, h) = self.cell;
        let count = self.times.ceil() as usize;
        (0..count).map(move |i| {
            let part = (self.times - i as f32).min(1.0);
            let (row, column) = (i / self.columns, i % self.columns);
            rect(self.left + w * column as f32, self.top + h * row as f32, w * part, h)
        })
    }

    /// Around all bays: a rectangle, less what the last row lacks.
    fn walls(&self) -> Vec<Point> {
        let (w, h) = self.cell;
        let rows = self.rows() as f32;
        let last = (self.times - (rows - 1.0) * self.columns as f32) * w;
        let (left, right, notch) = (self.left, self.left + w * (self.columns as f32).min(self.times), self.foot() - h);
        let mut walls = vec![at(left, self.top), at(right, self.top)];
        if rows > 1.0 && left + last < right - 0.5 {
            walls.extend([at(right, notch), at(left + last, notch)]);
        }
        walls.extend([at(left + last, self.foot()), at(left, self.foot()), at(left, self.top)]);
        walls
    }

    fn draw_floor(&self, builder: &mut SceneBuilder, bay: Bay) {
        let count = self.times.ceil().max(1.0);
        for (i, area) in self.bays().enumerate() {
            let begun = 0.6 * i as f32 / count;
            builder.enter(Growth::Laid, begun, begun + 0.05).fill(area, Ink::Fill).outline(area, Ink::Rule, 0.75);
        }
        // The columns of the building, where the bays' corners meet.
        let post = (self.cell.1 * 0.09).clamp(2.0, 6.0);
        builder.stand();
        for area in self.bays() {
            builder.fill(rect(area.x - post / 2.0, area.y - post / 2.0, post, post), bay.ink());
        }
        builder.enter(Growth::Rightward, 0.3, 1.0).line(&self.walls(), bay.ink(), 2.5).stand();
    }
}

/// The lines of a pitch, where the yardstick is one.
fn draw_pitch(builder: &mut SceneBuilder, area: Rect, yardstick: &Yardstick, ink: Ink) {
    if !yardstick.label.contains("足球场") {
        return;
    }
    let (long, wide) = sides(yardstick);
    let (x, y) = (area.w / long, area.h / wide);
    let c = area.center();
    builder.upright(c.x, area.y, area.h, ink, 1.0);
    builder.ring(c, 9.15 * x.min(y), ink, 1.0);
    // Penalty areas, in metres.
    let (deep, broad) = (16.5 * x, 40.3 * y);
    builder.outline(rect(area.x, c.y - broad / 2.0, deep, broad), ink, 1.0);
    builder.outline(rect(area.right() - deep, c.y - broad / 2.0, deep, broad), ink, 1.0);
}

/// The sum under the floor and what the yardstick is under the yardstick, or one below the other.
struct Legend {
    sum: Vec<String>,
    name: Vec<String>,
    source: Vec<String>,
    /// Whether sum and name share a line.
    shared: bool,
}

impl Legend {
    fn new(bay: Bay, measured: &Measured<'_>) -> Self {
        let (frame, size) = (bay.frame, bay.frame.label());
        let room = frame.least(bay.picture().1);
        let name = measured.yardstick.label.as_str();
        let shared = width(&measured.formula, size) + width(name, size) + size <= room;
        let lines = |text: &str| wrap_at_most(text, size, room, 3);
        Self { sum: lines(&measured.formula), name: lines(name), source: lines(&measured.source()), shared }
    }

    fn height(&self, bay: Bay) -> f32 {
        let lines = if self.shared { 1 } else { self.sum.len() + self.name.len() };
        bay.frame.v(10.0) + bay.line() * (lines + self.source.len()) as f32
    }

    fn draw(&self, builder: &mut SceneBuilder, bay: Bay, top: f32) {
        let size = bay.frame.label();
        let (left, w) = bay.picture();
        let (text, soft) = (Hand::sans(size, Ink::Text), Hand::sans(size, Ink::Soft));
        let mut y = top + bay.frame.v(10.0);
        let mut block = |lines: &[String], hand: Hand, at_end: bool, stays: bool| {
            let height = bay.line() * lines.len() as f32;
            let (x, hand) = if at_end { (left + w, hand.end()) } else { (left, hand) };
            builder.lines(x, y + height / 2.0, lines, bay.leading(), hand);
            y += if stays { 0.0 } else { height };
        };
        block(&self.sum, text, false, self.shared);
        block(&self.name, soft, self.shared, false);
        block(&self.source, soft, self.shared, false);
    }
}
