//! The places of quotations that `cargo xtask check` found in the texts, and wrote beside the
//! content: builds do without the texts.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::problem::Problem;

/// Where it is written, beside the other files.
pub const FOUND: &str = "found.toml";

/// The first lines of the file.
const HEAD: &str = "# 由 cargo xtask check 写出，不用手改：没有写 paragraph 的引文，各在原文的第几块（按空行分，标题算第1块）。\n\
                    # 和内容一起提交：没有原文的地方靠它排版。\n";

/// The printed block of each quotation whose number nobody wrote, by document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Found(BTreeMap<String, BTreeMap<String, u16>>);

/// Reads the file, which need not be there.
pub(crate) fn load(load: impl Fn(&str) -> std::io::Result<String>) -> (Found, Option<Problem>) {
    let text = match load(FOUND) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return (Found::default(), None),
        other => other.map_err(|error| error.to_string()),
    };
    let found = text.and_then(|text| toml::from_str(&text).map_err(|error| error.message().to_owned()));
    let problem = |error| {
        let what = format!("读不了这个文件（{error}）");
        let cure = "删去它，在有原文的地方运行 cargo xtask check，它会重新写出".to_owned();
        Problem { file: FOUND.to_owned(), line: 0, column: 0, what, cure }
    };
    found.map_or_else(|error| (Found::default(), Some(problem(error))), |found| (found, None))
}

impl Found {
    pub(crate) fn block(&self, document: &str, quote: &str) -> Option<u16> {
        self.0.get(document)?.get(quote).copied()
    }

    pub(crate) fn add(&mut self, document: &str, quote: &str, block: u16) {
        self.0.entry(document.to_owned()).or_default().insert(quote.to_owned(), block);
    }

    /// As the file says it; empty if every number is written by hand.
    ///
    /// # Errors
    /// Keys and numbers that TOML cannot say; none are known.
    pub fn text(&self) -> Result<String, toml::ser::Error> {
        let places = toml::to_string(&self.0)?;
        Ok(if places.is_empty() { places } else { format!("{HEAD}\n{places}") })
    }
}
