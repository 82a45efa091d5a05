//! The chunks of the wasm that bring to life what is not needed for the first picture. Eager code must not
//! reference what they hold, or the linker keeps it in the core.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::live::Live;
use super::{extras, story};
use crate::browser::{dom, pause, unroll};

/// Brings to life what nobody needs in the first moment, has the whole page laid out, and says so: until then what is
/// used by a reader's hand is not to be seen.
pub fn follow(live: Live) {
    // As long as the page.
    let live: &'static Live = Box::leak(Box::new(live));
    let waiting = Rc::new(Cell::new(1 + u8::from(story::is_here())));
    let arrived: Rc<dyn Fn()> = Rc::new(move || {
        waiting.set(waiting.get() - 1);
        if waiting.get() == 0 {
            let _ = dom::root().set_attribute("data-live", "");
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
