//! The files in `dist/`, what each weighs, and which of them a page loads.

use std::fs;
use std::iter::Sum;
use std::ops::Add;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

/// In bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    pub raw: u64,
    pub brotli: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Html,
    Style,
    Script,
    Wasm,
    Font,
    Other,
}

#[derive(Debug)]
pub struct File {
    /// The path from `dist/`, with slashes.
    pub name: String,
    pub kind: Kind,
    pub weight: Weight,
    /// Only of files that can name others.
    text: String,
}

/// The service worker, which stores the page for offline use.
const WORKER: &str = "sw.js";

pub struct Dist {
    pub files: Vec<File>,
}

/// A page with everything that a browser gets with it.
pub struct Page<'a> {
    pub file: &'a File,
    /// What it loads before it is complete.
    pub loads: Vec<&'a File>,
    /// Wasm that is named by a script but not by the page, and is loaded on demand.
    pub later: Vec<&'a File>,
}

impl Dist {
    /// Weighs every file except compressed copies of others, which say how it comes over the wire.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        collect(folder, "", &mut files)?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { files })
    }

    pub fn pages(&self) -> impl Iterator<Item = Page<'_>> {
        let pages = self.files.iter().filter(|file| file.kind == Kind::Html);
        pages.map(|file| self.page(file))
    }

    /// A page loads the files whose names it contains, and those that these name in turn: names
    /// contain a hash, so they never occur by chance. The service worker is left out, since it
    /// loads when the page is idle.
    fn page<'a>(&'a self, file: &'a File) -> Page<'a> {
        let own = requests(&file.text);
        let mut found: Vec<&File> = Vec::new();
        let mut texts = vec![own.clone()];
        while let Some(text) = texts.pop() {
            let candidates = self.files.iter().filter(|file| file.kind != Kind::Html && file.name != WORKER);
            for file in candidates.filter(|file| text.contains(file.base_name())) {
                if !found.iter().any(|other| other.name == file.name) {
                    found.push(file);
                    texts.push(file.text.clone());
                }
            }
        }
        found.sort_by_key(|file| file.kind as u8);
        let (later, loads) =
            found.into_iter().partition(|file| file.kind == Kind::Wasm && !own.contains(file.base_name()));
        Page { file, loads, later }
    }
}

impl File {
    fn base_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

impl Page<'_> {
    pub fn of(&self, kind: Kind) -> Weight {
        self.loads.iter().filter(|file| file.kind == kind).map(|file| file.weight).sum()
    }

    /// The inline styles of the page.
    pub fn style(&self) -> Weight {
        Weight::of(&inlined(&self.file.text, "style").concat())
    }

    /// The inline scripts of the page.
    pub fn scripts(&self) -> Weight {
        Weight::of(&inlined(&self.file.text, "script").concat())
    }

    /// The page without its inline styles and scripts: words, drawings, data.
    pub fn document(&self) -> Weight {
        let own = ["style", "script"].into_iter().flat_map(|element| inlined(&self.file.text, element));
        Weight::of(&own.fold(self.file.text.clone(), |text, part| text.replace(part, "")))
    }

    /// Everything needed before the page is complete; fonts come after the first paint.
    pub fn first_load(&self) -> Weight {
        let loads = self.loads.iter().filter(|file| file.kind != Kind::Font);
        self.file.weight + loads.map(|file| file.weight).sum()
    }
}

impl Weight {
    pub fn of(bytes: &(impl AsRef<[u8]> + ?Sized)) -> Self {
        let bytes = bytes.as_ref();
        Self { raw: bytes.len() as u64, brotli: compressed(bytes).len() as u64 }
    }
}

/// Compressed as web hosts send it.
fn compressed(mut bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters).expect("memory can be read and written");
    compressed
}

impl Add for Weight {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), Self::add)
    }
}

/// Skips hidden files and folders, which are Trunk's, compressed copies, and other editions, which
/// are whole sites.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        let copy = path.extension().is_some_and(|e| e == "br" || e == "gz") && path.with_extension("").is_file();
        if entry.file_name().to_string_lossy().starts_with('.') || copy {
            continue;
        }
        if path.join("index.html").is_file() {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            let kind = Kind::of(&name);
            let names_others = matches!(kind, Kind::Html | Kind::Style | Kind::Script);
            let text = if names_others { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() };
            // Hosts send files that have no copy, such as pictures, as they are.
            let raw = bytes.len() as u64;
            let brotli =
                fs::metadata(folder.join(format!("{}.br", entry.file_name().display()))).map_or(raw, |copy| copy.len());
            files.push(File { name, kind, weight: Weight { raw, brotli }, text });
        }
    }
    Ok(())
}

impl Kind {
    fn of(name: &str) -> Self {
        match name.rsplit('.').next() {
            Some("html") => Self::Html,
            Some("css") => Self::Style,
            Some("js" | "mjs") => Self::Script,
            Some("wasm") => Self::Wasm,
            Some("woff2" | "woff" | "ttf" | "otf") => Self::Font,
            _ => Self::Other,
        }
    }
}

/// The page without the tags that name files but do not load them.
fn requests(html: &str) -> String {
    const ONLY_NAMED: [&str; 4] = ["<a ", "<meta ", "<link rel=\"alternate\"", "<link rel=\"canonical\""];
    /// Metadata for other programs, which names files in its text.
    const LINKED: &str = "<script type=\"application/ld+json\">";
    let mut rest = html;
    let mut kept = String::new();
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        kept += before;
        let end = if tag.starts_with(LINKED) {
            tag.find("</script>").unwrap_or(tag.len())
        } else if ONLY_NAMED.iter().any(|start| tag.starts_with(start)) {
            tag.find('>').map_or(tag.len(), |end| end + 1)
        } else {
            kept.push('<');
            1
        };
        rest = &tag[end..];
    }
    kept + rest
}

/// The contents of all elements of this name, except data, which have a `type` attribute.
fn inlined<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{element}"), format!("</{element}>"));
    let elements = html.split(start.as_str()).skip(1).filter_map(|rest| rest.split(end.as_str()).next());
    let parts = elements.filter_map(|element| element.split_once('>'));
    parts.filter(|(tag, text)| !tag.contains(" type=") && !text.is_empty()).map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_what_it_names_and_what_that_names() {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in [
            (
                "index.html",
                "<meta content=\"poster-1.png\"><script type=\"application/ld+json\">{\"contentUrl\":\"data-1.csv\"}</script><link rel=\"canonical\" href=\"x-1.svg\"><style>a{src:url(f-1.woff2)}\
                 </style><a href=\"data-1.csv\">1 < 2</a><script>import'./app-1.js'</script><style>b{}</style>",
            ),
            ("embed/a.html", "<script src=\"../app-1.js\"></script><link href=\"../app-1.wasm\">"),
            ("app-1.js", "import './part-1.js'; load('app-1.wasm')"),
            ("app-1.js.br", "compressed"),
            ("part-1.js", "import './app-1.js'"),
            ("app-1.wasm", "\0asm part-2.js"),
            ("part-2.js", ""),
            ("f-1.woff2", "font"),
            ("poster-1.png", ""),
            ("x-1.svg", ""),
            ("data-1.csv", ""),
            (".stage/index.html", "half"),
            ("a-2025/index.html", "<script src=\"app-1.js\"></script>"),
            ("a-2025/app-1.js", ""),
        ] {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let dist = Dist::read(root.path()).unwrap();
        let pages: Vec<Page<'_>> = dist.pages().collect();
        let names = |page: &Page<'_>| page.loads.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert_eq!(pages[0].file.name, "embed/a.html");
        assert_eq!(names(&pages[0]), ["app-1.js", "part-1.js", "app-1.wasm"]);
        assert_eq!(pages[1].file.name, "index.html");
        assert_eq!(names(&pages[1]), ["app-1.js", "part-1.js", "f-1.woff2"]);
        assert_eq!(pages[0].later.len(), 0);
        assert_eq!(pages[1].later[0].name, "app-1.wasm", "a script asks for it when it wants it");
        assert_eq!(pages[1].style().raw, "a{src:url(f-1.woff2)}b{}".len() as u64);
        assert_eq!(pages[1].scripts().raw, "import'./app-1.js'".len() as u64, "data are no script");
        let own = pages[1].style().raw + pages[1].scripts().raw;
        assert_eq!(pages[1].document().raw, pages[1].file.weight.raw - own);
        let first = pages[1].file.weight + pages[1].of(Kind::Script);
        assert_eq!(pages[1].first_load(), first, "without the font");
        assert_eq!(dist.files.len(), 10, "neither copies nor Trunk's own files nor another edition count");
    }

    /// Host pages load it for the element; the build removes its comments.
    #[test]
    fn what_hosts_load_is_light() {
        let weight = Weight::of(include_str!("../../../crates/site/src/embed.js"));
        assert!((500..2304).contains(&weight.brotli), "{weight:?}");
    }
}
