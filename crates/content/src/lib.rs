//! From the editor's TOML files to the model. Strict: an unknown key, a duplicate id, a reference
//! that leads nowhere or a wrong unit is a problem, and all problems are found at once.
//!
//! Knows the format of the files; must not know what the page does with their content.

mod amount;
mod aside;
mod beside;
mod caption;
#[cfg(test)]
mod complete;
mod condition;
mod coverage;
mod cure;
mod cut;
mod doubt;
mod echo;
mod explain;
mod facts;
mod files;
mod folder;
mod found;
mod indicator;
mod key;
mod keys;
mod last_year;
mod lettering;
mod limits;
mod lines;
mod lint;
mod load;
mod masthead;
mod near;
mod number;
mod paragraph;
mod predecessor;
mod printed;
mod problem;
mod quantity;
mod quoted;
mod read;
mod registry;
mod row;
mod scale;
mod scan;
mod schema;
mod slip;
mod slogan;
mod source;
mod source_text;
mod start;
mod syntax;
mod target;
mod term;
mod tie;
mod topic;
mod vocabulary;

pub use coverage::{Part, SENTENCE_ENDS, is_heading, parts, split, stretch};
pub use doubt::doubts;
pub use explain::explain;
pub use files::{FILES, unfinished};
pub use folder::Folder;
pub use found::{FOUND, Found};
pub use lines::Lines;
pub use predecessor::Earlier;
pub use problem::{Problem, report};
pub use read::{read, read_against};
pub use schema::{schema_name, schemas};
pub use source_text::{SourceTexts, normalised};
