//! Open pages that follow the build: they load again after a good one and show what is wrong after a bad one.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

/// What open pages are told. Clones share it.
#[derive(Clone, Default)]
pub struct Live {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Another number after every good build.
    version: u32,
    problem: Option<String>,
}

/// Where pages ask.
pub(crate) const PATH: &str = "/.live";

/// Asks, again and again.
pub(crate) const SCRIPT: &str = include_str!("live.js");

impl Live {
    /// The pages were built anew.
    pub fn built(&self) {
        self.set(|state| {
            state.version += 1;
            state.problem = None;
        });
    }

    /// The pages are the last good ones, and this is why.
    pub fn failed(&self, problem: &str) {
        self.set(|state| state.problem = Some(problem.to_owned()));
    }

    pub(crate) fn told(&self) -> Value {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        json!({ "version": state.version, "problem": state.problem })
    }

    fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
