//! Drawings of randomly generated reports: labels of any length, any number of everything.

use figure::LEAST;
use model::{Edition, Size};
use proptest::prelude::*;

use crate::chance::Dice;
use crate::drawings::{LAYOUT, breaks_of, drawn_of};
use crate::support::{FIXTURE, REAL};

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..crate::support::repeatable() })]

    #[test]
    fn every_drawing_keeps_the_rules_whatever_the_report_says(
        seed in any::<u64>(),
        width in prop_oneof![Just(LEAST), LEAST..=1600.0_f32],
        size in prop::sample::select(Size::ALL.to_vec()),
    ) {
        let pattern = if seed % 2 == 0 { &*REAL } else { &*FIXTURE };
        // Leaked, since drawings borrow their edition for as long as the suite runs.
        let edition: &'static Edition = Box::leak(Box::new(Dice::new(seed).edition(pattern)));
        let broken = breaks_of(&LAYOUT, &drawn_of("by chance", edition, width, size));
        prop_assert!(broken.is_empty(), "at {width}:\n{}", broken.join("\n"));
    }
}
