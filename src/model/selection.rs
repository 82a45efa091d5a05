use super::Id;

/// What the reader chose; all of it fits into the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub card: Option<Id>,
    pub topic: Option<Id>,
    pub theme: Theme,
    pub size: Size,
}

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// The size of type: standard, or one of the two of 关怀模式.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    #[default]
    Standard,
    Large,
    Xlarge,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// As in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Size {
    pub const ALL: [Self; 3] = [Self::Standard, Self::Large, Self::Xlarge];

    /// As in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Large => "large",
            Self::Xlarge => "xlarge",
        }
    }
}

impl Selection {
    /// Reads a query string (with or without `?`). Unknown keys and wrong values fall back to the
    /// default silently: an address may come from anywhere.
    pub fn from_query(query: &str) -> Self {
        let mut selection = Self::default();
        for pair in query.trim_start_matches('?').split('&') {
            let Some((key, value)) = pair.split_once('=') else {
                continue;
            };
            match key {
                "card" => selection.card = identifier(value),
                "topic" => selection.topic = identifier(value),
                "theme" => selection.theme = named(Theme::ALL, Theme::as_str, value),
                "size" => selection.size = named(Size::ALL, Size::as_str, value),
                _ => {}
            }
        }
        selection
    }

    /// Writes the choices into a query string, keeping the keys that are not ours: a host's
    /// parameters must survive. Empty when nothing is left to say.
    pub fn to_query(&self, present: &str) -> String {
        let foreign = present
            .trim_start_matches('?')
            .split('&')
            .filter(|pair| !pair.is_empty())
            .filter(|pair| !KEYS.contains(&pair.split('=').next().unwrap_or(pair)))
            .map(str::to_owned);
        let own = [
            self.card.as_ref().map(|id| format!("card={id}")),
            self.topic.as_ref().map(|id| format!("topic={id}")),
            (self.theme != Theme::default()).then(|| format!("theme={}", self.theme.as_str())),
            (self.size != Size::default()).then(|| format!("size={}", self.size.as_str())),
        ];
        let pairs: Vec<String> = own.into_iter().flatten().chain(foreign).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

const KEYS: [&str; 4] = ["card", "topic", "theme", "size"];

/// An id as we write them; anything else is not ours.
fn identifier(value: &str) -> Option<Id> {
    let fits = !value.is_empty()
        && value.len() <= 64
        && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    fits.then(|| value.to_owned())
}

fn named<T: Copy + Default, const N: usize>(all: [T; N], name: fn(T) -> &'static str, value: &str) -> T {
    all.into_iter().find(|&option| name(option) == value).unwrap_or_default()
}
