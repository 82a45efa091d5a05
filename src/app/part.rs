use std::cell::Cell;

use figure::Kind;
use model::Edition;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::state::ChartState;

/// An element of the page that the program brings to life: a drawing's stage, or what stands beside it.
pub struct Part {
    pub root: HtmlElement,
    /// The drawing that it shows or belongs to, if any, with the state that its parts share.
    pub drawing: Option<(Kind, ChartState)>,
    is_started: Cell<bool>,
}

/// What `data-part` says of the elements that show drawings.
const STAGE: &str = "stage";

impl Part {
    /// All live elements, in document order. Measures the drawings, so call it before anything changes the page:
    /// then layout is computed once.
    pub fn all(edition: &'static Edition) -> Vec<Self> {
        let (stages, others): (Vec<_>, Vec<_>) = dom::live_parts().into_iter().partition(is_stage);
        let states: Vec<(Kind, ChartState)> = stages
            .iter()
            .filter_map(|root| Some((kind_of(edition, root)?, ChartState::new(dom::in_viewport(root)))))
            .collect();
        let drawing = |root: &HtmlElement| {
            let kind = kind_of(edition, root)?;
            states.iter().find(|(known, _)| *known == kind).copied()
        };
        let roots = stages.into_iter().chain(others);
        roots.map(|root| Self { drawing: drawing(&root), root, is_started: Cell::new(false) }).collect()
    }

    /// What kind of part it is: `data-part`.
    pub fn name(&self) -> String {
        self.root.dataset().get("part").unwrap_or_default()
    }

    /// The drawing on this stage; `None` if it is no stage.
    pub fn staged(&self) -> Option<(Kind, ChartState)> {
        self.drawing.filter(|_| is_stage(&self.root))
    }

    /// Whether it shows a drawing that is in the window at first: the page is not ready before that is painted.
    pub fn is_awaited(&self) -> bool {
        self.staged().is_some_and(|(_, state)| state.is_awaited)
    }

    /// Whether it has been brought to life.
    pub fn is_started(&self) -> bool {
        self.is_started.get()
    }

    /// Marks it as started and returns true; false if it has started before, or while a closed card hides it.
    pub fn try_start(&self) -> bool {
        !self.is_started.get() && !dom::is_folded(&self.root) && !self.is_started.replace(true)
    }
}

fn is_stage(root: &HtmlElement) -> bool {
    root.dataset().get("part").as_deref() == Some(STAGE)
}

fn kind_of(edition: &Edition, root: &HtmlElement) -> Option<Kind> {
    Kind::of_id(edition, &root.dataset().get("live")?)
}
