//! The dialog that answers who asks for a picture. It stands in the core, so that it also answers when the chunk
//! that makes pictures does not come.

use std::cell::Cell;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::dom;
use super::pause::wait;

/// After so long the reader is told that there is no picture, milliseconds. One that comes later is still shown.
const PATIENCE: i32 = 5000;

thread_local! {
    /// How many pictures have been asked for.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Opens the dialog without a picture.
pub fn wait_for_picture() {
    let number = ASKED.get() + 1;
    ASKED.set(number);
    mark(Some("正在画图片……"));
    spawn_local(async move {
        wait(PATIENCE).await;
        if ASKED.get() == number && dialog().is_some_and(|dialog| dialog.has_attribute(WAITING)) {
            failed();
        }
    });
}

/// The picture is there.
pub fn shown() {
    mark(None);
}

/// There will be no picture.
pub fn failed() {
    mark(Some("图片没有画成。可以截屏，或者转发这一页的网址。"));
}

/// Says what became of something, to those who listen too.
pub fn say(words: &str) {
    if let Some(said) = dom::document().get_element_by_id("poster-said") {
        said.set_text_content(Some(words));
    }
}

const WAITING: &str = "data-waiting";

/// Shows the dialog: with words in the place of a picture, or with the picture.
fn mark(words: Option<&str>) {
    say(words.unwrap_or_default());
    let Some(dialog) = dialog() else {
        return;
    };
    let _ = dialog.toggle_attribute_with_force(WAITING, words.is_some());
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
    dialog.set_scroll_top(0);
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::document().get_element_by_id("poster")?.dyn_into().ok()
}
