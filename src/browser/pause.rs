//! Long work in short tasks, so that a finger that comes down meanwhile is not kept waiting.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::{request_animation_frame, set_timeout};

use super::dom;

/// How long a task may be, milliseconds: on a phone four times slower than a desk it is then still short.
const SLICE: f64 = 12.0;

/// Work of several steps.
pub struct Pauses {
    began: f64,
}

impl Pauses {
    /// The present task has just begun.
    pub fn begin() -> Self {
        Self { began: now() }
    }

    /// Between two steps: goes on in another task if this one has been long.
    pub async fn step(&mut self) {
        if now() - self.began < SLICE {
            return;
        }
        wait(0).await;
        self.began = now();
    }
}

/// Runs work in a task of its own after the next frame has been painted, so that what the reader did is seen first.
pub fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// Goes on in so many milliseconds.
pub async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |go, _| {
        let _ = dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(&go, milliseconds);
    });
    let _ = over.await;
}

fn now() -> f64 {
    dom::window().performance().map_or(0.0, |performance| performance.now())
}
