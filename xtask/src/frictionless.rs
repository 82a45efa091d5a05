//! The validator of data packages, which the tests of the app apply to the page's own.

use crate::cache::Cache;
use crate::python::{self, Packages};

/// The variable that tells the tests in which folder the package lies.
pub const VARIABLE: &str = "SIJIAN_FRICTIONLESS";

/// The package, or a sentence that says why nothing is validated by it. What its rules say, the tests
/// check themselves as well: it is a second opinion.
pub fn ensure(cache: &Cache) -> Result<Packages, String> {
    let found = python::ensure(cache, &python::FRICTIONLESS);
    found.map_err(|reason| format!("the data package is not validated by frictionless: {reason}"))
}
