//! From the editor's TOML files to the model. Strict: an unknown key, a duplicate id, a reference
//! that leads nowhere or a wrong unit is a problem, and all problems are found at once.
//!
//! Knows the format of the files; must not know what the page does with their content.

mod aside;
mod caption;
mod echo;
mod facts;
mod files;
mod lint;
mod load;
mod masthead;
mod paragraph;
mod problem;
mod quantity;
mod read;
mod registry;
mod row;
mod source_text;
mod target;
mod term;
mod tie;
mod topic;

pub use files::FILES;
pub use problem::{Problem, report};
pub use read::{read, read_against};
pub use source_text::{SourceTexts, normalised};
