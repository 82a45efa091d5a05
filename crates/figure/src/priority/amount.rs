use super::bay::Bay;
use super::heading::Heading;
use super::mark::mark;
use crate::draft::Draft;
use crate::geometry::rect;
use crate::ink::Ink;
use model::Target;

/// A number that nothing countable stands for: set large, underlined.
pub fn draw(draft: &mut Draft, bay: Bay, target: &Target) -> f32 {
    let heading = Heading::of(target, bay);
    let height = heading.height();
    draft.begin_mark(mark(target, rect(0.0, bay.top, bay.frame.width, height), None));
    heading.draw(draft);
    if bay.lead {
        draft.level(0.0, bay.top + height - 1.0, bay.words(), Ink::Accent, 2.0);
    }
    draft.end_mark();
    bay.top + height
}
