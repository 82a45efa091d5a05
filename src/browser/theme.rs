//! Light, dark and the size of type: on the root element for the style sheet, and in every canvas.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::cards::listen;
use super::page;
use crate::app::Board;

/// Applies the reader's choices and repaints when the device's change.
pub fn follow(board: Board) {
    Effect::new(move |_| {
        let (theme, size) = board.selection.with(|s| (s.theme, s.size));
        let root = page::root();
        let _ = root.set_attribute("data-theme", theme.as_str());
        let _ = root.set_attribute("data-size", size.as_str());
        repaint(board);
    });
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = page::window().match_media(query) {
            listen(&list, "change", move |_| repaint(board));
        }
    }
    let fonts = page::document().fonts();
    listen(fonts.unchecked_ref(), "loadingdone", move |_| repaint(board));
}

fn repaint(board: Board) {
    board.repaint.update(|n| *n += 1);
}
