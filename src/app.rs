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
    use crate::browser::extras::Live;
    use crate::browser::{address, cards, choice, page, parts, theme};
    use crate::figure::Kind;
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
        let mut live = Live { edition, board, stages: Vec::new(), guesses: Vec::new(), tours: Vec::new() };
        let roots = page::live_parts();
        let on_stage = |root: &&HtmlElement| root.dataset().get("part").as_deref() == Some("stage");
        let visible = roots.iter().filter(on_stage).filter(|root| page::in_viewport(root)).count();
        for root in roots {
            bring_to_life(&mut live, root);
        }
        std::mem::forget(owner);
        // Only now: the first render must equal the host's, which knows no address.
        board.selection.set(arrival);
        theme::follow(board);
        cards::follow(edition, board);
        choice::follow(edition, board);
        let live = StoredValue::new_local(Some(live));
        Effect::new(move |done: Option<bool>| {
            let ready = board.settled.get() >= visible;
            if ready && done != Some(true) {
                page::announce_ready();
                let _ = live.write_value().take().map(parts::follow);
            }
            ready
        });
    }

    /// Hydrates one live part, or keeps it for the extras.
    fn bring_to_life(live: &mut Live, root: HtmlElement) {
        let (edition, board) = (live.edition, live.board);
        let data = root.dataset();
        let id = data.get("live").unwrap_or_default();
        let kind = Kind::of_id(edition, &id);
        match (data.get("part").as_deref(), kind) {
            (Some("stage"), Some(kind)) => {
                let state = state(live, kind);
                hydrate_from(root, move || view! { <Stage edition kind board state/> }).forget();
            }
            (Some("tools"), Some(kind)) => {
                let state = state(live, kind);
                hydrate_from(root, move || view! { <Tools edition kind state/> }).forget();
            }
            (Some("guess"), Some(kind)) => live.guesses.push((kind, root)),
            (Some("tour"), _) => live.tours.push(root),
            (Some("chips"), _) => {
                let roster = Roster::from_id(&id);
                hydrate_from(root, move || view! { <Chips edition roster board/> }).forget();
            }
            _ => {}
        }
    }

    /// The state that a drawing's stage and tools share.
    fn state(live: &mut Live, kind: Kind) -> StageState {
        if let Some((_, state)) = live.stages.iter().find(|(known, _)| *known == kind) {
            return *state;
        }
        let state = StageState::new();
        live.stages.push((kind, state));
        state
    }
}
