//! The commented skeleton of an edition, of an invented place.

use super::draft::Draft;

/// Its files, as they are in this crate's folder `skeleton`.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../skeleton/", $path)))),*]
    };
}

const FILES: [(&str, &str); 16] = files![
    "documents.toml",
    "echoes.toml",
    "edition.toml",
    "guesses.toml",
    "indicators.toml",
    "matters.toml",
    "pillars.toml",
    "priorities.toml",
    "readings.toml",
    "sections.toml",
    "source.toml",
    "terms.toml",
    "topics.toml",
    "tour.toml",
    "sources/bulletin.txt",
    "sources/plan.txt",
];

/// A small edition with every file and every key, each explained; what is optional is commented
/// out.
pub fn skeleton() -> Draft {
    let mut draft = Draft::default();
    FILES.iter().for_each(|(path, text)| draft.add(path, text));
    draft.placed()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything optional, as if an editor had removed each `#` without a space behind it.
    fn in_full() -> Draft {
        let mut draft = Draft::default();
        let bare = |line: &str| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line).to_owned();
        for (path, text) in FILES {
            draft.add(path, text.lines().map(bare).collect::<Vec<_>>().join("\n"));
        }
        draft
    }

    #[test]
    fn it_has_no_problems() {
        let draft = skeleton();
        let (edition, _) = draft.read().unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
        let counts = [edition.indicators.len(), edition.matters.len(), edition.pillars.len(), edition.priorities.len()];
        assert_eq!(counts, [2, 2, 1, 1]);
        assert_eq!(edition.targets().count(), 1);
    }

    #[test]
    fn what_is_optional_is_right_when_it_is_switched_on() {
        let (edition, _) = in_full().read().unwrap_or_else(|problems| panic!("{}", content::report(&problems)));
        assert!(!edition.echoes.is_empty() && !edition.terms.is_empty() && !edition.guesses.is_empty());
    }

    /// Builds do without the texts.
    #[test]
    fn it_can_be_read_without_its_texts() {
        let mut draft = Draft::default();
        let all = skeleton();
        all.files().filter(|(path, _)| !path.starts_with("sources/")).for_each(|(path, text)| draft.add(path, text));
        assert!(draft.read().is_ok());
    }
}
