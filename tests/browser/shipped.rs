//! Cases that name cards, words or drawings of the edition that the project ships. With another one in
//! `content/` they do not run, and each says so.

#[path = "../support/shipped.rs"]
mod content;

use crate::engines;
use crate::page::Page;
pub use content::{is_here, say};

/// As [`engines::in_every_engine`].
pub fn in_every_engine(case: impl Fn(&Page)) {
    if is_here() {
        engines::in_every_engine(case);
    }
}

/// As [`engines::in_chromium`].
pub fn in_chromium(case: impl Fn(&Page)) {
    if is_here() {
        engines::in_chromium(case);
    }
}
