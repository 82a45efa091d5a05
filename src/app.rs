//! What the live parts of a page share, and how they are brought to life.

use leptos::prelude::*;

use crate::model::{Id, Selection, Size};

/// The state that all live parts of a page see.
#[derive(Clone, Copy)]
pub struct Board {
    /// What the reader chose.
    pub selection: RwSignal<Selection>,
    /// Of it what lights marks. Who needs no more follows this: opening a card changes nothing here.
    pub topic: Memo<Option<Id>>,
    /// Another number whenever the page is to look otherwise: of a type that others remember too, for its code weighs.
    looks: Memo<usize>,
    /// Grows when colours or fonts have changed and every canvas must be painted anew.
    pub repaint: RwSignal<u32>,
    /// How many of the drawings that are in the window at first have been painted, or keep their SVG for good.
    pub settled: RwSignal<usize>,
}

impl Board {
    pub fn new() -> Self {
        let selection = RwSignal::<Selection>::default();
        Self {
            selection,
            topic: Memo::new(move |_| selection.with(|s| s.topic.clone())),
            looks: Memo::new(move |_| selection.with(|s| s.theme as usize * Size::ALL.len() + s.size as usize)),
            repaint: RwSignal::new(0),
            settled: RwSignal::new(0),
        }
    }

    /// Has an effect or a memo run again whenever the page is to look otherwise.
    pub fn follow_looks(self) {
        // Read, not only tracked: a memo that nobody reads follows nothing itself.
        self.looks.get();
    }

    /// The size of type, for layout.
    pub fn size(self) -> Size {
        self.follow_looks();
        self.selection.with_untracked(|s| s.size)
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
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use web_sys::HtmlElement;

    use super::Board;
    use crate::browser::extras::Live;
    use crate::browser::hydrate::{hydrate, prepare};
    use crate::browser::pause::{Pauses, wait};
    use crate::browser::{address, cards, page, parts, theme};
    use crate::figure::Kind;
    use crate::model::{Edition, Selection};
    use crate::view::{Stage, StageState};

    /// Takes over the page that the host rendered: every drawing, each on its own, so that no
    /// single task is long; then the address, the cards and the theme. All else waits for the extras.
    pub fn start() {
        prepare();
        spawn_local(take_over());
    }

    async fn take_over() {
        // To make the program ready was a task already.
        wait(0).await;
        let mut pauses = Pauses::begin();
        let Some(edition) = page::edition() else {
            return;
        };
        #[cfg(feature = "bench")]
        crate::browser::bench::expose(edition);
        // The page lives as long as its document, and the shared signals as long as the page.
        let owner: &'static Owner = Box::leak(Box::new(Owner::new()));
        let board = owner.with(Board::new);
        let arrival = address::selection(edition);
        let (roots, others): (Vec<_>, Vec<_>) =
            page::live_parts().into_iter().partition(|root| root.dataset().get("part").as_deref() == Some("stage"));
        // On its way to the place that its address names (`page/cards.js`).
        while page::root().has_attribute("data-arriving") {
            wait(16).await;
        }
        // All measured before any is touched.
        let roots: Vec<_> = roots.into_iter().map(|root| (page::in_viewport(&root), root)).collect();
        let visible = roots.iter().filter(|(first, _)| *first).count();
        let mut stages = Vec::new();
        for (first, root) in roots {
            pauses.step().await;
            stages.extend(owner.with(|| bring_to_life(edition, board, root, first)));
        }
        pauses.step().await;
        owner.with(|| follow(Live { edition, board, stages, others }, arrival, visible));
    }

    /// Listens from now on; and when as many drawings as are to be seen are painted, the page is ready.
    fn follow(live: Live, arrival: Selection, visible: usize) {
        let (edition, board) = (live.edition, live.board);
        // Only now: the first render must equal the host's, which knows no address.
        board.selection.set(arrival);
        theme::follow(board);
        cards::follow(edition, board);
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

    /// Hydrates one drawing; gives its state, which others share.
    fn bring_to_life(
        edition: &'static Edition,
        board: Board,
        root: HtmlElement,
        first: bool,
    ) -> Option<(Kind, StageState)> {
        let kind = Kind::of_id(edition, &root.dataset().get("live")?)?;
        let state = StageState::new(first);
        hydrate(root, || view! { <Stage edition kind board state/> });
        Some((kind, state))
    }
}
