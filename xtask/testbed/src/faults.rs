//! Routes that serve `dist/` under another address, with one thing wrong.

use std::path::Path;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Harm {
    /// Nothing but the folder.
    None,
    /// Files of this ending are missing.
    Withheld(&'static str),
    /// Of files of this ending only the first half comes.
    Halved(&'static str),
    /// In files of this ending one byte in the middle is another.
    Flipped(&'static str),
    /// Files of this ending are said to be plain text.
    Mistyped(&'static str),
    /// Pages come with this policy on top of their own.
    Policy(&'static str),
    /// Pages run this before anything else.
    Script(&'static str),
}

pub struct Fault {
    /// The beginning of the path.
    pub prefix: &'static str,
    pub harm: Harm,
}

const fn fault(prefix: &'static str, harm: Harm) -> Fault {
    Fault { prefix, harm }
}

/// The pages must work from any folder, and be complete whatever does not come, is refused or is not as it should be.
pub const FAULTS: [Fault; 17] = [
    fault("/at/a/b", Harm::None),
    fault("/fault/no-wasm", Harm::Withheld("wasm")),
    fault("/fault/half-wasm", Harm::Halved("wasm")),
    fault("/fault/bad-wasm", Harm::Flipped("wasm")),
    fault("/fault/plain-wasm", Harm::Mistyped("wasm")),
    fault("/fault/no-script", Harm::Withheld("js")),
    fault("/fault/plain-script", Harm::Mistyped("js")),
    fault("/fault/no-font", Harm::Withheld("woff2")),
    fault("/fault/no-style", Harm::Policy("style-src 'none'")),
    fault("/fault/no-scripting", Harm::Policy("script-src 'none'")),
    fault("/fault/no-canvas", Harm::Script("HTMLCanvasElement.prototype.getContext = () => null")),
    // As on a phone whose memory is full: large canvases are refused, and so is any picture of one.
    fault(
        "/fault/no-memory",
        Harm::Script(
            "const get = HTMLCanvasElement.prototype.getContext;
             HTMLCanvasElement.prototype.getContext = function (...kind) {
               return this.width * this.height > 250000 ? null : get.apply(this, kind);
             };
             HTMLCanvasElement.prototype.toBlob = (done) => setTimeout(done, 0, null)",
        ),
    ),
    // It tells what was asked for.
    fault(
        "/fault/no-storage",
        Harm::Script(
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie'])
               Object.defineProperty(name === 'cookie' ? document : window, name, {
                 get() {
                   (window.__touched ||= []).push(name);
                   throw new DOMException(name, 'SecurityError');
                 },
               })",
        ),
    ),
    // What comes last is held up until the test lets it go.
    fault(
        "/fault/late-parts",
        Harm::Script(
            "const get = fetch;
             window.fetch = (url, ...rest) => /(extras|story)-/.test(url)
               ? new Promise((go) => addEventListener('go', go, { once: true })).then(() => get(url, ...rest))
               : get(url, ...rest)",
        ),
    ),
    // What comes last fails at first.
    fault(
        "/fault/shy-parts",
        Harm::Script(
            "const get = fetch, asked = new Set();
             window.__refused = 0;
             window.fetch = (url, ...rest) => {
               const name = /(extras|story)-/.exec(url)?.[1];
               if (!name || asked.has(name)) return get(url, ...rest);
               asked.add(name);
               window.__refused++;
               return Promise.reject(Error('not yet'));
             }",
        ),
    ),
    // The core comes, and none of its parts.
    fault(
        "/fault/no-parts",
        Harm::Script(
            "const get = fetch;
             window.fetch = (url, ...rest) => /app-/.test(url) ? get(url, ...rest) : Promise.reject(Error('no part'))",
        ),
    ),
    // A clock that stands still, long ago.
    fault(
        "/fault/no-clock",
        Harm::Script(
            "Date.now = () => 0; window.Date = new Proxy(Date, { construct: (date) => Reflect.construct(date, [0]) })",
        ),
    ),
];

impl Harm {
    /// Whether the file is missing.
    pub fn withholds(self, file: &Path) -> bool {
        matches!(self, Self::Withheld(ending) if ends(file, ending))
    }

    /// Whether anything is wrong with this very file.
    pub fn touches(self, file: &Path) -> bool {
        match self {
            Self::None => false,
            Self::Withheld(ending) | Self::Halved(ending) | Self::Flipped(ending) | Self::Mistyped(ending) => {
                ends(file, ending)
            }
            Self::Policy(_) | Self::Script(_) => ends(file, "html"),
        }
    }

    /// What comes instead of a file's bytes.
    pub fn spoil(self, mut bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Self::Halved(_) => bytes.truncate(bytes.len() / 2),
            Self::Flipped(_) => {
                let middle = bytes.len() / 2;
                bytes[middle..].iter_mut().take(1).for_each(|byte| *byte ^= 0xff);
            }
            _ => {}
        }
        bytes
    }
}

fn ends(file: &Path, ending: &str) -> bool {
    file.extension() == Some(ending.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_files_that_are_meant_are_spoilt() {
        let (page, wasm) = (Path::new("a/index.html"), Path::new("a/b.wasm"));
        assert!(Harm::Halved("wasm").touches(wasm) && !Harm::Halved("wasm").touches(page));
        assert!(Harm::Policy("x").touches(page) && !Harm::Policy("x").touches(wasm));
        assert!(!Harm::None.touches(page));
        assert_eq!(Harm::Halved("wasm").spoil(vec![1, 2, 3, 4]), [1, 2]);
        assert_eq!(Harm::Flipped("wasm").spoil(vec![1, 2, 3, 4]), [1, 2, 0xfc, 4]);
        assert_eq!(Harm::Flipped("wasm").spoil(Vec::new()), Vec::<u8>::new());
        assert_eq!(Harm::Mistyped("wasm").spoil(vec![1, 2]), [1, 2]);
    }
}
