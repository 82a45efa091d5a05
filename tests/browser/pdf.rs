use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A printed page: its words and its size.
pub struct Sheet {
    /// Millimetres.
    pub size: [f32; 2],
    /// Without white space, since lines break at the edge of the paper.
    pub words: String,
}

impl Sheet {
    /// Whether the page contains these words, wherever their lines break.
    pub fn says(&self, words: &str) -> bool {
        let [here, words] =
            [&*self.words, words].map(|text| text.chars().filter(|c| *c != '\u{200b}').collect::<Vec<char>>());
        here.windows(words.len().max(1)).any(|part| part.iter().zip(&words).all(|(a, b)| a == b || is_radical(*a)))
    }
}

/// Fonts use one glyph for a radical and for the character that looks like it, so a PDF may contain
/// either.
fn is_radical(c: char) -> bool {
    ('\u{2e80}'..='\u{2fdf}').contains(&c)
}

/// The pages of a PDF.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let document = Document::load_mem(bytes).expect("a PDF");
    let pages = document.get_pages();
    pages.values().map(|&page| Sheet { size: size(&document, page), words: words(&document, page) }).collect()
}

/// A page has a box of its own or inherits it from its parents.
fn size(document: &Document, page: ObjectId) -> [f32; 2] {
    const MM: f32 = 25.4 / 72.0;
    let mut at = document.get_dictionary(page).expect("a page");
    let area = loop {
        if let Ok(area) = at.get(b"MediaBox") {
            break area;
        }
        let parent = at.get(b"Parent").and_then(Object::as_reference).expect("a box somewhere above");
        at = document.get_dictionary(parent).expect("a tree of pages");
    };
    let area = area.as_array().expect("four numbers");
    let area: Vec<f32> = area.iter().map(|n| n.as_float().expect("a number")).collect();
    [(area[2] - area[0]) * MM, (area[3] - area[1]) * MM]
}

/// Chromium writes each character as a glyph number of its font, with a map from these to
/// characters.
fn words(document: &Document, page: ObjectId) -> String {
    let fonts = document.get_page_fonts(page).expect("the page's fonts");
    let fonts: BTreeMap<&[u8], Font> =
        fonts.iter().map(|(name, font)| (name.as_slice(), Font::read(document, font))).collect();
    let content = document.get_page_content(page);
    let content = Content::decode(&content).expect("the page's content");
    let (mut words, mut font) = (String::new(), None);
    for operation in content.operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("Tf", [Object::Name(name), ..]) => font = fonts.get(name.as_slice()),
            ("Tj" | "'", [Object::String(codes, _)]) => words.extend(font.iter().map(|f| f.text(codes))),
            ("TJ", [Object::Array(parts)]) => {
                let codes = parts.iter().filter_map(|part| part.as_str().ok());
                codes.for_each(|codes| words.extend(font.iter().map(|f| f.text(codes))));
            }
            _ => {}
        }
    }
    words.retain(|c| !c.is_whitespace());
    words
}

struct Font {
    /// The number of bytes of a code.
    length: usize,
    meanings: BTreeMap<u32, String>,
}

impl Font {
    fn read(document: &Document, font: &Dictionary) -> Self {
        let length =
            if font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0") { 2 } else { 1 };
        let map = font.get(b"ToUnicode").and_then(Object::as_reference).and_then(|id| document.get_object(id));
        let map = map.and_then(Object::as_stream).and_then(lopdf::Stream::get_plain_content).unwrap_or_default();
        Self { length, meanings: meanings(&String::from_utf8_lossy(&map)) }
    }

    fn text(&self, codes: &[u8]) -> String {
        let code = |bytes: &[u8]| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        codes.chunks(self.length).filter_map(|bytes| self.meanings.get(&code(bytes))).map(String::as_str).collect()
    }
}

/// Parses the lines `<code> <meaning>` and `<first> <last> <meaning of the first>` of a map.
fn meanings(map: &str) -> BTreeMap<u32, String> {
    let mut meanings = BTreeMap::new();
    for line in map.lines() {
        let parts: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        let number = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
        match parts.as_slice() {
            [code, meaning] => {
                meanings.insert(number(code), utf16(meaning));
            }
            [first, last, meaning] => {
                let start = number(meaning);
                for (i, code) in (number(first)..=number(last)).enumerate() {
                    meanings.insert(code, utf16(&format!("{:04X}", start + i as u32)));
                }
            }
            _ => {}
        }
    }
    meanings
}

fn utf16(hexadecimal: &str) -> String {
    let units = hexadecimal.as_bytes().chunks(4).map(|unit| {
        let digits = std::str::from_utf8(unit).unwrap_or_default();
        u16::from_str_radix(digits, 16).unwrap_or_default()
    });
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}
