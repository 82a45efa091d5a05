//! Checks that the edition in `content/` matches its sources, beyond what the content reader checks
//! in every edition. The sources are the work of others and so not part of the project:
//! `content::Folder` says where they are looked for.

use std::io::Write;
use std::sync::LazyLock;

use crate::support::{REAL, assert_none, project};
use content::{FOUND, Folder, SourceTexts, normalised};
use model::{Quotation, Work};

static FOLDER: LazyLock<Folder> = LazyLock::new(|| Folder::new(&project().join("content")));

pub static SOURCES: LazyLock<Option<SourceTexts>> = LazyLock::new(|| {
    let folder = FOLDER.sources();
    if folder.as_ref().is_some_and(|folder| folder.is_dir()) {
        return Some(FOLDER.texts().unwrap_or_else(|problems| panic!("{}", content::report(&problems))));
    }
    // Not captured by the test harness: the log must show what was not checked.
    let lack =
        folder.map_or("edition.toml names no sources".into(), |folder| format!("{} is not here", folder.display()));
    let _ = writeln!(std::io::stderr(), "{lack}: quotations were not checked");
    None
});

/// Runs a check on the sources, if they are available.
#[track_caller]
pub fn check(complaints: impl FnOnce(&SourceTexts) -> Vec<String>) {
    if let Some(sources) = SOURCES.as_ref() {
        assert_none(&complaints(sources));
    }
}

/// The complaint `what`, unless `holds`.
fn unless(holds: bool, what: impl FnOnce() -> String) -> Option<String> {
    (!holds).then(what)
}

/// The reader looks up every quotation, amount and count; so does `cargo xtask check`.
#[test]
fn the_edition_agrees_with_its_sources() {
    check(|sources| match FOLDER.read(sources.clone()) {
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
        Ok((_, found)) => {
            let kept = std::fs::read_to_string(project().join("content").join(FOUND)).unwrap_or_default();
            let is_kept = found.text().unwrap() == kept;
            unless(is_kept, || format!("{FOUND} is out of date: run cargo xtask check")).into_iter().collect()
        }
    });
}

/// Two measures that share words would count one thing twice.
#[test]
fn measures_of_a_card_do_not_share_words() {
    check(|sources| REAL.works().flat_map(|work| shared_words(sources, work)).collect());
}

fn shared_words(sources: &SourceTexts, work: Work<'_>) -> Vec<String> {
    let place = |quote: &Quotation| {
        let text = normalised(&quote.text);
        let from = sources.block(&quote.document, quote.block).find(&text).unwrap_or_default();
        from..from + text.len()
    };
    let mut spans: Vec<_> = work.measures().into_iter().map(|m| (place(&m.quote), m.id.as_str())).collect();
    spans.sort_by_key(|(span, _)| span.start);
    let pairs = spans.windows(2).filter(|pair| pair[0].0.end > pair[1].0.start);
    pairs.map(|pair| format!("{} and {} share words", pair[0].1, pair[1].1)).collect()
}

#[test]
fn every_yardstick_is_reckoned_right() {
    let yardsticks = REAL.targets().filter_map(|(_, target)| target.yardstick());
    let wrong = yardsticks.filter_map(|y| {
        let formula = y.formula.replace(',', "");
        let sum = formula.split_once(['＝', '=']).and_then(|(factors, product)| {
            let factors: Option<Vec<u64>> = factors.split('×').map(|f| f.trim().parse().ok()).collect();
            Some((factors?.into_iter().product::<u64>(), product.trim().parse::<u64>().ok()?))
        });
        let value = y.amount.value.whole();
        unless(sum.map(|(a, b)| (Some(a), Some(b))) == Some((value, value)), || {
            format!("{}: {} is not {}", y.label, y.formula, y.amount.words())
        })
    });
    assert_none(&wrong.collect::<Vec<_>>());
}
