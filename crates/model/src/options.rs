//! The address options for readers and for pages that embed ours. The build writes them into the
//! scripts too.

/// An option of the address.
pub struct AddressOption {
    pub key: &'static str,
    pub values: Values,
    /// Whether the embedding element has an attribute of this name.
    pub embeds: bool,
    /// Whether the main page supports it too.
    pub page: bool,
}

/// The values an option can take.
pub enum Values {
    /// One of these; the first is the default and may be omitted.
    OneOf(&'static [&'static str]),
    /// Whatever matches a regular expression.
    Like(&'static str),
}

/// All options. A new value is one more line in [`Theme`] or [`Size`]: scripts and controls follow.
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

/// [`crate::Id::is_valid`] as a regular expression, for scripts.
const ID: &str = "^[a-z0-9-]{1,64}$";

/// What a reader may choose of an option, the default first.
pub struct Offered {
    /// The option's name in addresses, and the one that readers see.
    pub key: &'static str,
    pub name: &'static str,
    /// Each choice's word in addresses, and its label for readers.
    pub choices: &'static [(&'static str, &'static str)],
}

/// Defines an option with a few values, the default first. Each has a word for addresses and a
/// label for readers.
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

            /// The word in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $word,
                    $(Self::$other => $others,)*
                }
            }

            /// The value that this word names, or the default.
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
    /// Font size: standard, or one of the two sizes of 关怀模式 (accessible mode).
    Size = "size" "字号" {
        Standard = "standard" "标准",
        Large = "large" "大字",
        Xlarge = "xlarge" "特大字",
    }
}

impl Size {
    /// The size that goes with the font size, CSS pixels, that a reader has set in the browser; 16 is usual.
    pub const fn for_font(px: u32) -> Self {
        match px {
            24.. => Self::Xlarge,
            20.. => Self::Large,
            _ => Self::Standard,
        }
    }
}
