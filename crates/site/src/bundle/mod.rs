//! The page's script: from what cargo built to what readers load.
//!
//! The wasm is cut into a core and parts that are loaded later, bound to its glue, stripped of
//! unused functions and long names, and named by content hash.

mod glue;
mod names;
mod parts;
mod program;
mod stage;

pub use program::Programs;
pub use stage::{Bundle, Source};
