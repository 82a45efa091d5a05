use leptos::prelude::*;

use model::{Id, Selection, Size};

/// The state that all live parts of a page see.
#[derive(Clone, Copy)]
pub struct PageState {
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

impl PageState {
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

impl Default for PageState {
    fn default() -> Self {
        Self::new()
    }
}
