//! Damaged input is reported, and never causes a panic: content files, packets, and words for
//! drawings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::support::{FIXTURE, project, repeatable};
use content::{self, FILES, FOUND};
use figure::{width, wrap};
use model::Edition;
use proptest::prelude::*;
use proptest::sample::Index;

/// Files by name, with the places of quotations that were looked for.
type Texts = BTreeMap<&'static str, String>;

static TEXTS: LazyLock<[Texts; 4]> = LazyLock::new(|| {
    ["content", "tests/fixtures/edition", "tests/editions/county-2023", "tests/editions/county-2024"].map(|folder| {
        let names = FILES.into_iter().chain([FOUND]);
        let texts = names.map(|name| (name, std::fs::read_to_string(project().join(folder).join(name))));
        texts.filter_map(|(name, text)| Some((name, text.ok()?))).collect()
    })
});
static PACKET: LazyLock<String> = LazyLock::new(|| wire::pack(&*FIXTURE).unwrap());

/// Replaces this many characters, from this position, with a text.
type Slip = (Index, usize, String);

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    let typed = prop_oneof![
        Just(String::new()),
        "[\\[\\]{}=\"'\\\\#.,\\n0-9a-z]{1,8}",
        "\\PC{1,6}",
        any::<[char; 3]>().prop_map(String::from_iter),
        Just("18446744073709551615\n".to_owned()),
    ];
    prop::collection::vec((any::<Index>(), 0_usize..60, typed), 1..4)
}

fn damaged(text: &str, slips: &[Slip]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (index, length, typed) in slips {
        let from = index.index(characters.len().max(1)).min(characters.len());
        let to = (from + length).min(characters.len());
        characters.splice(from..to, typed.chars());
    }
    characters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..repeatable() })]

    /// Every problem is located in an existing file.
    #[test]
    fn damaged_content_is_read_or_told(edition in 0..TEXTS.len(), file in any::<Index>(), slips in slips()) {
        let mut texts = TEXTS[edition].clone();
        let written: Vec<&str> = FILES.into_iter().filter(|name| texts.contains_key(name)).collect();
        let broken = texts.get_mut(*file.get(&written)).unwrap();
        *broken = damaged(broken, &slips);
        let load = |name: &str| texts.get(name).cloned().ok_or_else(|| std::io::ErrorKind::NotFound.into());
        match content::read(load) {
            Ok(edition) => prop_assert!(wire::pack(&edition).is_ok()),
            Err(problems) => for problem in problems {
                let lines = texts[problem.file.as_str()].split('\n').count();
                prop_assert!((1..=lines).contains(&problem.line) && problem.column > 0, "{problem}");
                prop_assert!(!problem.what.is_empty() && !problem.cure.is_empty(), "{problem}");
            },
        }
    }

    /// The browser then leaves the page as it is; whatever still parses as an edition must survive
    /// `tie`.
    #[test]
    fn a_damaged_packet_is_refused_or_an_edition(slips in slips()) {
        if let Ok(mut edition) = wire::unpack::<Edition>(&damaged(&PACKET, &slips)) {
            edition.tie();
        }
    }

    /// No character is lost, and only a line of a single character may be wider than its room.
    #[test]
    fn any_text_breaks_into_lines_that_fit(text in any_words(), size in 8.0_f32..40.0, room in 1.0_f32..600.0) {
        let lines = wrap(&text, size, room);
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&lines.concat()), bare(&text));
        for line in &lines {
            prop_assert!(width(line, size) <= room + 0.1 || line.chars().count() <= 1, "{line:?} in {room} of {size}");
        }
    }
}

fn any_words() -> impl Strategy<Value = String> {
    let common = "[ 　，。、“”‘’（）《》【】…·%a-zA-Z0-9四件大事中区\u{200b}\u{202e}😀-]";
    prop::collection::vec(
        prop_oneof![4 => common.prop_map(String::from), 1 => any::<char>().prop_map(String::from)],
        0..60,
    )
    .prop_map(|parts| parts.concat())
}
