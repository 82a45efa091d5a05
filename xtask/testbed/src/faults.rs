//! Routes that serve `dist/` at another path, with one thing wrong.

use std::path::Path;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Harm {
    /// Nothing: only the path differs.
    None,
    /// Files with this extension are missing.
    Withheld(&'static str),
    /// Files with this extension are cut in half.
    Halved(&'static str),
    /// Files with this extension have a wrong byte in the middle.
    Flipped(&'static str),
    /// Files with this extension are sent as plain text.
    Mistyped(&'static str),
    /// Pages get this policy in addition to their own.
    Policy(&'static str),
    /// Pages run this before any other script.
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

/// The pages must work from any folder, and stay complete whatever is missing, refused or damaged.
pub const FAULTS: &[Fault] = &[
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
    // Like a phone whose memory is full: large canvases are refused, and so is exporting any canvas
    // as a picture.
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
    // Records which storage was asked for.
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
    // The last parts are held back until the test releases them.
    fault(
        "/fault/late-parts",
        Harm::Script(
            "const get = fetch;
             window.fetch = (url, ...rest) => /(extras|story)-/.test(url)
               ? new Promise((go) => addEventListener('go', go, { once: true })).then(() => get(url, ...rest))
               : get(url, ...rest)",
        ),
    ),
    // The last parts fail at the first attempt.
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
    // The core loads, but none of its parts.
    fault(
        "/fault/no-parts",
        Harm::Script(
            "const get = fetch;
             window.fetch = (url, ...rest) => /app-/.test(url) ? get(url, ...rest) : Promise.reject(Error('no part'))",
        ),
    ),
    // A browser from before container queries.
    fault(
        "/fault/no-containers",
        Harm::Script(
            "const supports = CSS.supports.bind(CSS);
             CSS.supports = (...what) => !/container/.test(what) && supports(...what)",
        ),
    ),
    // A reader who has set a font size of 24 pixels in the browser.
    fault(
        "/fault/large-type",
        Harm::Script(
            "const sheet = new CSSStyleSheet();
             sheet.replaceSync('html { font-size: 24px }');
             document.adoptedStyleSheets = [sheet]",
        ),
    ),
    // A reader who pays by the byte.
    fault(
        "/fault/save-data",
        Harm::Script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"),
    ),
    // A clock that stands still, in 1970.
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

    /// Whether this file is affected.
    pub fn touches(self, file: &Path) -> bool {
        match self {
            Self::None => false,
            Self::Withheld(ending) | Self::Halved(ending) | Self::Flipped(ending) | Self::Mistyped(ending) => {
                ends(file, ending)
            }
            Self::Policy(_) | Self::Script(_) => ends(file, "html"),
        }
    }

    /// The bytes to send instead of the file's.
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
