use leptos::prelude::*;

use model::{Id, Selection, Size};

/// State shared by all live parts of a page.
#[derive(Clone, Copy)]
pub struct PageState {
    /// What the reader chose.
    pub selection: RwSignal<Selection>,
    /// The selected topic. Subscribe here to ignore card changes.
    pub topic: Memo<Option<Id>>,
    /// Changes with theme or size. `usize`, here and below, because signals of that type are already
    /// instantiated elsewhere.
    looks: Memo<usize>,
    /// The type size in drawings that the browser's own font size asks for, by its place in
    /// [`Size::ALL`]; the page's text follows that by itself.
    pub own_size: RwSignal<usize>,
    /// Incremented when colours or fonts have changed and every canvas must be repainted.
    pub repaint: RwSignal<usize>,
    /// How many of the drawings initially in the window have been painted, or will stay SVGs.
    pub charts_settled: RwSignal<usize>,
}

impl PageState {
    pub fn new() -> Self {
        let selection = RwSignal::<Selection>::default();
        Self {
            selection,
            topic: Memo::new(move |_| selection.with(|s| s.topic.clone())),
            looks: Memo::new(move |_| selection.with(|s| s.looks.number())),
            own_size: RwSignal::new(0),
            repaint: RwSignal::new(0),
            charts_settled: RwSignal::new(0),
        }
    }

    /// Reruns the calling effect or memo whenever the theme or the size changes.
    pub fn follow_looks(self) {
        // `get`, not `track`: a memo that is never read does not subscribe to its own sources.
        self.looks.get();
    }

    /// The size of type in drawings: what the reader chose here or in the browser, whichever is larger.
    pub fn size(self) -> Size {
        self.follow_looks();
        self.selection.with_untracked(|s| s.looks.size).max(Size::ALL[self.own_size.get()])
    }
}

impl Default for PageState {
    fn default() -> Self {
        Self::new()
    }
}
