//! The approved drawings.

use figure::{Class, Figure, Frame, Kind, figures, svg};
use model::Size;

use crate::support::shipped::is_here;
use crate::support::{REAL, assert_none, project};

/// Snapshots, to be looked at: a change shows which drawing changed, and where. All are compared
/// before the test fails, so that one run writes every new snapshot beside the old one.
#[test]
fn pictures_are_as_they_were_approved() {
    if !is_here() {
        return;
    }
    let folder = project().join("tests/snapshots");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut names = Vec::new();
    let changed: Vec<String> = settings.bind(|| {
        let pictures = figures(&REAL).into_iter().flat_map(|kind| Class::ALL.map(|class| (kind, class)));
        let changed = pictures.filter_map(|(kind, class)| {
            let name = format!("{}-{}", kind.id(&REAL), format!("{class:?}").to_lowercase());
            names.push(format!("{name}.snap"));
            let width = match (kind, class) {
                (Kind::Cover, Class::Narrow) => 390.0,
                (Kind::Cover, Class::Wide) => 1280.0,
                _ => class.nominal(),
            };
            let scene = Figure::new(&REAL, kind).plan(Frame::new(width, Size::Standard));
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
    let stale = files
        .filter(|file| file.ends_with(".snap") && !names.contains(file))
        .map(|file| format!("{file}: no such drawing"));
    assert_none(&changed.into_iter().chain(stale).collect::<Vec<_>>());
}
