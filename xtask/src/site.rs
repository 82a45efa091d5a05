//! Which file a request is for: the same rules as the usual static hosts, and routes that break on purpose.
//!
//! Knows paths and folders; knows nothing of sockets. Nothing outside the given folders is ever named.

use std::fs;
use std::path::{Path, PathBuf};

use crate::faults::{FAULTS, Harm};

pub struct Site {
    pub dist: PathBuf,
    /// Served under `/examples/` when it is there.
    pub examples: PathBuf,
    /// Pages that embed ours, for the browser tests: under `/hosts/` while `faults` is on.
    pub hosts: PathBuf,
    /// Whether [`FAULTS`] and [`WATCHED`] are on: routes for the browser tests.
    pub faults: bool,
}

#[derive(Debug, PartialEq)]
pub enum Answer {
    File(PathBuf),
    /// A page that is to keep what goes wrong in it, or a file with something wrong.
    Changed {
        file: PathBuf,
        watched: bool,
        harm: Harm,
    },
    /// The same address with a slash at its end, so that relative links in the page hold.
    Redirect(String),
    NotFound,
}

/// Before any other route: the same files, with a collector in the pages. See [`crate::watched`].
const WATCHED: &str = "watched";

impl Site {
    pub fn answer(&self, url: &str) -> Answer {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let Some(segments) = segments(path) else {
            return Answer::NotFound;
        };
        let names: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (names, watched) = match &names[..] {
            [WATCHED, rest @ ..] if self.faults => (rest, true),
            all => (all, false),
        };
        let (folder, names, harm) = self.route(names);
        let Some(found) = inside(folder, names) else {
            return Answer::NotFound;
        };

        let slash = path.ends_with('/');
        if found.is_dir() && !slash {
            let query = if query.is_empty() { "" } else { &url[path.len()..] };
            return Answer::Redirect(format!("{path}/{query}"));
        }
        let file = match (found.is_dir(), slash) {
            (true, _) => found.join("index.html"),
            (false, false) => found,
            (false, true) => return Answer::NotFound,
        };
        if !file.is_file() || harm.withholds(&file) {
            return Answer::NotFound;
        }
        let watched = watched && file.extension() == Some("html".as_ref());
        let harm = if harm.touches(&file) { harm } else { Harm::None };
        match (watched, harm) {
            (false, Harm::None) => Answer::File(file),
            (watched, harm) => Answer::Changed { file, watched, harm },
        }
    }

    fn route<'a>(&self, names: &'a [&'a str]) -> (&Path, &'a [&'a str], Harm) {
        if let ["examples", rest @ ..] = names
            && self.examples.is_dir()
        {
            return (&self.examples, rest, Harm::None);
        }
        if let ["hosts", rest @ ..] = names
            && self.faults
        {
            return (&self.hosts, rest, Harm::None);
        }
        let faults = if self.faults { &FAULTS[..] } else { &[] };
        for fault in faults {
            if let Some(rest) = names.strip_prefix(fault.prefix) {
                return (&self.dist, rest, fault.harm);
            }
        }
        (&self.dist, names, Harm::None)
    }
}

/// The decoded names in a path, or `None` if one could lead out of the folder or to a hidden file.
fn segments(path: &str) -> Option<Vec<String>> {
    let path = path.strip_prefix('/')?;
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/')
        .map(|raw| {
            let name = decoded(raw)?;
            let unsafe_name = name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':', '\0']);
            (!unsafe_name).then_some(name)
        })
        .collect()
}

fn decoded(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hexadecimal(rest.next()?)? * 16 + hexadecimal(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// Follows links first, so that one cannot lead out of the folder.
fn inside(folder: &Path, names: &[&str]) -> Option<PathBuf> {
    let folder = fs::canonicalize(folder).ok()?;
    let path = fs::canonicalize(names.iter().fold(folder.clone(), |path, name| path.join(name)));
    path.ok().filter(|path| path.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Checkout {
        root: tempfile::TempDir,
    }

    impl Checkout {
        fn new() -> Self {
            let root = tempfile::tempdir().unwrap();
            for file in [
                "dist/index.html",
                "dist/app.js",
                "dist/app.wasm",
                "dist/embed/a.html",
                "dist/data/四个数.csv",
                "dist/.stage/half.html",
                "examples/host/index.html",
                "hosts/plain.html",
                "secret.txt",
            ] {
                let path = root.path().join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
            #[cfg(unix)]
            std::os::unix::fs::symlink(root.path().join("secret.txt"), root.path().join("dist/link.txt")).unwrap();
            Self { root }
        }

        /// The answer, as the file's path from the checkout, `-> address`, or `404`.
        fn answer(&self, url: &str, faults: bool) -> String {
            let site = Site {
                dist: self.root.path().join("dist"),
                examples: self.root.path().join("examples"),
                hosts: self.root.path().join("hosts"),
                faults,
            };
            match site.answer(url) {
                Answer::File(path) => fs::read_to_string(path).unwrap_or_else(|e| e.to_string()),
                Answer::Changed { file, watched, harm } => {
                    let how = match (watched, harm) {
                        (true, Harm::None) => "watched",
                        (true, _) => "watched and harmed",
                        (false, _) => "harmed",
                    };
                    format!("{how} {}", fs::read_to_string(file).unwrap_or_else(|e| e.to_string()))
                }
                Answer::Redirect(to) => format!("-> {to}"),
                Answer::NotFound => "404".to_owned(),
            }
            .replace('\\', "/")
        }
    }

    fn expect(faults: bool, cases: &[(&str, &str)]) {
        let checkout = Checkout::new();
        for (url, expected) in cases {
            assert_eq!(checkout.answer(url, faults), *expected, "{url}");
        }
    }

    #[test]
    fn paths_lead_to_files() {
        expect(
            false,
            &[
                ("/", "dist/index.html"),
                ("/?card=x&y=/../", "dist/index.html"),
                ("/index.html", "dist/index.html"),
                ("/index.html/", "404"),
                ("/app.js?v=1", "dist/app.js"),
                ("/embed/a.html", "dist/embed/a.html"),
                ("/embed", "-> /embed/"),
                ("/embed?x=1", "-> /embed/?x=1"),
                ("/embed/", "404"),
                ("/nothing", "404"),
                ("/data/%E5%9B%9B%E4%B8%AA%E6%95%B0.csv", "dist/data/四个数.csv"),
                ("/examples/host/", "examples/host/index.html"),
                ("/examples/host", "-> /examples/host/"),
                ("/at/a/b/", "404"),
                ("/fault/no-wasm/", "404"),
                ("/watched/", "404"),
            ],
        );
    }

    #[test]
    fn nothing_else_is_ever_served() {
        expect(
            true,
            &[
                ("/../secret.txt", "404"),
                ("/embed/../../secret.txt", "404"),
                ("/%2e%2e/secret.txt", "404"),
                ("/..%2fsecret.txt", "404"),
                ("/embed%2f..%2f..%2fsecret.txt", "404"),
                ("/..\\secret.txt", "404"),
                ("/at/a/b/../secret.txt", "404"),
                ("/examples/../secret.txt", "404"),
                ("//secret.txt", "404"),
                ("/link.txt", "404"),
                ("/.stage/half.html", "404"),
                ("/%00", "404"),
                ("/%zz", "404"),
                ("/%e5", "404"),
                ("/%", "404"),
                ("secret.txt", "404"),
                ("http://host/index.html", "404"),
                ("*", "404"),
            ],
        );
    }

    #[test]
    fn faults_move_the_pages_or_withhold_a_part() {
        expect(
            true,
            &[
                ("/", "dist/index.html"),
                ("/at/a/b", "-> /at/a/b/"),
                ("/at/a/b/", "dist/index.html"),
                ("/at/a/b/app.wasm", "dist/app.wasm"),
                ("/at/a/b/embed/a.html", "dist/embed/a.html"),
                ("/at/a/", "404"),
                ("/fault/no-wasm/", "dist/index.html"),
                ("/fault/no-wasm/app.js", "dist/app.js"),
                ("/fault/no-wasm/app.wasm", "404"),
                ("/fault/no-script/app.js", "404"),
                ("/fault/no-script/app.wasm", "dist/app.wasm"),
                ("/fault/half-wasm/app.wasm", "harmed dist/app.wasm"),
                ("/fault/half-wasm/", "dist/index.html"),
                ("/fault/no-style/", "harmed dist/index.html"),
                ("/fault/no-style/app.js", "dist/app.js"),
                ("/watched/fault/no-style/", "watched and harmed dist/index.html"),
                ("/watched/fault/half-wasm/", "watched dist/index.html"),
            ],
        );
    }

    #[test]
    fn watched_pages_are_the_same_but_for_the_collector() {
        expect(
            true,
            &[
                ("/watched", "-> /watched/"),
                ("/watched/?card=x", "watched dist/index.html"),
                ("/watched/app.js", "dist/app.js"),
                ("/watched/embed/a.html", "watched dist/embed/a.html"),
                ("/watched/at/a/b/", "watched dist/index.html"),
                ("/watched/fault/no-wasm/", "watched dist/index.html"),
                ("/watched/fault/no-wasm/app.wasm", "404"),
                ("/watched/examples/host/", "watched examples/host/index.html"),
                ("/watched/watched/", "404"),
                ("/watched/../secret.txt", "404"),
            ],
        );
    }
}
