//! What is wrong with a file that is not TOML. The parser's own message is English and names the
//! place where it stumbled, which is often far from the slip; so the text is scanned again for the
//! slips that editors make. One file has one slip: what follows from it is not worth reading.

use toml::de::DeTable;

use super::scan::Scanner;
use super::slip::Slip;

/// Texts at the top of a file, as far as they are there: what must be known before it is read.
pub fn named<const N: usize>(text: &str, keys: [&str; N]) -> [Option<String>; N] {
    let (table, _) = DeTable::parse_recoverable(text);
    keys.map(|key| table.get_ref().get(key)?.get_ref().as_str().map(str::to_owned))
}

/// The slip because of which a file cannot be read, if there is one.
pub fn slip(file: &str, text: &str) -> Option<Slip> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let found = Scanner::new(file, text).slip();
    let Some(error) = errors.iter().min_by_key(|error| error.span().map(|span| span.start)) else {
        return found.filter(|slip| !slip.is_syntax);
    };
    found.or_else(|| {
        let what = format!("这里不合 TOML 的写法（{}）", error.message().replace('\n', " "));
        let cure = "对照这个文件里写对了的一段，看引号、方括号、等号和逗号";
        Some(Slip::new(error.span().map_or(0, |span| span.start), what, cure))
    })
}
