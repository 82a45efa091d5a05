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

/// What is served before the first good build; the script puts the problems over it.
pub(crate) const BARE: &str = "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width\"><title>还没有网页</title></head>\
    <body><p>还没有做好的网页。做好了，这里就换成它。</p></body></html>\n";

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
