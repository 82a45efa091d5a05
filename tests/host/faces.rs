//! The drawings on closed cards: one block for each measure, one dot for each echo, no lettering.

use crate::drawings::{outside, texts_of};
use crate::support::{REAL, assert_none, editions};
use figure::{Figure, Kind, Primitive, Scene, figures, svg};
use model::{Edition, Size};

/// The maximum size of a closed card's drawing, in bytes: the page contains all of them.
const MOST: usize = 2560;

fn faces<'a>(edition: &'a Edition, kinds: fn(&Kind) -> bool) -> impl Iterator<Item = (Kind, Scene)> + 'a {
    let face = |kind| (kind, Figure::new(edition, kind).face(Size::Standard));
    figures(edition).into_iter().filter(kinds).map(face)
}

fn count(scene: &Scene, what: fn(&Primitive) -> bool) -> usize {
    scene.shapes.iter().filter(|shape| what(&shape.primitive)).count()
}

#[test]
fn a_pillar_shows_a_block_for_each_measure() {
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        faces(edition, |kind| matches!(kind, Kind::Sheet(_))).filter_map(move |(kind, scene)| {
            let Kind::Sheet(index) = kind else { return None };
            let blocks = count(&scene, |primitive| matches!(primitive, Primitive::Outline { .. }));
            let measures = edition.pillars[index].measures().count();
            (blocks != measures).then(|| format!("{name} {kind:?}: {blocks} blocks, {measures} measures"))
        })
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

#[test]
fn a_matter_shows_a_dot_for_each_echo_solid_or_hollow_by_its_grade() {
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        faces(edition, |kind| matches!(kind, Kind::Echo(_))).filter_map(move |(kind, scene)| {
            let Kind::Echo(index) = kind else { return None };
            let dots = [
                count(&scene, |primitive| matches!(primitive, Primitive::Disc { .. })),
                count(&scene, |primitive| matches!(primitive, Primitive::Ring { .. })),
            ];
            let echoes: Vec<_> = edition.echoes_of(&edition.matters[index].id).collect();
            let solid = echoes.iter().filter(|echo| echo.grade.is_same_word()).count();
            let expected = [solid, echoes.len() - solid];
            (dots != expected).then(|| format!("{name} {kind:?}: {dots:?} instead of {expected:?}"))
        })
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

/// Rows of one matrix are equally wide and high, so that they can be compared.
#[test]
fn shapes_are_bare_within_their_frame_and_rows_alike() {
    let cards = |kind: &Kind| matches!(kind, Kind::Echo(_) | Kind::Sheet(_));
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        faces(edition, cards).flat_map(move |(kind, scene)| {
            let lettered = (!texts_of(&scene).is_empty()).then(|| "has letters".to_owned());
            let marked = (!scene.marks.is_empty()).then(|| "has marks".to_owned());
            let found: Vec<String> = outside(&scene).into_iter().chain(lettered).chain(marked).collect();
            found.into_iter().map(move |what| format!("{name} {kind:?}: {what}")).collect::<Vec<_>>()
        })
    });
    assert_none(&wrong.collect::<Vec<_>>());
    let sizes: Vec<[f32; 2]> =
        faces(&REAL, |kind| matches!(kind, Kind::Echo(_))).map(|(_, scene)| [scene.width, scene.height]).collect();
    assert!(sizes.windows(2).all(|pair| pair[0] == pair[1]), "{sizes:?}");
    let heavy = faces(&REAL, cards).map(|(kind, scene)| (kind, svg::themed(&scene, "standard").len()));
    assert_none(&heavy.filter(|(_, bytes)| *bytes > MOST).map(|face| format!("{face:?}")).collect::<Vec<_>>());
}
