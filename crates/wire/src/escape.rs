//! Escaping of characters that must not appear in a packet.

/// Characters that a line cannot contain or an HTML parser would change, and the letter that
/// replaces each.
const ESCAPES: [(char, char); 5] = [('\\', '\\'), ('\n', 'n'), ('\r', 'r'), ('\0', '0'), ('<', 'l')];

#[cfg(feature = "pack")]
pub fn escape(c: char) -> Option<char> {
    ESCAPES.iter().find(|(plain, _)| *plain == c).map(|(_, letter)| *letter)
}

pub fn unescape(letter: char) -> Option<char> {
    ESCAPES.iter().find(|(_, l)| *l == letter).map(|(plain, _)| *plain)
}
