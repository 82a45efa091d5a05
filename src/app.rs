//! What the live parts of a page share, and how they are brought to life.

use leptos::prelude::*;

use crate::model::Selection;

/// The state that all live parts of a page see.
#[derive(Clone, Copy)]
pub struct Board {
    /// What the reader chose.
    pub selection: RwSignal<Selection>,
    /// Grows when colours or fonts have changed and every canvas must be painted anew.
    pub repaint: RwSignal<u32>,
    /// How many drawings have been painted, or have failed for good and keep their SVG.
    pub settled: RwSignal<usize>,
}

impl Board {
    pub fn new() -> Self {
        Self { selection: RwSignal::default(), repaint: RwSignal::new(0), settled: RwSignal::new(0) }
    }

    /// The size of type, for layout.
    pub fn size(self) -> crate::model::Size {
        self.selection.with(|s| s.size)
    }
}

impl Default for Board {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use live::start;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod live {
    use leptos::mount::hydrate_from;
    use leptos::prelude::*;
    use web_sys::HtmlElement;

    use super::Board;
    use crate::browser::{
        address, aloud, cards, choice, display, find, guess, page, panel, place, poster, swipe, theme, tour,
    };
    use crate::figure::{Figure, Kind};
    use crate::model::Edition;
    use crate::view::{Chips, Roster, Stage, StageState, Tools};

    /// Takes over the page that the host rendered: every live part, each on its own, so that no
    /// single task is long; then the address, the cards and the theme.
    pub fn start() {
        let Some(edition) = page::edition() else {
            return;
        };
        #[cfg(feature = "bench")]
        crate::browser::bench::expose(edition);
        let owner = Owner::new();
        // The page lives as long as its document, and the shared signals as long as the page.
        owner.set();
        let board = Board::new();
        let arrival = address::selection(edition);
        let mut stages = Stages::default();
        let roots = page::live_parts();
        let on_stage = |root: &&HtmlElement| root.dataset().get("part").as_deref() == Some("stage");
        let visible = roots.iter().filter(on_stage).filter(|root| page::in_viewport(root)).count();
        for root in roots {
            stages.bring_to_life(edition, board, root);
        }
        std::mem::forget(owner);
        // Only now: the first render must equal the host's, which knows no address.
        board.selection.set(arrival);
        theme::follow(board);
        cards::follow(edition, board);
        choice::follow(edition, board);
        poster::follow(edition, board);
        panel::follow();
        display::follow(board);
        find::follow(edition);
        aloud::follow();
        place::follow();
        swipe::follow();
        Effect::new(move |done: Option<bool>| {
            let ready = board.settled.get() >= visible;
            if ready && done != Some(true) {
                page::announce_ready();
            }
            ready
        });
    }

    /// The stages' states, which their tools share.
    #[derive(Default)]
    struct Stages(Vec<(Kind, StageState)>);

    impl Stages {
        fn bring_to_life(&mut self, edition: &'static Edition, board: Board, root: HtmlElement) {
            let data = root.dataset();
            let id = data.get("live").unwrap_or_default();
            let kind = Kind::of_id(edition, &id);
            match (data.get("part").as_deref(), kind) {
                (Some("stage"), Some(kind)) => {
                    let state = self.state(kind);
                    hydrate_from(root, move || view! { <Stage edition kind board state/> }).forget();
                }
                (Some("tools"), Some(kind)) => {
                    let state = self.state(kind);
                    hydrate_from(root, move || view! { <Tools edition kind state/> }).forget();
                }
                (Some("guess"), Some(kind)) => guess::run(Figure::new(edition, kind), self.state(kind), root),
                (Some("tour"), _) => tour::run(edition, board, root, |kind| self.state(kind)),
                (Some("chips"), _) => {
                    let roster = Roster::from_id(&id);
                    hydrate_from(root, move || view! { <Chips edition roster board/> }).forget();
                }
                _ => {}
            }
        }

        fn state(&mut self, kind: Kind) -> StageState {
            if let Some((_, state)) = self.0.iter().find(|(known, _)| *known == kind) {
                return *state;
            }
            let state = StageState::new();
            self.0.push((kind, state));
            state
        }
    }
}
