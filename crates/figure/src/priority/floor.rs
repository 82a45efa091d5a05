use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::wrap_at_most;
use model::{Target, Yardstick};

/// An area as a floor that is filled with yardsticks, one by one. Their count is the main number;
/// the calculation is below them. Returns where it ends; none if the yardstick is of another kind.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target, yardstick: &Yardstick) -> Option<f32> {
    let measured = Measured::new(target, yardstick)?;
    let heading = measured.heading(target, bay);
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let sheet = Sheet::new(bay, top, &measured);
    let legend = Legend::new(bay, &measured);
    let foot = (sheet.foot() + legend.height(bay)).max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), Some(measured.note())));
    heading.draw(builder);
    sheet.draw_floor(builder, bay);
    if yardstick.label.contains("足球场") {
        sheet.draw_pitches(builder);
    }
    builder.stand();
    legend.draw(builder, bay, sheet.foot());
    builder.end_mark();
    Some(foot)
}

/// An area measured in yardsticks.
struct Measured<'a> {
    yardstick: &'a Yardstick,
    /// How many yardsticks it holds, for geometry.
    times: f32,
    /// The same number, as readers see it.
    count: String,
    is_exact: bool,
    /// `60,000 ÷ 7,140 ≈ 8.4`
    formula: String,
}

impl<'a> Measured<'a> {
    fn new(target: &Target, yardstick: &'a Yardstick) -> Option<Self> {
        let amount = &target.quantity.amount;
        let times = yardstick.times(amount)?;
        let is_exact = times.whole().is_some();
        let sign = if is_exact { "=" } else { "≈" };
        let formula = format!("{} ÷ {} {sign} {times}", amount.in_ones()?.value, yardstick.amount.in_ones()?.value);
        let count = times.to_string();
        // No sheet is endless.
        let times = (amount.size() / yardstick.amount.size()).min(MOST) as f32;
        Some(Self { yardstick, times, count, is_exact, formula })
    }

    /// The yardsticks first, then what is measured.
    fn heading(&self, target: &Target, bay: Bay) -> Heading {
        // What is about so large holds about so many, even if the division is exact.
        let limits = &target.quantity.limits;
        let is_about = ["约", "近"].iter().any(|word| limits.lead.contains(word)) || limits.tail.contains(['左', '上']);
        let about = if self.is_exact && !is_about { "" } else { "约" };
        let label = [target.label.as_str(), &target.words()];
        Heading::new(about.to_owned(), self.count.clone(), format!("个{}", self.yardstick.label), &label, bay)
    }

    /// The yardstick's own calculation.
    fn source(&self) -> String {
        format!("{}{}", self.yardstick.formula, self.yardstick.amount.unit)
    }

    fn note(&self) -> String {
        format!("{}（{}{}）", self.formula, self.yardstick.label, self.source())
    }
}

/// The most yardsticks that are drawn.
const MOST: f64 = 4_000.0;

/// The two sides that a formula such as `105 × 68 = 7,140` multiplies; those of a square for other
/// formulas.
fn sides(yardstick: &Yardstick) -> (f32, f32) {
    let product = yardstick.formula.split('=').next().unwrap_or_default();
    let factors: Vec<u64> = product.split('×').filter_map(|factor| factor.trim().parse().ok()).collect();
    match factors[..] {
        [long, wide] if long > 0 && long.checked_mul(wide) == yardstick.amount.value.whole() => {
            (long as f32, wide as f32)
        }
        _ => {
            let side = (yardstick.amount.value.to_f64().max(1.0) as f32).sqrt();
            (side, side)
        }
    }
}

/// Where the floor lies.
struct Sheet {
    left: f32,
    top: f32,
    /// One bay: the yardstick's size.
    cell: (f32, f32),
    /// Whole bays per row.
    columns: usize,
    times: f32,
}

/// The approximate ratio of a floor's width to its height, in bays.
const BREADTH: f32 = 2.6;

impl Sheet {
    fn new(bay: Bay, top: f32, measured: &Measured<'_>) -> Self {
        let (left, w) = bay.picture();
        let columns = (measured.times * BREADTH).sqrt().ceil().min(measured.times.ceil()).max(1.0);
        // Walls reach beyond the bays.
        let eaves = w * 0.01;
        let (left, top, w) = (left + eaves, top + eaves, w - 2.0 * eaves);
        let (long, wide) = sides(measured.yardstick);
        // Neither a slender yardstick nor a small number of them may make the sheet too high.
        let rows = (measured.times / columns).ceil().max(1.0);
        let high = (w / columns * wide / long).min(w * 0.5 / rows);
        Self { left, top, cell: (high * long / wide, high), columns: columns as usize, times: measured.times }
    }

    fn rows(&self) -> usize {
        (self.times / self.columns as f32).ceil().max(1.0) as usize
    }

    fn foot(&self) -> f32 {
        self.top + self.cell.1 * self.rows() as f32
    }

    /// The area of each yardstick, and how much of it is floor: only the last may be partial.
    fn bays(&self) -> impl Iterator<Item = (Rect, f32)> {
        let (w, h) = self.cell;
        let count = self.times.ceil() as usize;
        (0..count).map(move |i| {
            let (row, column) = (i / self.columns, i % self.columns);
            let area = rect(self.left + w * column as f32, self.top + h * row as f32, w, h);
            (area, (self.times - i as f32).min(1.0))
        })
    }

    /// When a bay is laid, as a share of the entry.
    fn begun(&self, bay: usize) -> f32 {
        0.75 * bay as f32 / self.times.ceil().max(1.0)
    }

    /// The outline of all bays: a rectangle with a notch where the last row is not full.
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

    /// Ink by ink, so that the SVG needs one path for each.
    fn draw_floor(&self, builder: &mut SceneBuilder, bay: Bay) {
        for (i, (area, part)) in self.bays().enumerate() {
            builder.enter(Growth::Laid, self.begun(i), self.begun(i) + 0.05);
            builder.fill(Rect { w: area.w * part, ..area }, Ink::Fill);
        }
        for (i, (area, _)) in self.bays().enumerate() {
            builder.enter(Growth::Laid, self.begun(i), self.begun(i) + 0.05).outline(area, Ink::Rule, 0.75);
        }
        builder.enter(Growth::Rightward, 0.3, 1.0).line(&self.walls(), bay.ink(), 2.5);
    }

    /// The halfway line and the circle of each whole pitch.
    fn draw_pitches(&self, builder: &mut SceneBuilder) {
        let whole = || self.bays().enumerate().filter(|(_, (_, part))| *part >= 1.0).map(|(i, (area, _))| (i, area));
        for (i, area) in whole() {
            builder.enter(Growth::Laid, self.begun(i), self.begun(i) + 0.05);
            builder.upright(area.center().x, area.y, area.h, Ink::Rule, 1.0);
        }
        for (i, area) in whole() {
            builder.enter(Growth::Laid, self.begun(i), self.begun(i) + 0.05);
            builder.ring(area.center(), area.h * 0.135, Ink::Rule, 1.0);
        }
    }
}

/// The calculation under the floor, and the yardstick's own.
struct Legend {
    lines: Vec<String>,
}

impl Legend {
    fn new(bay: Bay, measured: &Measured<'_>) -> Self {
        let (size, room) = (bay.frame.label(), bay.frame.least(bay.picture().1));
        let Measured { yardstick, formula, .. } = measured;
        let texts = [formula.clone(), format!("{}：{}", yardstick.label, measured.source())];
        Self { lines: texts.iter().flat_map(|text| wrap_at_most(text, size, room, 3)).collect() }
    }

    fn height(&self, bay: Bay) -> f32 {
        bay.frame.v(10.0) + bay.line() * self.lines.len() as f32
    }

    fn draw(&self, builder: &mut SceneBuilder, bay: Bay, top: f32) {
        let (height, soft) = (bay.line() * self.lines.len() as f32, Hand::sans(bay.frame.label(), Ink::Soft));
        let middle = top + bay.frame.v(10.0) + height / 2.0;
        builder.lines(bay.picture().0, middle, &self.lines, bay.leading(), soft);
    }
}
