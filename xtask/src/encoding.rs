//! The compressed copies that lie beside a file, and which of them a client takes.

use std::path::{Path, PathBuf};

/// A file's content in another coding.
pub struct Copy {
    pub coding: &'static str,
    pub path: PathBuf,
}

/// The better one first.
const CODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// The copies that there are.
pub fn copies(file: &Path) -> Vec<Copy> {
    let copy = |(coding, ending)| {
        let mut path = file.as_os_str().to_owned();
        path.push(ending);
        Copy { coding, path: path.into() }
    };
    CODINGS.into_iter().map(copy).filter(|copy| copy.path.is_file()).collect()
}

/// Whether an `Accept-Encoding` names a coding, and not only to refuse it.
pub fn takes(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let named = words.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let weight = words.find_map(|word| word.strip_prefix("q=")).map_or(Ok(1.0), str::parse::<f32>);
        named && weight.is_ok_and(|weight| weight > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coding_is_taken_when_it_is_named_and_not_refused() {
        for (accepted, coding, taken) in [
            ("gzip, deflate, br, zstd", "br", true),
            ("gzip, deflate", "br", false),
            ("", "gzip", false),
            ("br;q=0, gzip;q=0.5", "br", false),
            ("br;q=0, GZIP; q=0.5", "gzip", true),
            ("brotli", "br", false),
            ("br;q=much", "br", false),
        ] {
            assert_eq!(takes(accepted, coding), taken, "{coding} of {accepted:?}");
        }
    }
}
