//! Theme and type size: as attributes of the root element for the style sheet, and in every canvas.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::listen;
use super::{display, dom, watch};
use crate::state::PageState;
use model::{Looks, Size, Theme};

/// Applies the reader's choices, and repaints when the device's preferences change.
pub fn follow(page_state: PageState) {
    adopt(page_state);
    Effect::new(move |_| {
        page_state.follow_looks();
        let looks = page_state.selection.with_untracked(|s| s.looks);
        let root = dom::root();
        let words = looks.words().into_iter().zip(Looks::default().words());
        for ((key, word), (_, usual)) in words.filter(|((key, _), _)| !is_forced(key)) {
            say(&root, &format!("data-{key}"), word, usual);
        }
        colour_frame(looks.theme);
        display::show(looks);
        repaint(page_state);
    });
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = dom::window().match_media(query) {
            listen(&list, "change", move |_| repaint(page_state));
        }
    }
    // The host's choice, which `frame.js` has put on the root element.
    listen(&dom::window(), "sijian-options", move |_| {
        adopt(page_state);
        // Even if nothing changed: the event is also sent when a canvas was lost.
        repaint(page_state);
    });
    measure_own_size(page_state);
    watch_own_size(page_state);
    let fonts = dom::document().fonts();
    listen(fonts.unchecked_ref(), "loadingdone", move |_| repaint(page_state));
}

/// Takes over what the root element says: the scripts in the page have written there what the address,
/// the memory and a host page say, perhaps only a moment ago.
fn adopt(page_state: PageState) {
    let mut looks = Looks::default();
    for (key, _) in looks.words().into_iter().filter(|(key, _)| !is_forced(key)) {
        looks.choose(key, &dom::root().get_attribute(&format!("data-{key}")).unwrap_or_default());
    }
    page_state.selection.update(|s| s.looks = looks);
}

/// Whether `early.js` has set this option because the browser leaves the page no choice.
fn is_forced(key: &str) -> bool {
    key == Theme::KEY && dom::root().has_attribute("data-darkened")
}

/// Measures how large type is by the browser's settings, which the root element's font size follows.
fn measure_own_size(page_state: PageState) {
    let root = dom::root();
    let style = dom::window().get_computed_style(&root).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    // Whole: to parse a fraction takes tables of 10 KB.
    let whole = size.split(['.', 'p']).next().and_then(|whole| whole.parse().ok());
    take_own_size(page_state, whole.unwrap_or_default());
}

/// Watches a character as wide as the root element's font size: some browsers and chat programs enlarge
/// text without changing any computed size, and none tells the page.
fn watch_own_size(page_state: PageState) {
    let document = dom::document();
    let (Ok(probe), Some(body)) = (document.create_element("i"), document.body()) else {
        return;
    };
    probe.set_class_name("type-probe notranslate");
    // Another word would be wider.
    for (name, value) in [("aria-hidden", "true"), ("translate", "no")] {
        let _ = probe.set_attribute(name, value);
    }
    probe.set_text_content(Some("字"));
    let _ = body.append_child(&probe);
    watch::width(&probe, move |width| take_own_size(page_state, width.round() as u32));
}

fn take_own_size(page_state: PageState, font: u32) {
    let root = dom::root();
    let own = Size::for_font(font);
    if page_state.own_size.get_untracked() != own as usize {
        say(&root, "data-own-size", own.as_str(), Size::default().as_str());
        page_state.own_size.set(own as usize);
    }
}

/// Puts a choice on the root element, unless it is there already or is the default, which needs no
/// attribute. Any attribute change there restyles the whole document.
fn say(root: &HtmlElement, name: &str, choice: &str, unsaid: &str) {
    if root.get_attribute(name).as_deref().unwrap_or(unsaid) != choice {
        let _ = root.set_attribute(name, choice);
    }
}

/// Colours the browser's own frame around the page. The document has one colour for light and one
/// for dark; a chosen theme's colour applies whatever the device prefers.
fn colour_frame(theme: Theme) {
    for (own, meta) in [Theme::Light, Theme::Dark].into_iter().zip(dom::elements("meta[name=theme-color]")) {
        let media = match theme {
            Theme::Auto => format!("(prefers-color-scheme: {})", own.as_str()),
            chosen => (if chosen == own { "all" } else { "not all" }).to_owned(),
        };
        let _ = meta.set_attribute("media", &media);
    }
}

fn repaint(page_state: PageState) {
    page_state.repaint.update(|n| *n += 1);
}
