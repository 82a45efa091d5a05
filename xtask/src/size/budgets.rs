//! The budgets as a file, and what goes over them. Knows numbers; knows nothing of files in `dist/`.

use toml::{Table, Value};

/// Bytes in one KB.
pub const KB: f64 = 1024.0;

/// What a budget is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    Html,
    Css,
    Scripts,
    Wasm,
    Fonts,
    FirstLoad,
    EmbedFirstLoad,
}

impl Part {
    const ALL: [Self; 7] =
        [Self::Html, Self::Css, Self::Scripts, Self::Wasm, Self::Fonts, Self::FirstLoad, Self::EmbedFirstLoad];

    /// The table and the key in the file.
    const fn key(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => ("page", "html"),
            Self::Css => ("page", "css"),
            Self::Scripts => ("page", "scripts"),
            Self::Wasm => ("page", "wasm"),
            Self::Fonts => ("page", "fonts"),
            Self::FirstLoad => ("page", "first_load"),
            Self::EmbedFirstLoad => ("embed", "first_load"),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Budgets {
    /// In bytes, in the order of [`Part::ALL`].
    limits: [u64; Part::ALL.len()],
}

impl Budgets {
    /// Every part must have its budget, and nothing else may stand in the file: a slip of the pen would lift a limit.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: Table = text.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
        for (name, table) in &file {
            let table = table.as_table().ok_or_else(|| format!("{name} is not a table"))?;
            let unknown = |key: &&String| !Part::ALL.iter().any(|part| part.key() == (name.as_str(), key.as_str()));
            if let Some(key) = table.keys().find(unknown) {
                return Err(format!("{name}.{key} is unknown"));
            }
        }
        let mut limits = [0; Part::ALL.len()];
        for (limit, part) in limits.iter_mut().zip(Part::ALL) {
            let (name, key) = part.key();
            let value = file.get(name).and_then(|table| table.get(key));
            *limit = value.and_then(bytes).ok_or_else(|| format!("{name}.{key} is not given as a number of KB"))?;
        }
        Ok(Self { limits })
    }

    pub fn limit(&self, part: Part) -> u64 {
        self.limits[part as usize]
    }

    /// The parts that are over, each in words.
    pub fn excess(&self, measured: &[(Part, u64)]) -> Vec<String> {
        let over = measured.iter().filter(|(part, bytes)| *bytes > self.limit(*part));
        over.map(|(part, bytes)| {
            let (table, key) = part.key();
            format!("{table}.{key} is {} KB of {}", shown(*bytes), shown(self.limit(*part)))
        })
        .collect()
    }
}

fn bytes(value: &Value) -> Option<u64> {
    let kb = value.as_float().or_else(|| value.as_integer().map(|n| n as f64))?;
    // Fractions of a byte are nobody's.
    (kb.is_finite() && kb >= 0.0).then_some((kb * KB) as u64)
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
    fn a_kb_has_1024_bytes() {
        let budgets = Budgets::parse(FILE).unwrap();
        assert_eq!(budgets.limit(Part::Html), 35 * 1024);
        assert_eq!(budgets.limit(Part::Scripts), 8 * 1024 + 512);
        assert_eq!(budgets.limit(Part::EmbedFirstLoad), 120 * 1024);
    }

    #[test]
    fn a_file_that_would_lift_a_limit_is_refused() {
        for (from, to, reason) in [
            ("css = 10\n", "", "page.css is not given as a number of KB"),
            ("css = 10", "css = \"10\"", "page.css is not given as a number of KB"),
            ("css = 10", "css = -1", "page.css is not given as a number of KB"),
            ("css = 10", "css = inf", "page.css is not given as a number of KB"),
            ("css = 10", "css = 10\ncsss = 10", "page.csss is unknown"),
            ("[embed]", "[embeds]", "embeds.first_load is unknown"),
            ("[page]", "all = 1\n[page]", "all is not a table"),
        ] {
            assert_eq!(Budgets::parse(&FILE.replace(from, to)).unwrap_err(), reason, "{to}");
        }
        assert!(Budgets::parse("[page").is_err());
    }

    #[test]
    fn one_byte_over_is_over() {
        let budgets = Budgets::parse(FILE).unwrap();
        type Case = (&'static [(Part, u64)], &'static [&'static str]);
        let cases: [Case; 3] = [
            (&[(Part::Html, 35 * 1024), (Part::FirstLoad, 0)], &[]),
            (&[(Part::Html, 35 * 1024 + 1), (Part::Css, 1)], &["page.html is 35.01 KB of 35"]),
            (
                &[(Part::Scripts, 9 * 1024), (Part::EmbedFirstLoad, 121 * 1024)],
                &["page.scripts is 9 KB of 8.5", "embed.first_load is 121 KB of 120"],
            ),
        ];
        for (measured, excess) in cases {
            assert_eq!(budgets.excess(measured), excess);
        }
    }
}
