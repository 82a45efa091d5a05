//! Carries the edition from the host to the page's script: serde data as lines of text, with
//! positional fields. A self-describing format would cost the browser some 30 KB of code; a binary
//! one would not compress together with the page, whose text already contains every line.
//!
//! Both sides come from the same build, so there are no versions or field names. Depends on serde
//! alone.

mod error;
mod escape;
#[cfg(feature = "pack")]
mod pack;
mod unpack;

pub use error::WireError;
#[cfg(feature = "pack")]
pub use pack::pack;
pub use unpack::{unpack, unpack_whole};
