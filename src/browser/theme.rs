//! Theme and type size: as attributes of the root element for the style sheet, and in every canvas.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::listen;
use super::{display, dom};
use crate::state::PageState;
use model::{Size, Theme};

/// Applies the reader's choices, and repaints when the device's preferences change.
pub fn follow(page_state: PageState) {
    Effect::new(move |_| {
        page_state.follow_looks();
        let (theme, size) = page_state.selection.with_untracked(|s| (s.theme, s.size));
        let root = dom::root();
        say(&root, "data-theme", theme.as_str(), Theme::default().as_str());
        say(&root, "data-size", size.as_str(), Size::default().as_str());
        colour_frame(theme);
        display::show(theme, size);
        repaint(page_state);
    });
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = dom::window().match_media(query) {
            listen(&list, "change", move |_| repaint(page_state));
        }
    }
    // The host's choice, which `frame.js` has put on the root element.
    listen(&dom::window(), "sijian-options", move |_| {
        let word = |name| dom::root().get_attribute(name).unwrap_or_default();
        let (theme, size) = (Theme::from_word(&word("data-theme")), Size::from_word(&word("data-size")));
        page_state.selection.update(|s| (s.theme, s.size) = (theme, size));
        // Even if nothing changed: the event is also sent when a canvas was lost.
        repaint(page_state);
    });
    let fonts = dom::document().fonts();
    listen(fonts.unchecked_ref(), "loadingdone", move |_| repaint(page_state));
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
