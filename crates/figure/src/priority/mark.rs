use model::Target;

use crate::geometry::Rect;
use crate::scene::Mark;

/// A target is one mark, however many shapes it is drawn with.
pub fn mark(target: &Target, area: Rect, note: Option<String>) -> Mark {
    Mark {
        key: target.id.clone(),
        area,
        name: target.label.clone(),
        value: value(target),
        note,
        quote: Some(target.quote.clone()),
        target: Some(target.measure.clone()),
        tags: Vec::new(),
    }
}

/// The value, with the source's own word of caution.
pub fn value(target: &Target) -> String {
    format!("{}{}", target.hedge(), target.quantity.words())
}
