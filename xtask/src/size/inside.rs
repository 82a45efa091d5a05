//! What the wasm consists of: its sections, and its functions by crate and by name.

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::weight::Weight;
use crate::project::PACKAGE;

pub struct Inside {
    bytes: Vec<u8>,
    /// What readers do not get: the section with the names.
    extra: Range<usize>,
    /// Each with its size, in the file's order.
    pub sections: Vec<(String, u64)>,
    functions: Vec<Function>,
}

struct Function {
    name: String,
    range: Range<usize>,
}

/// What goes under one name: a crate, or a function with all its copies.
#[derive(Debug, PartialEq)]
pub struct Group {
    pub name: String,
    pub functions: usize,
    pub bytes: u64,
}

impl Inside {
    /// Reads a wasm that has the names of its functions.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        let mut sections = Vec::new();
        let mut bodies = Vec::new();
        let mut names = BTreeMap::new();
        let mut imported = 0;
        let mut extra = 0..0;
        for payload in Parser::new(0).parse_all(&bytes) {
            let payload = payload.map_err(|error| error.to_string())?;
            if let Some((id, range)) = payload.as_section() {
                sections.push((section(id, &payload), range.end - range.start));
            }
            match payload {
                Payload::ImportSection(imports) => {
                    let imports = imports.into_imports().filter_map(Result::ok);
                    imported = imports.filter(|import| matches!(import.ty, TypeRef::Func(_))).count();
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().start as usize..body.range().end as usize),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(read) = section.as_known() {
                        extra = section.range().start as usize..section.range().end as usize;
                        let maps = read.into_iter().filter_map(Result::ok);
                        let functions =
                            maps.filter_map(|name| if let Name::Function(map) = name { Some(map) } else { None });
                        let namings = functions.flatten().filter_map(Result::ok);
                        names.extend(namings.map(|naming| (naming.index as usize, naming.name.to_owned())));
                    }
                }
                _ => {}
            }
        }
        let functions = bodies.into_iter().enumerate().map(|(i, range)| {
            let name = names.remove(&(imported + i)).unwrap_or_else(|| "(without a name)".to_owned());
            Function { name: plain(&name), range }
        });
        let functions = functions.collect();
        Ok(Self { bytes, extra, sections, functions })
    }

    pub fn weight(&self) -> Weight {
        self.weight_without(&[])
    }

    fn weight_without(&self, parts: &[Range<usize>]) -> Weight {
        let mut parts = parts.to_vec();
        parts.push(self.extra.clone());
        parts.sort_by_key(|part| part.start);
        let mut rest = Vec::with_capacity(self.bytes.len());
        let mut from = 0;
        for part in parts {
            rest.extend_from_slice(&self.bytes[from..part.start]);
            from = part.end;
        }
        rest.extend_from_slice(&self.bytes[from..]);
        Weight::of(&rest)
    }

    /// The largest first.
    pub fn crates(&self) -> Vec<Group> {
        self.groups(|function| crate_of(&function.name).to_owned())
    }

    /// Functions with one name are copies of one generic function for several types.
    pub fn names(&self) -> Vec<Group> {
        self.groups(|function| function.name.clone())
    }

    fn groups(&self, key: impl Fn(&Function) -> String) -> Vec<Group> {
        let mut groups: BTreeMap<String, (usize, u64)> = BTreeMap::new();
        for function in &self.functions {
            let (functions, bytes) = groups.entry(key(function)).or_default();
            *functions += 1;
            *bytes += function.range.len() as u64;
        }
        let groups = groups.into_iter().map(|(name, (functions, bytes))| Group { name, functions, bytes });
        let mut groups: Vec<Group> = groups.collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.bytes));
        groups
    }

    /// What the file would weigh without the functions of a crate: bytes that others repeat cost little.
    pub fn without(&self, name: &str) -> Weight {
        let gone = self.functions.iter().filter(|function| crate_of(&function.name) == name);
        self.weight_without(&gone.map(|function| function.range.clone()).collect::<Vec<_>>())
    }
}

fn section(id: u8, payload: &Payload<'_>) -> String {
    const NAMES: [&str; 13] = [
        "custom",
        "types",
        "imports",
        "functions",
        "tables",
        "memory",
        "globals",
        "exports",
        "start",
        "elements",
        "code",
        "data",
        "data count",
    ];
    match payload {
        Payload::CustomSection(section) => format!("custom: {}", section.name()),
        _ => NAMES.get(usize::from(id)).map_or_else(|| format!("section {id}"), |&name| name.to_owned()),
    }
}

/// Without the hashes that compilers put into names, `::h0123…` at the end or `[0123…]` behind a crate: they
/// differ between copies.
fn plain(name: &str) -> String {
    let hash = |text: &str| text.len() >= 12 && text.chars().all(|c| c.is_ascii_hexdigit());
    let mut rest = match name.rsplit_once("::h") {
        Some((plain, end)) if hash(end) => plain,
        _ => name,
    };
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once('[') {
        plain += before;
        match after.split_once(']') {
            Some((inner, after)) if hash(inner) => rest = after,
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
}

/// The crate that a function is written in, and of the app the module. One of a trait for a type is the type's, if that names its
/// crate, or else the trait's; the glue that drops a value is the value's.
fn crate_of(name: &str) -> &str {
    const GLUE: &str = "core::ptr::drop_in_place<";
    let path = name.strip_prefix(GLUE).unwrap_or(name);
    let (own, of_trait) = match path.strip_prefix('<').map(|inner| inner.split_once(" as ").unwrap_or((inner, ""))) {
        Some(parts) => parts,
        None => (path, ""),
    };
    first(own).or_else(|| first(of_trait)).unwrap_or("(others)")
}

/// The first segment of a path that has several, or the first two within the app.
fn first(path: &str) -> Option<&str> {
    let start = path.find(|c: char| c.is_ascii_alphabetic() || c == '_')?;
    let mut path = &path[start..];
    for word in ["mut ", "dyn ", "const ", "impl "] {
        path = path.strip_prefix(word).unwrap_or(path);
    }
    let length = |path: &str| path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let end = length(path)?;
    let rest = path[end..].strip_prefix("::")?;
    let module = (&path[..end] == PACKAGE).then(|| length(rest)).flatten();
    Some(&path[..module.map_or(end, |module| end + "::".len() + module)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_the_crate_they_are_written_in() {
        for (name, expected) in [
            ("sijian::browser::stage::run", "sijian::browser"),
            ("sijian::main", "sijian"),
            ("<sijian::model::Edition as serde::Deserialize>::deserialize", "sijian::model"),
            ("<T as alloc::string::ToString>::to_string", "alloc"),
            ("<&mut T as core::fmt::Write>::write_str", "core"),
            ("<alloc::vec::Vec<T,A> as core::ops::Drop>::drop", "alloc"),
            ("core::ptr::drop_in_place<leptos::children::TypedChildren<T>>", "leptos"),
            ("core::ptr::drop_in_place<&mut dyn tachys::view::Render>", "tachys"),
            ("<[T] as core::fmt::Debug>::fmt", "core"),
            ("<(A,B) as tachys::view::Render>::build", "tachys"),
            ("__rustc::__rust_alloc", "__rustc"),
            ("memcpy", "(others)"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn only_hashes_are_cut_off() {
        assert_eq!(plain("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(
            plain("<dlmalloc[e24a27700634d609]::System as core[c5930c85a12de]::X>::f"),
            "<dlmalloc::System as core::X>::f"
        );
        assert_eq!(plain("a::hidden"), "a::hidden");
        assert_eq!(plain("<[T] as [0; 4]>::f"), "<[T] as [0; 4]>::f");
    }

    /// A module with one import, two functions of 3 and 4 bytes, and their names.
    fn module() -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            bytes.push(id);
            bytes.push(u8::try_from(content.len()).unwrap());
            bytes.extend_from_slice(content);
        };
        section(1, &[1, 0x60, 0, 0]);
        section(2, &[1, 1, b'm', 1, b'f', 0, 0]);
        section(3, &[2, 0, 0]);
        section(10, &[2, 3, 0, 1, 0x0b, 4, 0, 1, 1, 0x0b]);
        let mut names = vec![4];
        names.extend_from_slice(b"name");
        let mut map = vec![2];
        for (index, name) in [(1, "a::x::h0123456789abcdef"), (2, "a::x::h0123456789abcdee")] {
            map.push(index);
            map.push(u8::try_from(name.len()).unwrap());
            map.extend_from_slice(name.as_bytes());
        }
        names.push(1);
        names.push(u8::try_from(map.len()).unwrap());
        names.extend(map);
        section(0, &names);
        bytes
    }

    #[test]
    fn bytes_are_counted_by_section_crate_and_name() {
        let inside = Inside::read(module()).unwrap();
        let sizes: Vec<(&str, u64)> = inside.sections.iter().map(|(name, size)| (name.as_str(), *size)).collect();
        assert_eq!(sizes[..4], [("types", 4), ("imports", 7), ("functions", 3), ("code", 10)]);
        assert_eq!(sizes[4].0, "custom: name");
        let group = |name: &str| Group { name: name.to_owned(), functions: 2, bytes: 7 };
        assert_eq!(inside.crates(), [group("a")]);
        assert_eq!(inside.names(), [group("a::x")]);
        assert_eq!(inside.without("a").raw + 7, inside.weight().raw);
        assert!(Inside::read(vec![1, 2, 3]).is_err());
    }
}
