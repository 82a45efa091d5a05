//! From the editor's TOML files to the model. Strict: an unknown key, a duplicate id, a reference
//! that leads nowhere or a wrong unit is a problem, and all problems are found at once.
//!
//! Knows the format of the files; must not know what the page does with their content.

mod amount;
mod aside;
mod caption;
mod coverage;
mod echo;
mod facts;
mod files;
mod folder;
mod found;
mod lint;
mod number;
mod paragraph;
mod problem;
mod quantity;
mod quoted;
mod read;
mod registry;
mod row;
mod slogan;
mod source_text;
mod target;
mod term;
mod tie;
mod topic;

pub use coverage::{Part, SENTENCE_ENDS, is_heading, parts, split, stretch};
pub use files::FILES;
pub use folder::Folder;
pub use found::{FOUND, Found};
pub use problem::{Problem, report};
pub use read::{read, read_against};
pub use source_text::{SourceTexts, normalised};
