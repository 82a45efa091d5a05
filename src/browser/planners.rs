//! The wasm chunks that plan drawings, one for each group, each loaded once, when it is first
//! needed. A chunk that failed to load is requested again the next time.

use figure::{ChartGroup, Figure, Kind, Planner};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Takes all groups, each with the name of its chunk, which must be its [`ChartGroup::as_str`].
macro_rules! chunks {
    ($($group:ident => $chunk:ident,)+) => {
        /// The planner for this kind of drawing; `None` if its chunk cannot be loaded.
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
