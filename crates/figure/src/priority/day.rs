use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use model::{Bound, Quantity, Target};

const MONTHS: usize = 12;

/// The day of the year that a target must be reached by, in months from its beginning: 6 for
/// 6月底前, 5 for 6月前. None for what is no day of a year, as 2025年前.
pub fn of(quantity: &Quantity) -> Option<f32> {
    let month = quantity.amount.value.whole().filter(|month| (1..=MONTHS as u64).contains(month))? as f32;
    let day = quantity.amount.unit.strip_prefix('月').filter(|_| quantity.bound == Bound::By)?;
    let digits = day.trim_end_matches(['日', '号']);
    let into = match day {
        "" | "初" => 0.0,
        "上旬" => 1.0 / 3.0,
        "中旬" => 2.0 / 3.0,
        "下旬" | "底" | "末" => 1.0,
        _ => digits.parse::<u64>().ok().filter(|day| (1..=31).contains(day))? as f32 / 31.0,
    };
    Some(month - 1.0 + into)
}

/// A date on the year: twelve months, those until the date filled, and a flag on the day.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target, day: f32) -> f32 {
    let heading = Heading::of(target, bay);
    let (left, w) = bay.picture();
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let (size, thick, pitch) = (bay.frame.label(), bay.frame.v(20.0), (w - 2.0) / MONTHS as f32);
    let (strip, left) = (top + bay.frame.v(10.0), left + 1.0);
    let picture = strip + thick + bay.line() + bay.frame.v(4.0);
    let foot = picture.max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), None));
    heading.draw(builder);
    for month in 0..MONTHS {
        let filled = (day - month as f32).clamp(0.0, 1.0);
        let begun = 0.8 * month as f32 / MONTHS as f32;
        let x = left + pitch * month as f32;
        if filled > 0.0 {
            builder.enter(Growth::Laid, begun, begun + 0.1).fill(rect(x, strip, pitch * filled, thick), Ink::Fill);
        }
        builder.stand().outline(rect(x, strip, pitch, thick), Ink::Rule, 1.0);
    }
    let x = left + pitch * day;
    builder.enter(Growth::Laid, 0.8, 1.0).upright(
        x,
        strip - bay.frame.v(8.0),
        thick + bay.frame.v(8.0),
        bay.ink(),
        3.0,
    );
    builder.polygon(
        vec![at(x, strip - bay.frame.v(8.0)), at(x - size * 0.6, strip - bay.frame.v(4.0)), at(x, strip)],
        bay.ink(),
        1.0,
    );
    // Every third month is named.
    let names = strip + thick + bay.frame.v(4.0) + bay.line() / 2.0;
    for month in [1, 4, 7, 10] {
        let x = left + pitch * (month as f32 - 1.0);
        builder.stand().text(x, names, format!("{month}月"), Hand::sans(size, Ink::Soft));
    }
    builder.end_mark().stand();
    foot
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Amount, Limits};

    #[test]
    fn a_date_is_a_place_on_the_year() {
        let by = |value: u64, unit: &str, bound| {
            let amount = Amount::new(value, unit);
            of(&Quantity { amount, bound, start: None, limits: Limits::default(), is_spoken: false })
        };
        assert_eq!(by(6, "月底", Bound::By), Some(6.0));
        assert_eq!(by(6, "月", Bound::By), Some(5.0));
        assert_eq!(by(12, "月31日", Bound::By), Some(12.0));
        assert_eq!(by(2025, "年", Bound::By), None);
        assert_eq!(by(13, "月底", Bound::By), None);
        assert_eq!(by(6, "月底", Bound::Within), None);
        assert_eq!(by(6, "月40日", Bound::By), None);
    }
}
