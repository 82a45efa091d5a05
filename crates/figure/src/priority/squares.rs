use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::SceneBuilder;
use model::Target;

const SQUARES: usize = 100;
const ROW: usize = 20;

/// A percentage as a hundred squares: the target is solid, the rest is outlined.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target) -> f32 {
    let heading = Heading::of(target, bay);
    let (left, w) = bay.picture();
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let pitch = w / ROW as f32;
    let picture = top + pitch * (SQUARES / ROW) as f32;
    let foot = picture.max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), None));
    heading.draw(builder);
    let share = target.quantity.amount.value.to_f64().min(SQUARES as f64) as f32;
    let side = pitch * 0.82;
    for i in 0..SQUARES {
        let (x, y) = (left + pitch * (i % ROW) as f32 + pitch * 0.09, top + pitch * (i / ROW) as f32 + pitch * 0.09);
        let mut square = vec![at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side)];
        // One after the other.
        builder.enter(Growth::Laid, i as f32 / SQUARES as f32, (i + 1) as f32 / SQUARES as f32);
        // Of the last one only a part may be solid.
        let solid = (share - i as f32).clamp(0.0, 1.0);
        if solid >= 1.0 {
            builder.polygon(square, bay.ink(), 1.0);
        } else {
            if solid > 0.0 {
                builder.fill(rect(x, y, side * solid, side), bay.ink());
            }
            square.push(at(x, y));
            builder.line(&square, Ink::Rule, 1.0);
        }
    }
    builder.end_mark().stand();
    foot
}
