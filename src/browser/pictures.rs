//! The chunk of the wasm that makes files and posters. Only these loaders may name its code: what eager code
//! references, the linker keeps in the core.

use figure::{Figure, Format, Planner};
use leptos::task::spawn_local;
use model::Edition;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::planners::planner;
use super::{dom, download, poster, poster_dialog};
use crate::state::{ChartState, PageState};

/// Makes a file of a drawing.
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

/// Lets the page's own poster button and the dialog's work.
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

/// Does what a button of posters asks. Who asks for a picture gets it, or is told that there is none.
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
