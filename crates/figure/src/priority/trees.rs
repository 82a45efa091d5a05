use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::{Point, at, rect};
use crate::ink::Ink;
use crate::scene::Growth;
use crate::scene_builder::SceneBuilder;
use model::Target;

const TREES: usize = 100;
const TREES_A_ROW: usize = 20;

/// A percentage as a hundred trees: the target is solid, the rest is outlined.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target) -> f32 {
    let heading = Heading::of(target, bay);
    let (left, w) = bay.picture();
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let pitch = w / TREES_A_ROW as f32;
    let row = pitch * 1.5;
    let picture = top + row * (TREES / TREES_A_ROW) as f32;
    let foot = picture.max(bay.top + heading.height());
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, foot - bay.top), None));
    heading.draw(builder);
    let solid = usize::try_from(target.quantity.value).unwrap_or(TREES).min(TREES);
    for from in (0..TREES).step_by(TREES_A_ROW) {
        let ground = top + row * ((from / TREES_A_ROW) as f32 + 1.0) - pitch * 0.12;
        draw_row(builder, bay, left, ground, from, solid.clamp(from, from + TREES_A_ROW));
    }
    builder.end_mark().stand();
    foot
}

/// The trees enter one after the other.
fn draw_row(builder: &mut SceneBuilder, bay: Bay, left: f32, ground: f32, from: usize, solid: usize) {
    let pitch = bay.picture().1 / TREES_A_ROW as f32;
    for i in from..from + TREES_A_ROW {
        let x = left + pitch * ((i - from) as f32 + 0.07);
        let mut tree: Vec<Point> =
            TREE.iter().map(|(dx, dy)| at(x + pitch * 0.86 * dx, ground - pitch * 1.28 * (1.0 - dy))).collect();
        builder.enter(Growth::Laid, i as f32 / TREES as f32, (i + 1) as f32 / TREES as f32);
        if i < solid {
            builder.polygon(tree, bay.ink(), 1.0);
        } else {
            tree.extend(tree.first().copied());
            builder.line(&tree, Ink::Rule, 1.0);
        }
    }
}

/// A conifer of two tiers, from trunk to trunk; x and y from 0 to 1.
const TREE: [(f32, f32); 11] = [
    (0.42, 1.0),
    (0.42, 0.84),
    (0.0, 0.84),
    (0.31, 0.44),
    (0.14, 0.44),
    (0.5, 0.0),
    (0.86, 0.44),
    (0.69, 0.44),
    (1.0, 0.84),
    (0.58, 0.84),
    (0.58, 1.0),
];
