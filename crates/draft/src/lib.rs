//! First drafts of an edition, for an editor to go on with: a commented skeleton, or what a
//! marked-up article gives.
//!
//! Knows the files of an edition and Markdown; must not know the page.

mod article;
mod draft;
mod fault;
mod import;
mod indicator;
mod label;
mod marks;
mod name;
mod outline;
mod piece;
mod schema;
mod skeleton;
mod template;
mod written;

pub use draft::{Draft, WriteError};
pub use import::import;
pub use name::check;
pub use schema::write_schemas;
pub use skeleton::skeleton;
