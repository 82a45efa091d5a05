use super::Id;
use super::looks::Looks;
use super::options::{CARD, TOPIC};

/// The reader's choices, all of which fit into the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub card: Option<Id>,
    pub topic: Option<Id>,
    pub looks: Looks,
}

impl Selection {
    /// Reads a query string (with or without `?`). Unknown keys and wrong values fall back to the
    /// default silently: an address may come from anywhere.
    pub fn from_query(query: &str) -> Self {
        Self::default().with(query)
    }

    /// Combines the remembered settings with the address, which takes precedence.
    pub fn recalled(memory: &str, query: &str) -> Self {
        Self { card: None, topic: None, ..Self::from_query(memory) }.with(query)
    }

    fn with(mut self, query: &str) -> Self {
        for pair in query.trim_start_matches('?').split('&') {
            let Some((key, value)) = pair.split_once('=') else {
                continue;
            };
            let value = pasted(value);
            match named_key(key) {
                CARD => self.card = identifier(value),
                TOPIC => self.topic = identifier(value),
                key => self.looks.choose(key, value),
            }
        }
        self
    }

    /// The settings to remember at the reader's request: how the page looks, not what is open.
    pub fn to_memory(&self) -> String {
        self.looks.words().map(|(key, word)| format!("{key}={word}")).join("&")
    }

    /// Writes the choices into a query string, keeping the keys that are not ours: a host's
    /// parameters must survive. Empty when nothing is left to say.
    pub fn to_query(&self, present: &str) -> String {
        let foreign = present
            .trim_start_matches('?')
            .split('&')
            .filter(|pair| !pair.is_empty())
            .filter(|pair| !is_own(pair.split('=').next().unwrap_or(pair)))
            .map(str::to_owned);
        let named = [(CARD, &self.card), (TOPIC, &self.topic)];
        let named = named.into_iter().filter_map(|(key, id)| Some(format!("{key}={}", id.as_ref()?)));
        let looks = self.looks.words().into_iter().zip(Looks::default().words());
        let unusual = looks.filter(|(chosen, usual)| chosen != usual).map(|((key, word), _)| format!("{key}={word}"));
        let pairs: Vec<String> = named.chain(unusual).chain(foreign).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Whether the page uses this key of the address.
fn is_own(key: &str) -> bool {
    let key = named_key(key);
    [CARD, TOPIC].contains(&key) || Looks::OFFERED.iter().any(|option| option.key == key)
}

/// An `&` that was copied out of a page's source is written `&amp;`.
fn named_key(key: &str) -> &str {
    key.strip_prefix("amp;").unwrap_or(key)
}

/// The word that a value begins with: chat programs take what follows an address, such as a full
/// stop, for a part of it. `cards.js` and `early.js` do the same.
fn pasted(value: &str) -> &str {
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    &value[..end.unwrap_or(value.len())]
}

/// Ignores anything that is not a well-formed id.
fn identifier(value: &str) -> Option<Id> {
    Id::is_valid(value).then(|| value.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{OPTIONS, Size, Theme, Values};

    #[test]
    fn the_table_of_options_and_the_page_agree() {
        for option in OPTIONS {
            assert_eq!(is_own(option.key), option.page, "{}", option.key);
        }
        for theme in Theme::ALL {
            assert_eq!(Theme::from_word(theme.as_str()), theme);
        }
        for size in Size::ALL {
            assert_eq!(Size::from_word(size.as_str()), size);
        }
        let first = OPTIONS.iter().filter_map(|option| match option.values {
            Values::OneOf(words) => words.first().copied(),
            Values::Like(_) => None,
        });
        assert_eq!(first.collect::<Vec<_>>(), Looks::default().words().map(|(_, word)| word));
    }

    #[test]
    fn the_address_wins_over_what_is_remembered() {
        let seen = |memory: &str, query: &str| {
            let Looks { theme, size } = Selection::recalled(memory, query).looks;
            (theme, size)
        };
        assert_eq!(seen("", ""), (Theme::Auto, Size::Standard));
        assert_eq!(seen("theme=dark&size=xlarge", ""), (Theme::Dark, Size::Xlarge));
        assert_eq!(seen("theme=dark&size=xlarge", "?theme=light"), (Theme::Light, Size::Xlarge));
        assert_eq!(seen("theme=dark", "?theme=auto&size=large"), (Theme::Auto, Size::Large));
        assert_eq!(seen("theme=dark", "?theme=pink"), (Theme::Auto, Size::Standard));
        assert_eq!(seen("&&size=huge&x", "?a=b"), (Theme::Auto, Size::Standard));
    }

    #[test]
    fn what_follows_an_address_in_a_sentence_is_not_part_of_it() {
        for query in [
            "?card=pillar-4%E3%80%82",
            "?card=pillar-4)",
            "?card=pillar-4。",
            "?card=pillar-4%EF%BC%89%E3%80%82",
            "?card=pillar-4%27",
            "?card=pillar-4%20see",
        ] {
            assert_eq!(Selection::from_query(query).card.as_deref(), Some("pillar-4"), "{query}");
        }
        let copied = Selection::from_query("?card=pillar-4&amp;theme=dark).");
        assert_eq!((copied.card.as_deref(), copied.looks.theme), (Some("pillar-4"), Theme::Dark));
        assert_eq!(Selection::from_query("?card=%3Cscript").card, None);
    }

    #[test]
    fn only_how_the_page_is_shown_is_remembered() {
        let selection = Selection {
            card: Some("pillar-1".into()),
            looks: Looks { theme: Theme::Dark, ..Looks::default() },
            topic: None,
        };
        let memory = selection.to_memory();
        assert_eq!(Selection::recalled(&memory, ""), Selection { card: None, ..selection });
        assert_eq!(Selection::recalled("card=pillar-1&topic=ecology", "").card, None);
    }
}
