use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::geometry::rect;
use super::ink::Ink;
use super::paper::Paper;
use super::scale::Scale;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap_at_most};
use model::{Decimal, Edition, Indicator, Money};

pub const ABOUT: About = About {
    group: ChartGroup::Numbers,
    paper: Paper::Results,
    columns: |_| ["指标".into(), "数值".into()],
    twins: Twin::OF_OVERVIEW,
    tells_itself: true,
    lit_by: LitBy::Nothing,
};

/// The amounts that share a unit, as bars on one zero-based scale; the first is emphasised.
pub fn plan(edition: &Edition, frame: Frame) -> Scene {
    let amounts = amounts(edition);
    let mut builder = SceneBuilder::new(frame);
    // Large type on a phone: name and number no longer fit side by side.
    let stacked = !frame.is_wide() && frame.enlargement() > 1.0;
    let row = frame.v(match (stacked, frame.is_wide()) {
        (true, _) => 84.0,
        (false, true) => 66.0,
        (false, false) => 54.0,
    });
    let ruler = frame.v(34.0);
    let foot = row * amounts.len() as f32;
    let most = amounts.iter().map(|a| a.money.shown().to_f64()).fold(0.0, f64::max);
    let scale = Scale::rounded(most, if frame.is_wide() { 8 } else { 6 }, 0.0, frame.width);

    draw_ruler(&mut builder, &scale, frame, foot, amounts.first().map_or("", |a| a.money.shown_unit()));
    for (i, indicator) in amounts.iter().enumerate() {
        let (value, unit) = (indicator.money.shown(), indicator.money.shown_unit());
        let top = row * i as f32;
        let ink = if i == 0 { Ink::Accent } else { Ink::Line };
        builder.begin_mark(Mark {
            key: indicator.id.clone(),
            area: rect(0.0, top, frame.width, row),
            name: indicator.name.clone(),
            value: format!("{value}{unit}"),
            note: indicator.gloss.clone(),
            quote: Some(indicator.quote.clone()),
            target: None,
            tags: Vec::new(),
        });
        let middle = top
            + frame.v(match (stacked, frame.is_wide()) {
                (true, _) => 44.0,
                (false, true) => 25.0,
                (false, false) => 20.0,
            });
        let unit_width = width(unit, frame.label());
        let number = value.to_string();
        // A very large number is set smaller rather than leave the frame.
        let numeral = frame.numeral().min(frame.least(frame.width - unit_width - 6.0) / width(&number, 1.0));
        let taken = width(&number, numeral) + unit_width + 18.0;
        let room = if stacked { frame.least(frame.width) } else { frame.least(frame.width - taken) };
        let name = wrap_at_most(&indicator.name, frame.label(), room, if stacked { 1 } else { 2 });
        let name_middle = if stacked { top + frame.v(16.0) } else { middle + frame.v(4.0) };
        builder.stand().lines(0.0, name_middle, &name, frame.label() * 1.15, Hand::sans(frame.label(), Ink::Text));
        builder.text(frame.width, middle + frame.v(4.0), unit, Hand::sans(frame.label(), Ink::Soft).end());
        builder.text(frame.width - unit_width - 6.0, middle, number, Hand::serif(numeral, Ink::Text).end());
        let start = 0.15 * i as f32;
        builder.enter(Growth::Rightward, start, (start + 0.6).min(1.0));
        builder.fill(rect(0.0, top + row - frame.v(18.0), scale.at(value.to_f64()), frame.v(12.0)), ink);
        builder.end_mark().stand();
    }
    builder.finish(foot + ruler)
}

/// Ticks at round values, each with a hair line through the bars; the last one has the unit.
fn draw_ruler(builder: &mut SceneBuilder, scale: &Scale, frame: Frame, foot: f32, unit: &str) {
    let y = foot + frame.v(4.0);
    let ticks = scale.ticks(if frame.is_wide() { 10 } else { 8 });
    let step = ticks.get(1).map_or(frame.width, |&tick| scale.at(tick));
    let widest = ticks.last().map_or(0.0, |&tick| width(&tick_text(tick), frame.label()));
    // Only every second or third number, where they would touch.
    let every = ((widest + frame.label()) / frame.least(step)).ceil().max(1.0) as usize;
    let hand = Hand::sans(frame.label(), Ink::Soft);
    let end = ticks.last().map_or(unit.to_owned(), |&tick| tick_text(tick) + unit);
    let end_from = frame.width - width(&end, frame.label());
    for (i, &tick) in ticks.iter().enumerate() {
        let x = scale.at(tick).clamp(0.5, frame.width - 0.5);
        builder.upright(x, 0.0, foot, Ink::Faint, 1.0);
        builder.upright(x, y, frame.v(6.0), Ink::Rule, 1.0);
        let text = tick_text(tick);
        let half = width(&text, frame.label()) / 2.0;
        if i == 0 {
            builder.text(0.0, y + frame.v(19.0), text, hand);
        } else if i % every == 0 && x + half + 6.0 <= end_from {
            builder.text(x, y + frame.v(19.0), text, hand.middle());
        }
    }
    builder.text(frame.width, y + frame.v(19.0), end, hand.end());
    builder.level(0.0, y, frame.width, Ink::Rule, 1.5);
}

fn tick_text(tick: f64) -> String {
    Decimal::new(tick.round() as u64, 0).to_string()
}

fn amounts(edition: &Edition) -> Vec<&Indicator> {
    edition.indicators.iter().filter(|i| matches!(i.money, Money::WanYuan(_))).collect()
}

/// States each amount.
pub fn sentence(edition: &Edition) -> String {
    let parts: Vec<String> =
        amounts(edition).iter().map(|i| format!("{}{}{}", i.name, i.money.shown(), i.money.shown_unit())).collect();
    format!("{}年，{}{}。", edition.masthead.results_year, edition.masthead.short_place, parts.join("，"))
}
