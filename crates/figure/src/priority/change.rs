use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{Rect, at, rect};
use crate::ink::Ink;
use crate::scale::Scale;
use crate::scene::Growth;
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::width;
use model::{Bound, Decimal, Target};

/// A number that is to fall or rise: where it starts and where it is to be, as two bars on one
/// scale from zero, and an arrow from the one to the other.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target, start: Decimal) -> f32 {
    let heading = Heading::of(target, bay);
    let (left, w) = bay.picture();
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let (amount, size) = (&target.quantity.amount, bay.frame.label());
    let end = match target.quantity.bound {
        Bound::UpTo(most) => most,
        _ => amount.value,
    };
    let rows = [(start, "由", Ink::Rule), (end, "到", bay.ink())];
    let number = |value: Decimal| {
        let words = if value == end { target.quantity.number() } else { value.to_string() };
        format!("{words}{}", amount.unit)
    };
    let words = rows.iter().map(|(value, word, _)| width(&format!("{word}{}", number(*value)), size));
    let taken = (words.fold(0.0, f32::max) + size) / bay.frame.least(1.0);
    let scale = Scale::new(start.to_f64().max(end.to_f64()), 0.0, (w - taken).max(w * 0.2));
    let (thick, pitch) = (bay.frame.v(18.0), bay.frame.v(18.0).max(bay.line()) + bay.frame.v(8.0));
    let picture = top + pitch * 2.0;
    let foot = picture.max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), None));
    heading.draw(builder);
    for (i, (value, word, ink)) in rows.into_iter().enumerate() {
        let middle = top + pitch * (i as f32 + 0.5);
        let bar = Rect { x: left, y: middle - thick / 2.0, w: scale.at(value.to_f64()), h: thick };
        builder.enter(Growth::Rightward, 0.3 * i as f32, 0.3 * i as f32 + 0.5).fill(bar, ink);
        let text = Hand::sans(size, if i == 0 { Ink::Soft } else { Ink::Text });
        builder.stand().text(bar.right() + size * 0.5, middle, format!("{word}{}", number(value)), text);
    }
    let (from, to) = (left + scale.at(start.to_f64()), left + scale.at(end.to_f64()));
    if (from - to).abs() > size {
        // Between the bars, from the one end to the other.
        let (y, tip) = (top + pitch, size * 0.3);
        let back = if to < from { tip } else { -tip };
        builder.level(from.min(to), y, (from - to).abs(), Ink::Text, 1.5);
        builder.polygon(vec![at(to, y), at(to + back, y - tip / 1.5), at(to + back, y + tip / 1.5)], Ink::Text, 1.0);
    }
    builder.end_mark().stand();
    foot
}
