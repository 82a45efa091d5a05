use super::options::{Offered, Size, Theme};

/// How the page is shown: the options that are remembered, and that Back does not undo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    pub theme: Theme,
    pub size: Size,
}

impl Looks {
    /// What a reader may choose, for panels.
    pub const OFFERED: [Offered; 2] = [Theme::OFFERED, Size::OFFERED];

    /// Each option's key and the word of what is chosen, as in addresses.
    pub const fn words(self) -> [(&'static str, &'static str); Self::OFFERED.len()] {
        [(Theme::KEY, self.theme.as_str()), (Size::KEY, self.size.as_str())]
    }

    /// A number that differs for different looks.
    pub const fn number(self) -> usize {
        self.theme as usize * Size::ALL.len() + self.size as usize
    }

    /// Takes a choice. An unknown word means the usual one; an unknown key changes nothing.
    pub fn choose(&mut self, key: &str, word: &str) {
        match key {
            Theme::KEY => self.theme = Theme::from_word(word),
            Size::KEY => self.size = Size::from_word(word),
            _ => {}
        }
    }
}
