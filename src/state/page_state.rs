use leptos::prelude::*;

use model::{Id, Looks, Selection, Size};

/// The state that all live parts of a page see.
#[derive(Clone, Copy)]
pub struct PageState {
    /// What the reader chose.
    pub selection: RwSignal<Selection>,
    /// Of it what lights marks. Who needs no more follows this: opening a card changes nothing here.
    pub topic: Memo<Option<Id>>,
    looks: Memo<Looks>,
    /// The size of type in drawings that the browser's own font size asks for; the page's text follows it by itself.
    pub own_size: RwSignal<Size>,
    /// Grows when colours or fonts have changed and every canvas must be painted anew.
    pub repaint: RwSignal<u32>,
    /// How many of the drawings that are in the window at first have been painted, or keep their SVG for good.
    pub settled: RwSignal<usize>,
}

impl PageState {
    pub fn new() -> Self {
        let selection = RwSignal::<Selection>::default();
        Self {
            selection,
            topic: Memo::new(move |_| selection.with(|s| s.topic.clone())),
            looks: Memo::new(move |_| selection.with(|s| s.looks)),
            own_size: RwSignal::default(),
            repaint: RwSignal::new(0),
            settled: RwSignal::new(0),
        }
    }

    /// Has an effect or a memo run again whenever the page is to look otherwise.
    pub fn follow_looks(self) {
        // Read, not only tracked: a memo that nobody reads follows nothing itself.
        self.looks.get();
    }

    /// The size of type in drawings: what the reader chose here or in the browser, whichever is larger.
    pub fn size(self) -> Size {
        self.looks.get().size.max(self.own_size.get())
    }
}

impl Default for PageState {
    fn default() -> Self {
        Self::new()
    }
}
