//! The wasm chunk that makes files and posters. Only these loaders may reference its code, or the
//! linker keeps it in the core chunk.

use figure::{Figure, Format, Planner};
use leptos::task::spawn_local;
use model::Edition;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::planners::planner;
use super::{dom, download, poster, poster_dialog};
use crate::state::{ChartState, PageState};

/// Saves a drawing as a file.
pub fn download(figure: Figure<'static>, state: ChartState, format: Format) {
    spawn_local(async move {
        let made = match planner(figure.kind).await {
            Some(planner) => make_file(figure, state, format, planner).await.unwrap_or_default(),
            None => None,
        };
        if made.is_none() {
            poster_dialog::failed();
        }
    });
}

/// Handles all poster buttons, on the page and in the dialog.
pub fn follow_poster_buttons(edition: &'static Edition, page_state: PageState) {
    dom::listen(&dom::document(), "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-poster]").ok().flatten());
        let Some(button) = button else {
            return;
        };
        start_poster(edition, page_state, button);
    });
}

/// Does what a poster button asks. A reader who asks for a picture gets it, or is told that there is none.
fn start_poster(edition: &'static Edition, page_state: PageState, button: Element) {
    if matches!(button.get_attribute("data-poster").as_deref(), Some("page" | "figure")) {
        poster_dialog::wait_for_picture();
    }
    spawn_local(async move {
        if make_poster(edition, page_state, button).await.is_err() {
            poster_dialog::failed();
        }
    });
}

#[wasm_split(pictures, fallible)]
fn make_file(
    figure: Figure<'static>,
    state: ChartState,
    format: Format,
    planner: Planner,
) -> Result<Option<()>, SplitLoaderError> {
    Ok(download::start(figure, state, format, planner))
}

#[wasm_split(pictures, fallible)]
fn make_poster(edition: &'static Edition, page_state: PageState, button: Element) -> Result<(), SplitLoaderError> {
    poster::pressed(edition, page_state, button);
    Ok(())
}
