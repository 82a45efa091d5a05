//! The page's content as files for programs: tables, the package that describes them, citations.

mod citation;
mod matrix;
mod package;
mod page;
mod table;
mod tables;

pub use citation::{Citation, citations};
pub use package::package;
pub use page::DataPage;
pub use table::{Table, number, pretty};
pub use tables::tables;
