//! The edition's way from the host into the page's script: serde data as lines of text, fields by
//! position. A self-describing format would cost the browser some 30 KB of code; binary ones do not
//! compress with the page's own text, in which every line stands already.
//!
//! Both sides are of one build, so there is no version and no field name. Knows serde alone.

#[cfg(feature = "ssr")]
mod pack;
mod unpack;

use std::fmt;

#[cfg(feature = "ssr")]
pub use pack::pack;
pub use unpack::{unpack, unpack_whole};

/// Why data could not be packed or unpacked.
#[derive(Debug, PartialEq, Eq)]
pub enum PacketError {
    /// The lines end too early, too late, or hold something else.
    Damaged,
    /// The data has a form that packets do not carry.
    Unsupported,
}

/// What a line cannot hold, or an HTML parser would change, and the letter that stands for it.
const ESCAPES: [(char, char); 5] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r'), ('\0', '0'), ('<', 'l')];

#[cfg(feature = "ssr")]
fn escape(c: char) -> Option<char> {
    ESCAPES.iter().find(|(plain, _)| *plain == c).map(|(_, letter)| *letter)
}

fn unescape(letter: char) -> Option<char> {
    ESCAPES.iter().find(|(_, l)| *l == letter).map(|(plain, _)| *plain)
}

impl fmt::Display for PacketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "the packet is damaged",
            Self::Unsupported => "packets do not carry this form of data",
        })
    }
}

impl std::error::Error for PacketError {}

impl serde::ser::Error for PacketError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Unsupported
    }
}

impl serde::de::Error for PacketError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Damaged
    }
}
