use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::geometry::rect;
use crate::ink::Ink;
use crate::scene_builder::SceneBuilder;
use model::Target;

/// A number without anything countable to draw: set large and underlined.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, target: &Target) -> f32 {
    let heading = Heading::of(target, bay);
    let height = heading.height();
    builder.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, height), None));
    heading.draw(builder);
    if bay.lead {
        builder.level(0.0, bay.top + height - 1.0, bay.words(), Ink::Accent, 2.0);
    }
    builder.end_mark();
    bay.top + height
}
