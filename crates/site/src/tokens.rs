/// Red, green and blue.
pub type Rgb = [u8; 3];

/// The colours that `style/tokens.css` gives one paper, light and dark; none before they are read.
#[derive(Default)]
pub struct Tokens(Vec<(String, [Rgb; 2])>);

impl Tokens {
    /// Every `--name: light-dark(#…, #…)` in the rules of a selector.
    pub fn read(css: &str, selector: &str) -> Self {
        let rules = css.split('}').filter_map(|rule| rule.rsplit_once('{'));
        let own = rules.filter(|(selectors, _)| {
            // A comment may precede the selectors.
            let selectors = selectors.rsplit("*/").next().unwrap_or_default();
            selectors.split(',').any(|known| known.trim() == selector)
        });
        let lines = own.flat_map(|(_, declarations)| declarations.split(';'));
        let tokens = lines.filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            let (light, dark) = value.trim().strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(',')?;
            Some((name.trim().to_owned(), [rgb(light)?, rgb(dark)?]))
        });
        Self(tokens.collect())
    }

    /// Light and dark.
    pub fn find(&self, name: &str) -> Option<[Rgb; 2]> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, pair)| *pair)
    }
}

/// As style sheets and SVG write it.
pub fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([r, g, b])
}
