//! The parts of the page's script that come after its core: each in a file of its own, loaded once,
//! when it is first wanted. What does not come is asked for again the next time.
//!
//! A part's code is only named in here: what the core named too would have to lie in the core.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{Element, HtmlElement};

use super::cards::listen;
use super::extras::{self, Live};
use super::{download, page};
use crate::figure::{Figure, Format, Kind, Planner, Shelf};
use crate::view::StageState;

/// What plans drawings of this kind; none while its part cannot be had.
pub async fn planner(kind: Kind) -> Option<Planner> {
    match kind.shelf() {
        Shelf::Numbers => numbers().await,
        Shelf::Echoes => echoes().await,
        Shelf::Overviews => overviews().await,
        Shelf::Pillars => pillars().await,
        Shelf::Priorities => priorities().await,
    }
    .ok()
}

#[wasm_split(numbers, fallible)]
fn numbers() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_number)
}

#[wasm_split(overviews, fallible)]
fn overviews() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_overview)
}

#[wasm_split(echoes, fallible)]
fn echoes() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_echoes)
}

#[wasm_split(pillars, fallible)]
fn pillars() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_pillar)
}

#[wasm_split(priorities, fallible)]
fn priorities() -> Result<Planner, SplitLoaderError> {
    Ok(Figure::plan_priority)
}

/// What can be pressed before what hears it has come.
const EARLY: &str = "[data-poster],[data-ask],[data-choice],.download button,.press,.start";

/// Brings to life what nobody needs in the first moment. What the reader presses before is pressed
/// again then.
pub fn follow(live: Live) {
    let pressed = Rc::new(RefCell::new(None::<HtmlElement>));
    let early = pressed.clone();
    listen(&page::document(), "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest(EARLY).ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into().ok()) {
            early.replace(Some(button));
        }
    });
    spawn_local(async move {
        if bring_to_life(live).await.is_ok() {
            let _ = page::root().set_attribute("data-live", "");
            if let Some(button) = pressed.take() {
                button.click();
            }
        }
    });
}

/// Makes a file of a drawing.
pub fn download(figure: Figure<'static>, state: StageState, format: Format) {
    spawn_local(async move {
        if let Some(planner) = planner(figure.kind).await {
            let _ = make_file(figure, state, format, planner).await;
        }
    });
}

#[wasm_split(extras, fallible)]
fn make_file(
    figure: Figure<'static>,
    state: StageState,
    format: Format,
    planner: Planner,
) -> Result<(), SplitLoaderError> {
    download::start(figure, state, format, planner);
    Ok(())
}

#[wasm_split(extras, fallible)]
fn bring_to_life(live: Live) -> Result<(), SplitLoaderError> {
    extras::follow(&live);
    Ok(())
}
