use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom;
use figure::{Colours, Ink, Palette};

/// The inks' computed colours at this element, including system colours; for the cover, also those
/// of the second paper.
pub fn of(element: &HtmlElement) -> Option<Palette> {
    let own = read(element, "")?;
    let crosses = element.closest("[data-figure=cover]").ok()?.is_some();
    Some(Palette::new(own, if crosses { read(element, "paper-blueprint")? } else { own }))
}

/// The colours that a child of this class would have in an element.
fn read(element: &HtmlElement, class: &str) -> Option<Colours> {
    let probe: HtmlElement = dom::document().create_element("i").ok()?.dyn_into().ok()?;
    probe.set_class_name(class);
    element.append_child(&probe).ok()?;
    let mut colours = [(0, 0, 0); Ink::ALL.len()];
    for (slot, ink) in colours.iter_mut().zip(Ink::ALL) {
        probe.style().set_property("color", &format!("var({})", ink.property())).ok()?;
        let style = dom::window().get_computed_style(&probe).ok()??;
        *slot = parse(&style.get_property_value("color").ok()?)?;
    }
    probe.remove();
    Some(colours)
}

/// `rgb(r, g, b)` or `rgba(…)`, the only forms that a computed colour of ours has.
fn parse(colour: &str) -> Option<(u8, u8, u8)> {
    let inner = colour.split(['(', ')']).nth(1)?;
    let mut channels = inner.split([',', ' ', '/']).filter(|s| !s.is_empty()).map(|s| s.parse::<u8>().ok());
    Some((channels.next()??, channels.next()??, channels.next()??))
}
