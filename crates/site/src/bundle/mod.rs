//! The page's script: from what cargo built to what readers load.
//!
//! The wasm is cut into a core and parts that come later, bound to its glue, stripped of what nobody
//! calls and of long names, and named by its content.

mod glue;
mod names;
mod parts;
mod program;
mod stage;

pub use program::Programs;
pub use stage::{Bundle, Source};
