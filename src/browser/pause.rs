//! Splits long work into short tasks, so that the page answers taps in between.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::{request_animation_frame, set_timeout};

use super::dom;

/// How long a task may take, in milliseconds: still short on a phone four times slower than a
/// desktop.
const SLICE: f64 = 12.0;

/// Measures the current task of work that has several steps.
pub struct Pauses {
    began: f64,
}

impl Pauses {
    /// Call at the beginning of a task.
    pub fn begin() -> Self {
        Self { began: now() }
    }

    /// Call between two steps: continues in a new task if this one has taken long.
    pub async fn step(&mut self) {
        if now() - self.began < SLICE {
            return;
        }
        wait(0).await;
        self.began = now();
    }
}

/// Runs work in its own task after the next paint, so that the reader first sees the effect of
/// their action.
pub fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

pub async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |go, _| {
        let _ = dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(&go, milliseconds);
    });
    let _ = over.await;
}

fn now() -> f64 {
    dom::window().performance().map_or(0.0, |performance| performance.now())
}
