use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{at, rect};
use crate::ink::Ink;
use crate::scale::Scale;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::width;
use model::{Bound, Target, numeral};

/// A time limit as a line of so many years. It begins with a hollow mark, as the text names no date.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target) -> f32 {
    let (frame, size) = (bay.frame, bay.frame.label());
    let heading = Heading::of(target, bay);
    let (left, w) = bay.picture();
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let (line, words) = (top + frame.v(13.0), top + frame.v(44.0));
    let foot = (words + frame.v(14.0)).max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, frame.width, foot - bay.top), None));
    heading.draw(builder);

    let years = target.quantity.value.max(1);
    let radius = size * 0.45;
    // With room for the ring's line, or the drawing's edge would cut it.
    let reach = radius + 1.5;
    let scale = Scale::new(years as f64, left + reach, left + w - reach);
    draw_rule(builder, bay, &scale, line, years);
    builder.enter(Growth::Rightward, 0.0, 0.8);
    builder.level(scale.at(0.0) + radius, line, scale.at(years as f64) - scale.at(0.0) - radius, bay.ink(), 3.0);
    builder.stand().ring(at(scale.at(0.0), line), radius, bay.ink(), 2.0);
    builder.enter(Growth::Laid, 0.8, 0.9).disc(at(scale.at(years as f64), line), radius, bay.ink()).stand();

    let soft = Hand::sans(size, Ink::Soft);
    builder.text(left, words, "起", soft);
    let end = if target.quantity.bound == Bound::Within { "内完成" } else { "" };
    let end = format!("{}年{end}", numeral(years as usize));
    let free = frame.least(w) - width(&end, size) - size;
    for year in 1..years {
        let (x, text) = (scale.at(year as f64), format!("{}年", numeral(year as usize)));
        let half = width(&text, size) / 2.0;
        let apart = frame.least(w) / years as f32 > half * 2.0 + size * 0.5;
        if apart && frame.least(x - left) + half < free {
            builder.text(x, words, text, soft.middle());
        }
    }
    builder.text(left + w, words, end, Hand::sans(size, Ink::Text).end());
    builder.end_mark();
    foot
}

/// Ticks for the months where they stay apart, longer ones for the years.
fn draw_rule(builder: &mut SceneBuilder, bay: Bay, scale: &Scale, line: f32, years: u64) {
    const MONTHS: u64 = 12;
    let month = bay.frame.least(scale.at(1.0) - scale.at(0.0)) / MONTHS as f32;
    builder.stand();
    for i in 0..=years * MONTHS {
        let x = scale.at(i as f64 / MONTHS as f64);
        if i % MONTHS == 0 {
            builder.upright(x, line, bay.frame.v(16.0), Ink::Rule, 1.5);
        } else if month >= 4.0 {
            builder.upright(x, line, bay.frame.v(8.0), Ink::Rule, 1.0);
        }
    }
}
