use model::Target;

use crate::geometry::Rect;
use crate::scene::Mark;

/// A target is one mark, however many shapes it is drawn with.
pub fn mark(target: &Target, area: Rect, note: Option<String>) -> Mark {
    Mark {
        key: target.id.clone(),
        area,
        name: target.label.clone(),
        value: target.words(),
        note,
        quote: Some(target.quote.clone()),
        target: Some(target.measure.clone()),
        tags: Vec::new(),
    }
}
