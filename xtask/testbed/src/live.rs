//! Live reload: open pages reload after a good build and show the error after a bad one.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

/// The state that open pages poll. Clones share it.
#[derive(Clone, Default)]
pub struct Live {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Changes with every good build.
    version: u32,
    problem: Option<String>,
}

/// The path that pages poll.
pub(crate) const PATH: &str = "/.live";

/// The script that polls.
pub(crate) const SCRIPT: &str = include_str!("live.js");

impl Live {
    /// Reports a good build.
    pub fn built(&self) {
        self.set(|state| {
            state.version += 1;
            state.problem = None;
        });
    }

    /// Reports a failed build: the pages are still those of the last good one.
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
