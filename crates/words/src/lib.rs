//! Where Chinese text may break: between words, which it does not separate.

mod breaks;
mod page;

pub use breaks::{breakable, words_of};
pub use page::segmented;
