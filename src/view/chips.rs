use leptos::prelude::*;

use crate::state::PageState;
use model::{Choice, Edition};

/// Which choices a row of chips offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roster {
    Topics,
    Terms,
}

impl Roster {
    /// The value of `data-live`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Terms => "terms",
        }
    }

    /// The roster that `data-live` names.
    pub fn from_id(id: &str) -> Self {
        if id == Self::Terms.as_str() { Self::Terms } else { Self::Topics }
    }

    /// The roster beside an overview drawing, if it has choices that apply to the drawing.
    #[cfg(feature = "ssr")]
    pub fn beside(edition: &Edition, kind: figure::Kind) -> Option<Self> {
        (kind == figure::Kind::Terms).then_some(Self::Terms).filter(|roster| roster.has_choices(edition))
    }

    /// Whether there is anything to choose.
    #[cfg(feature = "ssr")]
    pub fn has_choices(self, edition: &Edition) -> bool {
        !self.choices(edition).is_empty()
    }

    fn choices(self, edition: &Edition) -> Vec<Choice<'_>> {
        match self {
            Self::Topics => edition.topics.iter().map(Choice::Topic).collect(),
            // A term that no measure uses would highlight nothing.
            Self::Terms => edition.terms.iter().map(Choice::Term).filter(|term| edition.is_carried(*term)).collect(),
        }
    }

    /// The roster that offers a choice, if any does.
    fn of(choice: Choice<'_>) -> Option<Self> {
        match choice {
            Choice::Topic(_) => Some(Self::Topics),
            Choice::Term(_) => Some(Self::Terms),
            Choice::Matter(_) | Choice::Work(_) => None,
        }
    }

    /// Also where there are only chips below it.
    pub fn heading(self, edition: &Edition) -> String {
        match self {
            Self::Topics => "按主题看".to_owned(),
            Self::Terms => format!("按{}看", edition.masthead.words.term.name),
        }
    }
}

/// The chips' place on the page, if there is anything to choose.
#[cfg(feature = "ssr")]
#[component]
pub fn ChipRow(edition: &'static Edition, roster: Roster) -> impl IntoView {
    roster.has_choices(edition).then(|| {
        view! {
            <div class="chips" data-part="chips" data-live=roster.as_str()>
                <Chips edition roster page_state=PageState::new()/>
            </div>
        }
    })
}

/// Chips that highlight the measures with a topic or term, in all drawings and cards at once.
#[component]
pub fn Chips(edition: &'static Edition, roster: Roster, page_state: PageState) -> impl IntoView {
    let chips = roster.choices(edition).into_iter().map(|choice| {
        let pressed = move || page_state.topic.with(|topic| topic.as_ref() == Some(choice.id())).to_string();
        view! {
            <button type="button" aria-pressed=pressed data-choice=choice.id().as_str() on:click=move |_| page_state.choose(choice.id())>
                {choice.label()}
            </button>
        }
    });
    let heading = roster.heading(edition);
    view! {
        <div role="group" aria-label=heading>
            <span aria-hidden="true">{heading.clone()}</span>
            {chips.collect_view()}
        </div>
        <p class="chosen" role="status">{move || page_state.chosen(edition, roster).map(|text| view! {
            <span>{text}</span>
            <button type="button" on:click=move |_| page_state.clear()>"取消选择"</button>
        })}</p>
    }
}

impl PageState {
    /// Chooses a topic or term; choosing it again clears it.
    fn choose(self, id: &str) {
        self.selection.update(|s| s.topic = (s.topic.as_deref() != Some(id)).then(|| id.into()));
    }

    fn clear(self) {
        self.selection.update(|s| s.topic = None);
    }

    /// What is highlighted, if this roster offers it.
    pub fn choice_of(self, edition: &'static Edition, roster: Roster) -> Option<Choice<'static>> {
        edition.choice(&self.topic.get()?).filter(|choice| Roster::of(*choice) == Some(roster))
    }

    /// Says what is highlighted, with the count; only beside the chips where it was chosen.
    fn chosen(self, edition: &'static Edition, roster: Roster) -> Option<String> {
        let choice = self.choice_of(edition, roster)?;
        let label = choice.label();
        let lit = edition.measures().filter(|(_, m)| choice.lights(&m.tags())).count();
        let measure = &edition.masthead.words.measure;
        let all = measure.counted(edition.measures().count());
        Some(format!("“{label}”：{all}中有{}", measure.number(lit)))
    }
}
