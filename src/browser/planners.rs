//! The chunks of the wasm that plan drawings: each in a file of its own, loaded once, when it is first
//! wanted. A chunk that could not be loaded is asked for again the next time.

use figure::{ChartGroup, Figure, Kind, Planner};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Takes all groups, each with the name of its chunk, which is [`ChartGroup::as_str`].
macro_rules! chunks {
    ($($group:ident => $chunk:ident,)+) => {
        /// What plans drawings of this kind; none while its chunk cannot be had.
        pub async fn planner(kind: Kind) -> Option<Planner> {
            match kind.group() {
                $(ChartGroup::$group => $chunk().await,)+
            }
            .ok()
        }

        $(
            #[wasm_split($chunk, fallible)]
            fn $chunk() -> Result<Planner, SplitLoaderError> {
                Ok(Figure::plan_in::<{ ChartGroup::$group as u8 }>)
            }
        )+
    };
}

chunks! {
    Cover => cover,
    Numbers => numbers,
    Echoes => echoes,
    Overviews => overviews,
    Pillars => pillars,
    Priorities => priorities,
}
