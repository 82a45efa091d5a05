//! What a reader, or a page that embeds ours, may ask for in the address. The scripts get it from here too, while the
//! site is built.

/// An option of the address.
pub struct AddressOption {
    pub key: &'static str,
    pub values: Values,
    /// Whether an element that embeds a piece has an attribute of this name.
    pub embeds: bool,
    /// Whether the whole page knows it as well.
    pub page: bool,
}

/// What an option can be.
pub enum Values {
    /// One of these; the first is the usual one, which needs not be said.
    OneOf(&'static [&'static str]),
    /// Whatever matches a regular expression.
    Like(&'static str),
}

/// All of them. A value more is a line of [`Theme`] or [`Size`], and nothing else.
pub const OPTIONS: [AddressOption; 6] = [
    AddressOption { key: CARD, values: Values::Like(ID), embeds: false, page: true },
    AddressOption { key: Theme::KEY, values: Values::OneOf(&Theme::WORDS), embeds: true, page: true },
    AddressOption { key: Size::KEY, values: Values::OneOf(&Size::WORDS), embeds: true, page: true },
    AddressOption { key: TOPIC, values: Values::Like(ID), embeds: true, page: true },
    AddressOption { key: "accent", values: Values::Like("^[0-9a-fA-F]{6}$"), embeds: true, page: false },
    AddressOption { key: "ground", values: Values::Like("^none$"), embeds: true, page: false },
];

pub(crate) const CARD: &str = "card";
pub(crate) const TOPIC: &str = "topic";

/// What [`crate::Id::is_valid`] says, for scripts.
const ID: &str = "^[a-z0-9-]{1,64}$";

/// What a reader may choose of an option, the usual one first.
pub struct Offered {
    /// What the option is called in addresses, and by readers.
    pub key: &'static str,
    pub name: &'static str,
    /// Each choice's word in addresses, and the one that readers see.
    pub choices: &'static [(&'static str, &'static str)],
}

/// An option with a few values, the usual one first: each with its word in addresses and the one that readers see.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident = $key:literal $called:literal { $first:ident = $word:literal $label:literal, $($other:ident = $others:literal $labels:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            #[default]
            $first,
            $($other,)*
        }

        impl $name {
            /// What the option is called in addresses.
            pub const KEY: &str = $key;
            pub(crate) const OFFERED: Offered =
                Offered { key: $key, name: $called, choices: &[($word, $label), $(($others, $labels),)*] };
            pub const ALL: [Self; Self::WORDS.len()] = [Self::$first, $(Self::$other,)*];
            pub(crate) const WORDS: [&str; [$word, $($others,)*].len()] = [$word, $($others,)*];

            /// As in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $word,
                    $(Self::$other => $others,)*
                }
            }

            /// The value that this word names, or the usual one.
            pub fn from_word(word: &str) -> Self {
                Self::ALL.into_iter().find(|value| value.as_str() == word).unwrap_or_default()
            }
        }
    };
}

choices! {
    /// Light, dark, or as the device says.
    Theme = "theme" "明暗" {
        Auto = "auto" "自动",
        Light = "light" "浅色",
        Dark = "dark" "深色",
    }
}

choices! {
    /// The size of type: standard, or one of the two of 关怀模式.
    Size = "size" "字号" {
        Standard = "standard" "标准",
        Large = "large" "大字",
        Xlarge = "xlarge" "特大字",
    }
}

impl Size {
    /// The size that goes with the font size, CSS pixels, that a reader has set in the browser; 16 is usual.
    pub fn for_font(px: f32) -> Self {
        match px {
            24.0.. => Self::Xlarge,
            20.0.. => Self::Large,
            _ => Self::Standard,
        }
    }
}
