//! The edition's way from the host into the page's script: serde data as lines of text, fields by
//! position. A self-describing format would cost the browser some 30 KB of code; binary ones do not
//! compress with the page's own text, in which every line stands already.
//!
//! Both sides are of one build, so there is no version and no field name. Knows serde alone.

mod error;
mod escape;
#[cfg(feature = "pack")]
mod pack;
mod unpack;

pub use error::WireError;
#[cfg(feature = "pack")]
pub use pack::pack;
pub use unpack::{unpack, unpack_whole};
