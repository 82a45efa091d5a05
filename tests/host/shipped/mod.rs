//! Tests of the edition that the project ships, rather than of the program. With another edition in
//! `content/` they do not run, and each says so.

mod coverage;
mod edition;
mod find;
mod page;
mod slips;
mod source;
