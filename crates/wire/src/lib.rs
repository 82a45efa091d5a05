//! How the edition travels from the pre-rendered page into the browser: postcard's bytes as text in a
//! script element.
//!
//! Base64 would hide the words from the compressor, which has seen each of them in the page already.
//! So bytes that are UTF-8 stay as they are, and only the others, and what an HTML parser would
//! change, become private characters: U+E000 plus the byte.

use std::fmt;

use serde::Deserialize;

const FIRST: u32 = 0xE000;
const LAST: u32 = FIRST + 0xFF;

/// The text is cut, damaged, or of another build.
#[derive(Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the page's data is damaged")
    }
}

impl std::error::Error for Damaged {}

/// Writes a value as text that can stand in a script element.
///
/// # Errors
/// If the value has a form that postcard does not carry.
#[cfg(feature = "pack")]
pub fn pack<T: serde::Serialize>(value: &T) -> Result<String, postcard::Error> {
    let bytes = postcard::to_allocvec(value)?;
    let mut text = String::with_capacity(bytes.len());
    let hide = |text: &mut String, bytes: &[u8]| {
        text.extend(bytes.iter().filter_map(|&byte| char::from_u32(FIRST + u32::from(byte))));
    };
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if matches!(c, '\0' | '\r' | '<') || (FIRST..=LAST).contains(&u32::from(c)) {
                hide(&mut text, c.encode_utf8(&mut [0; 4]).as_bytes());
            } else {
                text.push(c);
            }
        }
        hide(&mut text, chunk.invalid());
    }
    Ok(text)
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// If the text is not exactly one value of this type.
pub fn unpack<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, Damaged> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            hidden @ FIRST..=LAST => bytes.push((hidden - FIRST) as u8),
            _ => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    match postcard::take_from_bytes(&bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(Damaged),
    }
}
