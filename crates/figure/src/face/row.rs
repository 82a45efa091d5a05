use crate::echo::{Group, Hearing, group_of, the_most};
use crate::frame::{Class, Frame};
use crate::geometry::at;
use crate::ink::Ink;
use crate::scene::Scene;
use crate::scene_builder::SceneBuilder;
use model::{Edition, Matter, Size};

/// Between pillars and priorities, in hundredths of the width; `style/cards.css` has the same between their names.
const GAP: f32 = 3.0;
/// From one dot to the next above it.
const DOT: f32 = 20.0;
const RADIUS: f32 = 7.5;
/// A row is not higher than this, however many dots stand above each other.
const HIGH: f32 = 68.0;

/// One row of the matrix: a matter's echoes as dots over the works that take it up, solid and
/// hollow as in its drawing. Rows share their columns and height, so that they can be compared.
pub fn plan(edition: &Edition, matter: &Matter) -> Scene {
    let hearing = Hearing::new(edition);
    let stacks = hearing.of(edition, matter);
    let count = hearing.works.len();
    let counts: Vec<usize> = (0..count).map(|i| stacks.get(&i).map_or(0, |stack| stack.len())).collect();
    let most = the_most(&counts);

    let frame = Frame::new(Class::Narrow.nominal(), Size::Standard);
    let mut builder = SceneBuilder::new(frame);
    let gap = frame.width * GAP / 100.0;
    let pitch = (frame.width - gap) / count.max(1) as f32;
    let tallest = hearing.tallest().max(1) as f32;
    let step = DOT.min(HIGH / tallest);
    let radius = RADIUS.min(step * 0.4).min(pitch * 0.4);
    let base = tallest * step + 1.0;
    let left = |i: usize| {
        let apart = group_of(hearing.works[i]) == Group::Priorities && edition.pillars.len() < count.max(1);
        pitch * i as f32 + if apart { gap } else { 0.0 }
    };
    for heard in [false, true] {
        for i in (0..count).filter(|&i| (counts[i] > 0) == heard) {
            builder.level(left(i) + pitch * 0.1, base, pitch * 0.8, if heard { Ink::Line } else { Ink::Rule }, 1.5);
        }
    }
    for (&work, stack) in &stacks {
        let ink = if most == Some(work) { Ink::Accent } else { Ink::Line };
        for (level, heard) in stack.iter().enumerate() {
            let center = at(left(work) + pitch / 2.0, base - 2.0 - step * (level as f32 + 0.5));
            if heard.echo.grade.is_same_word() {
                builder.disc(center, radius, ink);
            } else {
                builder.ring(center, radius - 1.0, ink, 2.0);
            }
        }
    }
    builder.finish(base + 2.0)
}
