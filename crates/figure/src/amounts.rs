use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::geometry::rect;
use super::ink::Ink;
use super::paper::Paper;
use super::ruler::Ruler;
use super::scale::Scale;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap_at_most};
use model::{Amount, Before, Decimal, Edition, Indicator, IndicatorView};

pub const ABOUT: About = About {
    group: ChartGroup::Numbers,
    paper: Paper::Results,
    columns: |_| ["指标".into(), "数值".into()],
    twins: Twin::OF_OVERVIEW,
    tells_itself: true,
    lit_by: LitBy::Nothing,
};

/// The year's amounts. Those of one kind are bars on one zero-based ruler; one that nothing can be
/// compared with is its number. The first is emphasised.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let (mut top, mut index) = (0.0, 0);
    for ruler in Ruler::all(edition) {
        let row = Row::new(frame, &ruler);
        let (foot, start) = (top + row.height * ruler.indicators.len() as f32, top);
        let scale = Scale::rounded(ruler.longest(), if frame.is_wide() { 8 } else { 6 }, 0.0, frame.width);
        if row.has_bar {
            draw_ruler(&mut builder, &scale, frame, (start, foot), &ruler.unit());
        }
        for indicator in &ruler.indicators {
            let lengths = |amount: &Amount| scale.at(ruler.length(amount));
            draw_row(&mut builder, indicator, &row, (top, index), lengths);
            (top, index) = (top + row.height, index + 1);
        }
        top = foot + frame.v(if row.has_bar { 34.0 } else { 0.0 });
    }
    builder.finish(top)
}

/// How a row is laid out, from its top.
struct Row {
    frame: Frame,
    /// Large type on a phone: name and number no longer fit side by side.
    stacked: bool,
    height: f32,
    /// What of it is empty, at its foot.
    below: f32,
    has_bar: bool,
    /// Whether anything is drawn below the words.
    has_strip: bool,
}

/// Between a row's number and the next row, where the bar is.
const BAR: f32 = 18.0;
/// Under the bar of the year before.
const GHOST: f32 = 8.0;

impl Row {
    fn new(frame: Frame, ruler: &Ruler<'_>) -> Self {
        let stacked = !frame.is_wide() && frame.enlargement() > 1.0 || ruler.indicators.iter().any(|i| !fits(i, frame));
        let has_bar = ruler.has_bars();
        let has_strip = has_bar || ruler.indicators[0].view == IndicatorView::Share;
        let height = match (stacked, frame.is_wide()) {
            (true, true) => 106.0,
            (true, false) => 84.0,
            (false, true) => 66.0,
            (false, false) => 54.0,
        };
        // Below last year's bar the next row's words would touch it.
        let has_ghost = has_strip && ruler.indicators.iter().any(|indicator| indicator.before.is_some());
        let below = if has_ghost { GHOST } else { 0.0 };
        let height = frame.v(height + below - if has_strip { 0.0 } else { BAR - 6.0 });
        Self { frame, stacked, height, below: frame.v(below), has_bar, has_strip }
    }

    /// The middle of the number.
    fn middle(&self) -> f32 {
        self.frame.v(match (self.stacked, self.frame.is_wide()) {
            (true, true) => 62.0,
            (true, false) => 44.0,
            (false, true) => 25.0,
            (false, false) => 20.0,
        })
    }
}

/// Whether a name of some words has room beside the number.
fn fits(indicator: &Indicator, frame: Frame) -> bool {
    let number = width(&indicator.number(), frame.numeral());
    let taken = number + width(&indicator.unit(), frame.label()) + 18.0;
    frame.least(frame.width) - taken >= frame.label() * NAME
}

/// In ems, the least room for a name.
const NAME: f32 = 4.0;

/// What stands beside a number: its name, and what changed below it, where there is room.
struct Beside {
    name: Vec<String>,
    changed: Option<String>,
}

impl Beside {
    fn new(indicator: &Indicator, frame: Frame, room: f32, stacked: bool) -> Self {
        let name = wrap_at_most(&indicator.name, frame.label(), room, if stacked { 1 } else { 2 });
        let changed =
            aside(indicator).filter(|aside| name.len() == 1 && !stacked && width(aside, frame.label()) <= room);
        Self { name, changed }
    }
}

/// A very large number is set smaller rather than leave the frame.
fn numeral(indicator: &Indicator, frame: Frame) -> f32 {
    let unit = width(&indicator.unit(), frame.label());
    let number = width(&indicator.number(), 1.0);
    frame.numeral().min(frame.least(frame.width - unit - 6.0) / number)
}

/// What the number and its unit take of the row's width.
fn taken(indicator: &Indicator, frame: Frame) -> f32 {
    let number = width(&indicator.number(), numeral(indicator, frame));
    number + width(&indicator.unit(), frame.label()) + 18.0
}

/// From line to line, in ems.
const LEADING: f32 = 1.15;

fn draw_row(
    builder: &mut SceneBuilder,
    indicator: &Indicator,
    row: &Row,
    (top, index): (f32, usize),
    length: impl Fn(&Amount) -> f32,
) {
    let (frame, stacked) = (row.frame, row.stacked);
    let (value, unit) = (indicator.shown.value, indicator.unit());
    let ink = if index == 0 { Ink::Accent } else { Ink::Line };
    builder.begin_mark(Mark {
        key: indicator.id.clone(),
        area: rect(0.0, top, frame.width, row.height),
        name: indicator.name.clone(),
        value: indicator.words(),
        note: indicator.notes(),
        quote: Some(indicator.quote.clone()),
        target: None,
        tags: Vec::new(),
    });
    let middle = top + row.middle();
    let unit_width = width(&unit, frame.label());
    let soft = Hand::sans(frame.label(), Ink::Soft);
    let room = frame.least(frame.width - if stacked { 0.0 } else { taken(indicator, frame) });
    let Beside { name, changed } = Beside::new(indicator, frame, room, stacked);
    let is_two = name.len() + usize::from(changed.is_some()) > 1;
    // Two lines fill the height above the bar, close together on the narrowest phones.
    let high = row.height - row.below - frame.v(if row.has_strip { BAR } else { 0.0 });
    let name_middle = match (stacked, is_two) {
        (true, _) => top + frame.v(16.0),
        (false, true) => top + high / 2.0,
        (false, false) => middle + frame.v(4.0),
    };
    let size = frame.label();
    let leading = (size * LEADING).min(high - size * 1.02);
    let lift = if changed.is_some() { leading / 2.0 } else { 0.0 };
    builder.stand().lines(0.0, name_middle - lift, &name, leading, Hand::sans(size, Ink::Text));
    if let Some(changed) = changed {
        builder.text(0.0, name_middle - lift + leading, changed, soft);
    }
    builder.text(frame.width, middle + frame.v(4.0), unit, soft.end());
    builder.text(
        frame.width - unit_width - 6.0,
        middle,
        indicator.number(),
        Hand::serif(numeral(indicator, frame), Ink::Text).end(),
    );
    let start = (0.15 * index as f32).min(0.4);
    builder.enter(Growth::Rightward, start, (start + 0.6).min(1.0));
    let bar = top + row.height - row.below - frame.v(BAR);
    if row.has_bar {
        let ghost = indicator.before.as_ref().map(|before| length(&before.shown));
        let thick = frame.v(if ghost.is_some() { 8.0 } else { 12.0 });
        builder.fill(rect(0.0, bar, length(&indicator.shown), thick), ink);
        if let Some(ghost) = ghost {
            builder.fill(rect(0.0, bar + thick + frame.v(1.0), ghost, frame.v(4.0)), Ink::Rule);
        }
    } else if indicator.view == IndicatorView::Share {
        let whole = rect(0.5, bar, frame.width - 1.0, frame.v(12.0));
        builder.fill(rect(0.0, bar, frame.width * (value.to_f64() / 100.0) as f32, whole.h), ink);
        if let Some(before) = &indicator.before {
            let ghost = frame.width * (before.shown.value.to_f64() / 100.0).min(1.0) as f32;
            builder.fill(rect(0.0, whole.bottom() + frame.v(1.0), ghost, frame.v(3.0)), Ink::Rule);
        }
        builder.stand().outline(whole, Ink::Rule, 1.0);
    }
    builder.end_mark().stand();
}

/// What changed, in the source's words, or what it was the year before.
fn aside(indicator: &Indicator) -> Option<String> {
    let before = indicator.before.as_ref().map(Before::words);
    let parts: Vec<String> = [indicator.change.clone(), before].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("，"))
}

/// Ticks at round values, each with a hair line through the bars; the last one has the unit.
fn draw_ruler(builder: &mut SceneBuilder, scale: &Scale, frame: Frame, (top, foot): (f32, f32), unit: &str) {
    let y = foot + frame.v(4.0);
    let ticks = scale.ticks(if frame.is_wide() { 10 } else { 8 });
    let is_whole = |places: &u8| ticks.iter().all(|tick| (tick * 10_f64.powi((*places).into())).fract().abs() < 1e-6);
    let places = (0..3).find(is_whole).unwrap_or(3);
    let tick_text = |tick| tick_text(tick, places);
    let step = ticks.get(1).map_or(frame.width, |&tick| scale.at(tick));
    let widest = ticks.last().map_or(0.0, |&tick| width(&tick_text(tick), frame.label()));
    // Only every second or third number, where they would touch.
    let every = ((widest + frame.label()) / frame.least(step)).ceil().max(1.0) as usize;
    let hand = Hand::sans(frame.label(), Ink::Soft);
    let end = ticks.last().map_or(unit.to_owned(), |&tick| tick_text(tick) + unit);
    let end_from = frame.width - width(&end, frame.label());
    // With less space, an SVG would have another number than its canvas, whose type is a little smaller.
    let end_space = frame.label() * 1.5;
    for (i, &tick) in ticks.iter().enumerate() {
        let x = scale.at(tick).clamp(0.5, frame.width - 0.5);
        builder.upright(x, top, foot - top, Ink::Faint, 1.0);
        builder.upright(x, y, frame.v(6.0), Ink::Rule, 1.0);
        let text = tick_text(tick);
        let half = width(&text, frame.label()) / 2.0;
        if i == 0 && half * 2.0 + 6.0 <= end_from {
            builder.text(0.0, y + frame.v(19.0), text, hand);
        } else if i > 0 && i % every == 0 && x + half + end_space <= end_from {
            builder.text(x, y + frame.v(19.0), text, hand.middle());
        }
    }
    builder.text(frame.width, y + frame.v(19.0), end, hand.end());
    builder.level(0.0, y, frame.width, Ink::Rule, 1.5);
}

fn tick_text(tick: f64, places: u8) -> String {
    Decimal::new((tick * 10_f64.powi(places.into())).round() as u64, places).to_string()
}

/// States each amount.
pub fn sentence(edition: &Edition) -> String {
    let rulers = Ruler::all(edition);
    let parts: Vec<String> = rulers.iter().flat_map(|ruler| &ruler.indicators).map(|i| phrase(i)).collect();
    format!("{}年，{}{}。", edition.masthead.results_year, edition.masthead.short_place, parts.join("，"))
}

/// The amount, and how it compares with the year before.
fn phrase(indicator: &Indicator) -> String {
    let changed = indicator.change.clone().or_else(|| indicator.difference()).map(|changed| format!("，{changed}"));
    format!("{}{}{}", indicator.name, indicator.words(), changed.unwrap_or_default())
}
