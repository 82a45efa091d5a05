//! The approved drawings.

use figure::{Class, Figure, Frame, Kind, figures, svg};
use model::{Edition, Size};

use crate::support::shipped::is_here;
use crate::support::{COUNTY, REAL, assert_none, project};

/// What stands before the names of the county's drawings, in each of its years.
const COUNTYS: [&str; 2] = ["county-2023-", "county-2024-"];

/// Snapshots, to be looked at: a change shows which drawing changed, and where. All are compared
/// before the test fails, so that one run writes every new snapshot beside the old one.
#[test]
fn pictures_are_as_they_were_approved() {
    if is_here() {
        assert_none(&changed(&REAL, ""));
    }
}

/// The county has kinds of numbers that the shipped edition lacks, and its second year is compared with the
/// first.
#[test]
fn the_countys_pictures_are_as_they_were_approved() {
    let years = COUNTY.iter().zip(COUNTYS);
    assert_none(&years.flat_map(|(edition, prefix)| changed(edition, prefix)).collect::<Vec<_>>());
}

/// The names of an edition's drawings that are not as approved, and of pictures that it has no drawing for.
fn changed(edition: &Edition, prefix: &str) -> Vec<String> {
    let folder = project().join("tests/snapshots");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names = Vec::new();
    let changed: Vec<String> = settings.bind(|| {
        let pictures = figures(edition).into_iter().flat_map(|kind| Class::ALL.map(|class| (kind, class)));
        let changed = pictures.filter_map(|(kind, class)| {
            let name = format!("{prefix}{}-{}", kind.id(edition), format!("{class:?}").to_lowercase());
            names.push(format!("{name}.snap"));
            let width = match (kind, class) {
                (Kind::Cover, Class::Narrow) => 390.0,
                (Kind::Cover, Class::Wide) => 1280.0,
                _ => class.nominal(),
            };
            let scene = Figure::new(edition, kind).plan(Frame::new(width, Size::Standard));
            // One element per line, for readable diffs.
            let picture = svg::themed(&scene, "twin").replace("><", ">\n<");
            std::panic::catch_unwind(|| insta::assert_snapshot!(name.as_str(), picture)).err().map(|_| name)
        });
        changed.collect()
    });
    let files = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned());
    let is_ours = |file: &String| match COUNTYS.iter().find(|prefix| file.starts_with(**prefix)) {
        Some(county) => *county == prefix,
        None => prefix.is_empty(),
    };
    let ours = files.filter(|file| file.ends_with(".snap") && is_ours(file));
    let stale = ours.filter(|file| !names.contains(file)).map(|file| format!("{file}: no such drawing"));
    changed.into_iter().chain(stale).collect()
}
