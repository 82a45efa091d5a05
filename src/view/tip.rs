use leptos::prelude::*;

use super::stage::StageState;
use crate::figure::Mark;
use crate::model::Edition;

/// What is known of the mark in hand: the same for pointer, finger and keyboard.
#[component]
pub fn Tip(edition: &'static Edition, state: StageState) -> impl IntoView {
    let mark = Memo::new(move |_| {
        let index = state.active.get()?;
        state.plan.with(|plan| plan.as_ref()?.marks.get(index).cloned())
    });
    let content = move || mark.get().map(|mark| content(edition, mark));
    let top = move || mark.with(|m| m.as_ref().map_or(String::new(), |m| format!("{:.0}px", m.area.bottom() + 6.0)));
    // A tip hangs from the side of its mark that has more room.
    let rightward = move || {
        mark.with(|m| m.as_ref().is_some_and(|m| m.area.center().x * 2.0 > state.width()))
    };
    view! {
        <div class="tip" class:open=move || mark.with(Option::is_some) class:rightward=rightward style:top=top role="status">
            {content}
        </div>
    }
}

impl StageState {
    fn width(self) -> f32 {
        self.plan.with(|plan| plan.as_ref().map_or(0.0, |p| p.width))
    }
}

fn content(edition: &'static Edition, mark: Mark) -> impl IntoView {
    let place = mark.quote.as_ref().map(|quote| edition.place_of(quote));
    view! {
        <p class="tip-name">{mark.name}" "<span>{mark.value}</span></p>
        {mark.note.map(|note| view! { <p class="tip-note">{note}</p> })}
        {mark.quote.map(|quote| view! { <blockquote>{quote.text}</blockquote> })}
        <p class="tip-place">
            {place}
            {mark.target.map(move |id| view! { <a href=format!("#{id}")>"看这一条"</a> })}
        </p>
    }
}
