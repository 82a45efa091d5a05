use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::figure::Ink;

/// A style sheet as one minified text: the files that its entry imports, made fit for the
/// browsers that readers have.
///
/// # Errors
/// What is wrong in which file.
pub fn bundle(entry: &Path) -> Result<String, String> {
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| error.to_string())?;
    let targets = Targets::from(Browsers {
        chrome: Some(85 << 16),
        firefox: Some(90 << 16),
        safari: Some(14 << 16),
        ios_saf: Some(14 << 16),
        ..Browsers::default()
    });
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| error.to_string())?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| error.to_string())?.code)
}

/// A class for each ink, for pages with drawings: `f0` fills with the first ink, `s0` strokes with it: see [`crate::figure::svg`].
pub fn inks() -> String {
    let rules = Ink::ALL.iter().enumerate().map(|(i, ink)| {
        let property = ink.property();
        format!(".f{i}{{fill:var({property})}}.s{i}{{fill:none;stroke:var({property})}}")
    });
    rules.collect()
}
