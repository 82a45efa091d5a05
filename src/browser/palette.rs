use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom;
use figure::{Ink, Palette};

/// The inks' colours as the style sheet gives them at this element, system colours included.
pub fn of(element: &HtmlElement) -> Option<Palette> {
    let probe: HtmlElement = dom::document().create_element("i").ok()?.dyn_into().ok()?;
    element.append_child(&probe).ok()?;
    let mut colours = [(0, 0, 0); Ink::ALL.len()];
    for (slot, ink) in colours.iter_mut().zip(Ink::ALL) {
        probe.style().set_property("color", &format!("var({})", ink.property())).ok()?;
        let style = dom::window().get_computed_style(&probe).ok()??;
        *slot = parse(&style.get_property_value("color").ok()?)?;
    }
    probe.remove();
    Some(Palette(colours))
}

/// `rgb(r, g, b)` or `rgba(…)`, the only forms that a computed colour of ours has.
fn parse(colour: &str) -> Option<(u8, u8, u8)> {
    let inner = colour.split(['(', ')']).nth(1)?;
    let mut channels = inner.split([',', ' ', '/']).filter(|s| !s.is_empty()).map(|s| s.parse::<u8>().ok());
    Some((channels.next()??, channels.next()??, channels.next()??))
}
