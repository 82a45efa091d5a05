//! Parses the budgets and finds what exceeds them. Knows numbers; knows nothing of files in
//! `dist/`.

use anyhow::{Result, ensure};
use serde::Deserialize;

/// Bytes in one KB.
pub const KB: f64 = 1024.0;

/// In KB. Every budget is required and unknown keys are refused: a typo would remove a limit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    page: Page,
    embed: Embed,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    html: f64,
    css: f64,
    scripts: f64,
    wasm: f64,
    fonts: f64,
    first_load: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Embed {
    first_load: f64,
}

/// What a budget is for: its table and its key in the file.
pub type Part = (&'static str, &'static str);

/// Every part with its limit, in bytes.
#[derive(Debug)]
pub struct Limits([(Part, u64); 7]);

impl Limits {
    pub fn parse(text: &str) -> Result<Self> {
        let Budgets { page, embed } = toml::from_str(text)?;
        let limits = [
            (("page", "html"), page.html),
            (("page", "css"), page.css),
            (("page", "scripts"), page.scripts),
            (("page", "wasm"), page.wasm),
            (("page", "fonts"), page.fonts),
            (("page", "first_load"), page.first_load),
            (("embed", "first_load"), embed.first_load),
        ];
        for ((table, key), limit) in limits {
            ensure!(limit.is_finite() && limit >= 0.0, "{table}.{key} is no number of KB");
        }
        Ok(Self(limits.map(|(part, limit)| (part, (limit * KB) as u64))))
    }

    pub fn of(&self, part: Part) -> Option<u64> {
        self.0.iter().find(|(known, _)| *known == part).map(|(_, limit)| *limit)
    }

    /// A message for each part that is over its limit.
    pub fn excess(&self, measured: &[(Part, u64)]) -> Vec<String> {
        let over = measured.iter().filter_map(|(part, bytes)| Some((part, *bytes, self.of(*part)?)));
        let over = over.filter(|(_, bytes, limit)| bytes > limit);
        over.map(|((table, key), bytes, limit)| format!("{table}.{key} is {} KB of {}", shown(bytes), shown(limit)))
            .collect()
    }
}

/// To two decimals and rounded up, so that one byte too many shows.
fn shown(bytes: u64) -> f64 {
    (bytes as f64 / KB * 100.0).ceil() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "[page]\nhtml = 35 # with all in it\ncss = 10\nscripts = 8.5\nwasm = 105\nfonts = 50\n\
                        first_load = 155\n[embed]\nfirst_load = 120\n";

    #[test]
    fn a_file_that_would_lift_a_limit_is_refused() {
        for (from, to) in [
            ("css = 10\n", ""),
            ("css = 10", "css = \"10\""),
            ("css = 10", "css = -1"),
            ("css = 10", "css = inf"),
            ("css = 10", "css = 10\ncsss = 10"),
            ("[embed]", "[embeds]"),
        ] {
            assert!(Limits::parse(&FILE.replace(from, to)).is_err(), "{to}");
        }
    }

    #[test]
    fn one_byte_over_is_over() {
        let limits = Limits::parse(FILE).unwrap();
        assert_eq!(limits.of(("page", "scripts")), Some(8 * 1024 + 512), "a KB has 1,024 bytes");
        assert!(limits.excess(&[(("page", "html"), 35 * 1024), (("page", "first_load"), 0)]).is_empty());
        let over = limits.excess(&[(("page", "html"), 35 * 1024 + 1), (("embed", "first_load"), 121 * 1024)]);
        assert_eq!(over, ["page.html is 35.01 KB of 35", "embed.first_load is 121 KB of 120"]);
    }
}
