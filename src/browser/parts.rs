//! The parts of the page's script that come after its core: each in a file of its own, loaded once,
//! when it is first wanted. What does not come is asked for again the next time.
//!
//! A part's code is only named in here: what the core named too would have to lie in the core.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::extras::{self, Live};
use super::{download, page, pause, poster, story, unroll};
use crate::app::Board;
use crate::figure::{Figure, Format, Kind, Planner, Shelf};
use crate::model::Edition;
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

/// Brings to life what nobody needs in the first moment, has the whole page laid out, and says so: until then what is
/// used by a reader's hand is not to be seen.
pub fn follow(live: Live) {
    // As long as the page.
    let live: &'static Live = Box::leak(Box::new(live));
    let waiting = Rc::new(Cell::new(1 + u8::from(story::is_here())));
    let arrived: Rc<dyn Fn()> = Rc::new(move || {
        waiting.set(waiting.get() - 1);
        if waiting.get() == 0 {
            let _ = page::root().set_attribute("data-live", "");
        }
    });
    // They say themselves when all is there.
    let also = arrived.clone();
    spawn_local(async move {
        insist(async || bring_to_life(live, also.clone()).await).await;
    });
    if story::is_here() {
        spawn_local(async move {
            insist(async || tell_story(live, arrived.clone()).await).await;
        });
    }
}

/// Has a part loaded, and again where a network fails for a while.
async fn insist(load: impl AsyncFn() -> Result<(), SplitLoaderError>) {
    for wait in [1_000, 5_000, 20_000] {
        if load().await.is_ok() {
            return;
        }
        pause::wait(wait).await;
    }
    let _ = load().await;
}

#[wasm_split(extras, fallible)]
fn bring_to_life(live: &'static Live, arrived: Rc<dyn Fn()>) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        extras::follow(live).await;
        arrived();
    });
    Ok(())
}

#[wasm_split(story, fallible)]
fn tell_story(live: &'static Live, arrived: Rc<dyn Fn()>) -> Result<(), SplitLoaderError> {
    story::follow(live);
    spawn_local(async move {
        unroll::all().await;
        arrived();
    });
    Ok(())
}

/// Makes a file of a drawing.
pub fn download(figure: Figure<'static>, state: StageState, format: Format) {
    spawn_local(async move {
        if let Some(planner) = planner(figure.kind).await {
            let _ = make_file(figure, state, format, planner).await;
        }
    });
}

/// Does what a button of posters asks.
pub fn poster(edition: &'static Edition, board: Board, button: Element) {
    spawn_local(async move {
        let _ = make_poster(edition, board, button).await;
    });
}

#[wasm_split(pictures, fallible)]
fn make_file(
    figure: Figure<'static>,
    state: StageState,
    format: Format,
    planner: Planner,
) -> Result<(), SplitLoaderError> {
    download::start(figure, state, format, planner);
    Ok(())
}

#[wasm_split(pictures, fallible)]
fn make_poster(edition: &'static Edition, board: Board, button: Element) -> Result<(), SplitLoaderError> {
    poster::pressed(edition, board, button);
    Ok(())
}
