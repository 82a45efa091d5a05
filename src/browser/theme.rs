//! Light, dark and the size of type: on the root element for the style sheet, and in every canvas.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::listen;
use super::{display, dom};
use crate::state::PageState;
use model::{Size, Theme};

/// Applies the reader's choices and repaints when the device's change.
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
    // A host's choice, which its frame has noted on the root (`page/frame.js`).
    listen(&dom::window(), "sijian-options", move |_| {
        let word = |name| dom::root().get_attribute(name).unwrap_or_default();
        let (theme, size) = (Theme::from_word(&word("data-theme")), Size::from_word(&word("data-size")));
        page_state.selection.update(|s| (s.theme, s.size) = (theme, size));
        // Also where nothing was chosen anew: it is said too when a canvas has been lost.
        repaint(page_state);
    });
    let fonts = dom::document().fonts();
    listen(fonts.unchecked_ref(), "loadingdone", move |_| repaint(page_state));
}

/// Says a choice on the root, unless it is said already or is what holds unsaid: any change there has the whole
/// document styled anew.
fn say(root: &HtmlElement, name: &str, choice: &str, unsaid: &str) {
    if root.get_attribute(name).as_deref().unwrap_or(unsaid) != choice {
        let _ = root.set_attribute(name, choice);
    }
}

/// The browser's own frame around the page takes the paper's colour: of the two colours the document
/// gives, light and dark, the one that was chosen holds for any device.
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
