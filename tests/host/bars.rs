//! On a phone the words beside a year's number stand clear of its bar.

use crate::drawings::{drawn, texts_of};
use crate::support::assert_none;
use figure::{Align, BREAKPOINT, Face, Kind, LEAST, Primitive};
use model::Size;

#[test]
fn words_stand_above_their_bar() {
    let amounts = [LEAST, 320.0, 344.0, 400.0, BREAKPOINT - 0.5]
        .into_iter()
        .flat_map(|width| drawn(width, Size::Standard))
        .filter(|drawn| drawn.figure.kind == Kind::Amounts);
    let mut on_bars = Vec::new();
    for drawn in amounts {
        let bars = drawn.scene.shapes.iter().filter_map(|shape| match &shape.primitive {
            Primitive::Fill { area, .. } if area.w > 4.0 && area.h > 4.0 => Some(*area),
            _ => None,
        });
        let bars: Vec<_> = bars.collect();
        let words = texts_of(&drawn.scene).into_iter().filter(|t| t.face == Face::Sans && t.align == Align::Start);
        for text in words {
            // A Chinese character is almost as wide as its em.
            let (top, foot) = (text.at.y - text.size * 0.46, text.at.y + text.size * 0.46);
            if bars.iter().any(|bar| text.at.x < bar.right() && bar.y < foot && top < bar.y + bar.h) {
                on_bars.push(format!("{}: {}", drawn.name(), text.text));
            }
        }
    }
    assert_none(&on_bars);
}
