//! Where lines of text end.

use std::collections::BTreeMap;

use crate::engines::in_chromium;
use crate::page::Page;

/// At any width and in any size of type, lines break between words, and none of the last ones is left with one or two
/// characters.
#[test]
fn lines_break_between_words_and_leave_no_orphans() {
    in_chromium(|page| {
        // In larger type, the narrowest windows have room for words of three characters.
        for (path, from, step) in [("", 280, 60), ("?size=large", 320, 320), ("?size=xlarge", 360, 310)] {
            page.open(path);
            page.run::<()>("all('details').forEach((one) => (one.open = true))");
            expect_whole_words(page, path, (from..=1600).step_by(step));
        }
        for path in ["source.html", "data.html", "method.html", "summary.html", "404.html"] {
            page.go(path);
            expect_whole_words(page, path, (280..=1600).step_by(440));
        }
    });
}

fn expect_whole_words(page: &Page, path: &str, widths: impl Iterator<Item = u32>) {
    let mut wrong: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for width in widths {
        page.resize(width, 900);
        let lines: Vec<String> = page.run(include_str!("scripts/lines.js"));
        lines.into_iter().for_each(|line| wrong.entry(line).or_default().push(width));
    }
    let wrong: Vec<String> = wrong.into_iter().map(|(line, widths)| format!("{line} at {widths:?}")).collect();
    assert!(wrong.is_empty(), "{path}:\n{}", wrong.join("\n"));
}
