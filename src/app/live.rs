use std::cell::OnceCell;

use figure::Kind;
use leptos::prelude::Owner;
use leptos::task::spawn_local;
use leptos::view;
use model::Edition;

use super::part::Part;
use crate::browser::dom;
use crate::browser::hydrate::hydrate;
use crate::browser::pause::{Pauses, after_paint};
use crate::state::PageState;
use crate::view::ChartView;

/// The parts of the page and the state that they work on. What a closed card hides is brought to life when the card
/// is first opened, after that has been painted.
pub struct Live {
    pub edition: &'static Edition,
    pub page_state: PageState,
    pub parts: Vec<Part>,
    /// Lives as long as the page, and the shared signals with it.
    pub owner: &'static Owner,
    /// Adds marks and controls to a part that has started. Comes with the chunk `extras`.
    attach: OnceCell<fn(&'static Live, &Part)>,
}

impl Live {
    pub fn new(edition: &'static Edition, page_state: PageState, owner: &'static Owner, parts: Vec<Part>) -> Self {
        Self { edition, page_state, parts, owner, attach: OnceCell::new() }
    }

    /// The part that shows a drawing.
    pub fn stage(&self, kind: Kind) -> Option<&Part> {
        self.parts.iter().find(|part| part.staged().is_some_and(|(known, _)| known == kind))
    }

    /// Brings to life the parts that `which` accepts and that no closed card hides, in short tasks.
    pub async fn start(&'static self, which: impl Fn(&Part) -> bool) {
        let mut pauses = Pauses::begin();
        for part in self.parts.iter().filter(|part| which(part)) {
            pauses.step().await;
            if part.try_start() {
                self.owner.with(|| self.bring_to_life(part));
            }
        }
    }

    /// Brings to life whatever is opened from now on.
    pub fn follow_openings(&'static self) {
        dom::capture(&dom::document(), "toggle", move |_| {
            after_paint(move || spawn_local(self.start(|_| true)));
        });
    }

    fn bring_to_life(&'static self, part: &Part) {
        if let Some((kind, state)) = part.staged()
            && dom::restore_drawing(&part.root).is_some()
        {
            let (edition, page_state) = (self.edition, self.page_state);
            hydrate(part.root.clone(), || view! { <ChartView edition kind page_state state/> });
        }
        if let Some(attach) = self.attach.get() {
            attach(self, part);
        }
    }

    /// Adds marks and controls to each part that has started, in short tasks, and to the others when they start.
    pub async fn attach(&'static self, attach: fn(&'static Live, &Part)) {
        let _ = self.attach.set(attach);
        // Collected now: parts that start between two tasks get theirs at once.
        let started: Vec<&Part> = self.parts.iter().filter(|part| part.is_started()).collect();
        let mut pauses = Pauses::begin();
        for part in started {
            pauses.step().await;
            attach(self, part);
        }
    }
}
