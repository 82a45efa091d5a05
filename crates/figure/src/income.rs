use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::geometry::rect;
use super::ink::Ink;
use super::paper::Paper;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap, wrap_at_most};
use model::{Amount, Derived, Edition, Indicator, IndicatorView};

pub const ABOUT: About = About {
    group: ChartGroup::Numbers,
    paper: Paper::Results,
    columns: |_| ["平均到".into(), "数值".into()],
    twins: Twin::OF_OVERVIEW,
    tells_itself: true,
    lit_by: LitBy::Nothing,
};

/// A year's income as one bar in twelve parts, one for each month's share; the first is emphasised.
/// Below are the amounts per month and per day, with the calculations.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let Some(indicator) = income(edition) else {
        return builder.finish(0.0);
    };
    let money = &indicator.amount;
    let [month, day] = [money.per_month(), money.per_day_closely()];
    builder.begin_mark(mark(indicator, "year", "全年", indicator.words(), None));
    let bar = draw_head(&mut builder, indicator, frame);
    builder.set_area(rect(0.0, 0.0, frame.width, bar));

    builder.begin_mark(mark(indicator, "month", "平均每月", about(&month, money), Some(&month)));
    let under = bar + frame.v(THICK + 5.0);
    draw_bar(&mut builder, frame, bar);
    let middle = draw_lines(&mut builder, frame, under, &format!("1格＝1个月：{}", sum(&month, money)));
    // A touch target must be taller than a line of text, so it takes some of the bar's area.
    let edge = middle - frame.v(9.0);
    builder.set_area(rect(0.0, bar, frame.width, edge - bar));

    builder.begin_mark(mark(indicator, "day", "平均每天", about(&day, money), Some(&day)));
    let foot = draw_lines(&mut builder, frame, middle, &format!("平均每天：{}", sum(&day, money)));
    builder.set_area(rect(0.0, edge, frame.width, foot - edge)).end_mark();
    builder.finish(foot)
}

/// The year's income, and what that is per month and per day.
pub fn sentence(edition: &Edition) -> String {
    let Some(indicator) = income(edition) else {
        return String::new();
    };
    let money = &indicator.amount;
    let (month, day) = (money.per_month(), money.per_day_closely());
    let unit = &money.unit;
    format!(
        "{}年，{}{}{}，平均每月约{}{unit}（{}），每天约{}{unit}（{}）。",
        edition.masthead.results_year,
        edition.masthead.short_place,
        indicator.name,
        indicator.words(),
        month.value,
        month.formula,
        day.value,
        day.formula
    )
}

const MONTHS: usize = 12;
/// The bar's height, and the gap between two of its parts.
const THICK: f32 = 22.0;
const JOINT: f32 = 2.0;

fn income(edition: &Edition) -> Option<&Indicator> {
    edition.indicators.iter().find(|i| i.view == IndicatorView::Months)
}

fn about(share: &Derived, money: &Amount) -> String {
    format!("约{}{}", share.value, money.unit)
}

fn sum(share: &Derived, money: &Amount) -> String {
    format!("{}{}", share.formula, money.unit)
}

/// The area is set after drawing.
fn mark(indicator: &Indicator, key: &str, name: &str, value: String, share: Option<&Derived>) -> Mark {
    Mark {
        key: key.into(),
        area: rect(0.0, 0.0, 0.0, 0.0),
        name: name.to_owned(),
        value,
        note: share.map(|share| share.formula.clone()).or_else(|| indicator.notes()),
        quote: Some(indicator.quote.clone()),
        target: None,
        tags: Vec::new(),
    }
}

/// The name on the left, the number big on the right; below each other where type is large. Returns where they
/// end.
fn draw_head(builder: &mut SceneBuilder, indicator: &Indicator, frame: Frame) -> f32 {
    let unit = indicator.unit();
    let (whole, unit_width) = (frame.least(frame.width), width(&unit, frame.label()));
    let number = indicator.number();
    let widest = width(&number, frame.numeral());
    let beside = whole - widest - unit_width - 14.0;
    let stacked = beside < width(&indicator.name, frame.label()) / 2.0;
    let numeral = frame.numeral() * ((whole - unit_width - 6.0) / widest).min(1.0);
    let lines = wrap_at_most(&indicator.name, frame.label(), if stacked { whole } else { beside }, 2);
    // The numeral keeps its size in a narrower frame, and must stay within it.
    let least = if frame.is_wide() { 25.0 } else { 20.0 };
    let half = frame.v((8.0 + 10.0 * lines.len() as f32).max(least));
    builder.lines(0.0, half, &lines, frame.label() * 1.25, Hand::sans(frame.label(), Ink::Text));
    let middle = if stacked { half * 2.0 + frame.v(14.0) } else { half };
    builder.text(frame.width, middle + frame.v(5.0), unit, Hand::sans(frame.label(), Ink::Soft).end());
    builder.text(frame.width - unit_width - 6.0, middle, number, Hand::serif(numeral, Ink::Text).end());
    if stacked { middle + frame.v(22.0) } else { half * 2.0 + frame.v(2.0) }
}

/// The parts enter one after the other.
fn draw_bar(builder: &mut SceneBuilder, frame: Frame, top: f32) {
    let pitch = (frame.width + JOINT) / MONTHS as f32;
    for month in 0..MONTHS {
        let begun = 0.9 * month as f32 / MONTHS as f32;
        let ink = if month == 0 { Ink::Accent } else { Ink::Line };
        let part = rect(pitch * month as f32, top, pitch - JOINT, frame.v(THICK));
        builder.enter(Growth::Rightward, begun, begun + 0.1).fill(part, ink);
    }
    builder.stand();
}

/// A sentence in as many lines as it needs; returns where they end.
fn draw_lines(builder: &mut SceneBuilder, frame: Frame, top: f32, sentence: &str) -> f32 {
    let leading = frame.v(if frame.is_wide() { 24.0 } else { 21.0 });
    let mut y = top;
    for line in wrap(sentence, frame.label(), frame.least(frame.width)) {
        builder.text(0.0, y + leading / 2.0, line, Hand::sans(frame.label(), Ink::Soft));
        y += leading;
    }
    y
}
