use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::geometry::{Rect, rect};
use super::ink::Ink;
use super::paper::Paper;
use super::period::Period;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap, wrap_at_most};
use model::{Decimal, Derived, Edition, Indicator, Money};

/// What there is to know of this drawing.
pub const ABOUT: About = About {
    group: ChartGroup::Numbers,
    paper: Paper::Results,
    columns: ["月份", "数值"],
    twins: &[Twin::NARROW, Twin::WIDE],
    periods: &[Period::Year, Period::Month, Period::Day],
    lit_by: LitBy::Nothing,
};

/// A year's income as tiles in twelve rows, a row for the month's share; the first month is the one to see.
pub fn plan(edition: &Edition, frame: Frame, period: Period) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let Some(indicator) = income(edition) else {
        let height = draw_foot(&mut builder, frame, 0.0, &[sentence(edition)]);
        return builder.finish(height);
    };
    let counted = Counted::new(indicator.money, period);
    let top = draw_head(&mut builder, edition, indicator, &counted, frame);
    let grid = Grid::new(indicator.money, frame, top);
    for month in 0..MONTHS {
        draw_month(&mut builder, indicator, &counted, &grid, month);
    }
    let height = draw_foot(&mut builder, frame, grid.bottom() + frame.v(8.0), &counted.legend);
    builder.finish(height)
}

/// The year's income with what it comes to in a month and in a day.
pub fn sentence(edition: &Edition) -> String {
    let Some(indicator) = income(edition) else {
        return "这一版没有以元计的收入。".to_owned();
    };
    let money = indicator.money;
    let (month, day) = (money.per_month(), money.per_day());
    format!(
        "{}年，{}{}{}元，平均每月约{}元（{}），每天约{}元（{}）。",
        edition.masthead.results_year,
        edition.masthead.short_place,
        indicator.name,
        money.shown(),
        month.value,
        month.formula,
        day.value,
        day.formula
    )
}

const MONTHS: usize = 12;

fn income(edition: &Edition) -> Option<&Indicator> {
    edition.indicators.iter().find(|i| matches!(i.money, Money::Yuan(_)))
}

/// What one tile stands for: 100 yuan, or the next power of ten that leaves tiles one can still see.
fn tile_worth(money: Money) -> u64 {
    const MOST_A_ROW: u64 = 60;
    let mut worth: u64 = 100;
    while money.printed() / MONTHS as u64 / worth > MOST_A_ROW {
        worth *= 10;
    }
    worth
}

/// The income over the time that is chosen.
struct Counted {
    period: Period,
    value: Decimal,
    /// How many tiles of the first row are lit; the other rows follow `period`.
    lit: f64,
    /// What a tile is and what a row, each a sentence.
    legend: [String; 2],
}

impl Counted {
    fn new(money: Money, period: Period) -> Self {
        let worth = tile_worth(money);
        let tiles = |parts: u64, places| Decimal::quotient(money.printed(), parts.saturating_mul(worth), places);
        let tile = format!("1格＝{}元", Decimal::new(worth, 0));
        let (month, day) = (money.per_month(), money.per_day());
        let row = format!("1行＝1个月：{}元", month.formula);
        let (parts, value, legend) = match period {
            Period::Year => (MONTHS as u64, money.shown(), [format!("{tile}，共{}格", tiles(1, 2)), row]),
            Period::Month => {
                let a_month = tiles(MONTHS as u64, 2);
                (MONTHS as u64, month.value, [format!("{tile}，1个月约{a_month}格"), row])
            }
            Period::Day | Period::Minute => {
                let sum = format!("1天：{}元", day.formula);
                (365, day.value, [format!("{tile}，1天约{}格", tiles(365, 1)), sum])
            }
        };
        Self { period, value, lit: tiles(parts, 4).to_f64(), legend }
    }

    const fn period(&self) -> &'static str {
        match self.period {
            Period::Year => "全年",
            Period::Month => "平均每月",
            Period::Day | Period::Minute => "平均每天",
        }
    }
}

/// Name and period on the left, the number big on the right; below each other where type is large.
fn draw_head(
    builder: &mut SceneBuilder,
    edition: &Edition,
    indicator: &Indicator,
    counted: &Counted,
    frame: Frame,
) -> f32 {
    let (money, unit) = (indicator.money, indicator.money.shown_unit());
    let period = |period: &str| format!("{}年{period}", edition.masthead.results_year);
    let (whole, unit_width) = (frame.least(frame.width), width(unit, frame.label()));
    // By the widest number that can stand here, so that nothing moves when another period is chosen.
    let numbers = [money.shown(), money.per_month().value, money.per_day().value];
    let widest = numbers.iter().map(|n| width(&n.to_string(), frame.numeral())).fold(0.0, f32::max);
    let beside = whole - widest - unit_width - 14.0;
    let stacked = beside < width(&period("平均每月"), frame.label());
    let numeral = frame.numeral() * ((whole - unit_width - 6.0) / widest).min(1.0);
    let room = if stacked { whole } else { beside };
    let mut lines = wrap_at_most(&indicator.name, frame.label(), room, 2);
    let names = lines.len();
    lines.push(period(counted.period()));
    let (leading, half) = (frame.label() * 1.25, frame.v(12.0 + 9.5 * lines.len() as f32));
    let first = half - leading * (lines.len() - 1) as f32 / 2.0;
    for (i, line) in lines.into_iter().enumerate() {
        let ink = if i < names { Ink::Text } else { Ink::Soft };
        builder.text(0.0, first + leading * i as f32, line, Hand::sans(frame.label(), ink));
    }
    let middle = if stacked { half * 2.0 + frame.v(16.0) } else { half };
    builder.text(frame.width, middle + frame.v(5.0), unit, Hand::sans(frame.label(), Ink::Soft).end());
    builder.text(
        frame.width - unit_width - 6.0,
        middle,
        counted.value.to_string(),
        Hand::serif(numeral, Ink::Text).end(),
    );
    middle + frame.v(35.0)
}

/// Where the tiles lie.
struct Grid {
    width: f32,
    top: f32,
    row: f32,
    /// Lines of tiles in a row: on a phone two, so that a tile stays big enough to be counted.
    lines: usize,
    left: f32,
    pitch: f32,
    tile: (f32, f32),
    /// Down from one line of tiles to the next.
    step: f32,
    /// Places for tiles in a row, the last perhaps only for a part.
    places: usize,
    /// A month's share in tiles.
    month: f64,
    label: f32,
}

impl Grid {
    fn new(money: Money, frame: Frame, top: f32) -> Self {
        /// Fewer columns would make tiles out of proportion.
        const FEWEST: usize = 12;
        let lines = if frame.is_wide() { 1 } else { 2 };
        let month = Decimal::quotient(money.printed(), MONTHS as u64 * tile_worth(money), 4).to_f64();
        let places = (month.ceil() as usize).max(1);
        let left = width("12月", frame.label()) + 10.0;
        let columns = (places - places / lines * (lines - 1)).max(FEWEST);
        // The last column ends with the frame, without the joint behind it.
        let pitch = (frame.width - left) / (columns as f32 - JOINT);
        let (row, height) = if frame.is_wide() { (31.0, 23.0) } else { (31.0, 11.8) };
        Self {
            width: frame.width,
            top,
            row: frame.v(row),
            lines,
            left,
            pitch,
            tile: (pitch * (1.0 - JOINT), frame.v(height)),
            step: frame.v(height + 1.8),
            places,
            month,
            label: frame.label(),
        }
    }

    /// Line after line; what is left over stands at the end of the last.
    fn tile_at(&self, middle: f32, place: usize) -> Rect {
        let a_line = (self.places / self.lines).max(1);
        let line = (place / a_line).min(self.lines - 1);
        let high = self.step * (self.lines - 1) as f32 + self.tile.1;
        let x = self.left + self.pitch * (place - line * a_line) as f32;
        rect(x, middle - high / 2.0 + self.step * line as f32, self.tile.0, self.tile.1)
    }

    fn bottom(&self) -> f32 {
        self.top + self.row * MONTHS as f32
    }
}

/// The share of the pitch that stays open between two tiles.
const JOINT: f32 = 0.13;

fn draw_month(builder: &mut SceneBuilder, indicator: &Indicator, counted: &Counted, grid: &Grid, month: usize) {
    let top = grid.top + grid.row * month as f32;
    let first = month == 0;
    let lit = if first || counted.period == Period::Year { counted.lit } else { 0.0 };
    let ink = if lit > 0.0 { Ink::Text } else { Ink::Soft };
    let name = format!("{}月", month + 1);
    builder.begin_mark(mark(indicator, counted, month, &name, rect(0.0, top, grid.width, grid.row)));
    let middle = top + grid.row / 2.0;
    builder.stand().text(grid.left - 10.0, middle, name, Hand::sans(grid.label, ink).end());
    for place in 0..grid.places {
        let tile = grid.tile_at(middle, place);
        let (whole, share) = (part_of(grid.month, place), part_of(lit, place));
        builder.stand();
        if whole < 1.0 {
            builder.outline(tile, Ink::Faint, 1.0);
        }
        if share < whole {
            builder.fill(part(tile, whole), Ink::Faint);
        }
        if share > 0.0 {
            let at = 0.95 * (month as f32 + place as f32 / grid.places as f32) / MONTHS as f32;
            builder.enter(Growth::Laid, at, at + 0.05);
            builder.fill(part(tile, share), if first { Ink::Accent } else { Ink::Line });
        }
    }
    builder.end_mark().stand();
}

/// How much of the tile at a place an amount fills.
fn part_of(tiles: f64, place: usize) -> f32 {
    (tiles - place as f64).clamp(0.0, 1.0) as f32
}

/// A tile's left part; however small, it is seen.
fn part(tile: Rect, share: f32) -> Rect {
    Rect { w: (tile.w * share).max(1.0), ..tile }
}

fn mark(indicator: &Indicator, counted: &Counted, month: usize, name: &str, area: Rect) -> Mark {
    let Derived { value, formula } = indicator.money.per_month();
    let note = match counted.period {
        Period::Day | Period::Minute if month == 0 => {
            format!("{formula}；点亮的是一天的一份：{}", indicator.money.per_day().formula)
        }
        _ => formula,
    };
    Mark {
        key: format!("month-{}", month + 1).into(),
        area,
        name: name.to_owned(),
        value: format!("平均{value}{}", indicator.money.printed_unit()),
        note: Some(note),
        quote: Some(indicator.quote.clone()),
        target: None,
        tags: Vec::new(),
    }
}

/// Sentences below each other; returns where they end.
fn draw_foot(builder: &mut SceneBuilder, frame: Frame, top: f32, sentences: &[String]) -> f32 {
    let leading = frame.v(if frame.is_wide() { 24.0 } else { 22.0 });
    let room = frame.least(frame.width);
    let mut y = top;
    for line in sentences.iter().flat_map(|sentence| wrap(sentence, frame.label(), room)) {
        builder.text(0.0, y + leading / 2.0, line, Hand::sans(frame.label(), Ink::Soft));
        y += leading;
    }
    y
}
