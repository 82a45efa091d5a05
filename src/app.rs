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
    use crate::browser::{address, cards, page, theme};
    use crate::figure::Kind;
    use crate::model::Edition;
    use crate::view::Stage;

    /// Takes over the page that the host rendered: every live part, each on its own, so that no
    /// single task is long; then the address, the cards and the theme.
    pub fn start() {
        let Some(edition) = page::edition() else {
            return;
        };
        let owner = Owner::new();
        let board = owner.with(Board::new);
        // The page lives as long as its document.
        std::mem::forget(owner);
        let roots = page::live_parts();
        let visible = roots.iter().filter(|root| page::in_viewport(root)).count();
        for root in roots {
            bring_to_life(edition, board, root);
        }
        board.selection.set(address::selection(edition));
        theme::follow(board);
        cards::follow(edition, board);
        Effect::new(move |done: Option<bool>| {
            let ready = board.settled.get() >= visible;
            if ready && done != Some(true) {
                page::announce_ready();
            }
            ready
        });
    }

    fn bring_to_life(edition: &'static Edition, board: Board, root: HtmlElement) {
        let id = root.dataset().get("live").unwrap_or_default();
        if let Some(kind) = Kind::of_id(edition, &id) {
            hydrate_from(root, move || view! { <Stage edition kind board/> }).forget();
        }
    }
}
