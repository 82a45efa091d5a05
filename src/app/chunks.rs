//! The wasm chunks for everything that the first paint does not need. Eager code must not reference
//! what they hold, or the linker keeps it in the core chunk.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::live::Live;
use super::{extras, story};
use crate::browser::{dom, pause, prelayout, unroll};

/// Brings the rest of the page to life, loads the remaining chunks, has the whole page laid out and then sets
/// `data-live`. Until then the style sheet hides the controls that need them.
pub fn follow(live: &'static Live) {
    live.follow_openings();
    spawn_local(live.start(|_| true));
    let waiting = Rc::new(Cell::new(1 + u8::from(story::is_here())));
    let arrived: Rc<dyn Fn()> = Rc::new(move || {
        waiting.set(waiting.get() - 1);
        if waiting.get() == 0 {
            let _ = dom::root().set_attribute("data-live", "");
        }
    });
    // Each chunk calls `arrived` itself once it has finished.
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

/// Loads a chunk, with up to three retries in case the network fails for a while.
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
        prelayout::follow();
        arrived();
    });
    Ok(())
}
