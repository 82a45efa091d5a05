//! Cases that name cards, words or drawings of the edition that the project ships. With another one in
//! `content/` they do not run, and each says so.

#[path = "../support/shipped.rs"]
mod content;

use testbed::Engine;

use crate::engines;
use crate::page::Page;
pub use content::is_here;

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

/// As [`engines::in_engines`].
pub fn in_engines(engines: &[Engine], ratio: u8, case: impl Fn(&Page)) {
    if is_here() {
        engines::in_engines(engines, ratio, case);
    }
}
