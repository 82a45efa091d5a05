use leptos::prelude::*;

use figure::Kind;
use model::{Edition, Guessing};

/// The question that a drawing answers, a ruler for guessing first, and the verdict. `data-guess`
/// on the figure says what is shown; `browser::guess` fills in the rest.
#[component]
pub fn Guess(edition: &'static Edition, kind: Kind) -> impl IntoView {
    let id = kind.id(edition);
    edition.guess(id).and_then(|guess| Some((guess, edition.truth_of(guess)?))).map(|(guess, truth)| {
        let (question, told) = (format!("ask-{id}"), guess.number(truth.tenths));
        let (label, first) = (question.clone(), Guessing::default().hundredths());
        view! {
            <div class="guess" data-part="guess" data-live=id>
                <p class="question" id=question>{guess.question.as_str()}</p>
                <div class="ruler">
                    <span class="mine" aria-hidden="true"><b></b>{guess.unit.as_str()}</span>
                    <input type="range" min="0" max="100" value=first aria-labelledby=label/>
                    <span class="ends" aria-hidden="true"><i>"0"</i><i>"50"</i><i>"100"</i></span>
                    <span class="truth" aria-hidden="true">{truth.caution}<b>{told}</b>{guess.unit.as_str()}{truth.limit}</span>
                </div>
                <p class="verdict" role="status"></p>
                <p class="note">{truth.formula}<span>{guess.note.as_deref()}</span></p>
                <button type="button" class="press">{Guessing::default().invitation()}</button>
                <button type="button" class="leave">{Guessing::default().farewell()}</button>
            </div>
        }
    })
}

/// A link to a guess, placed before the card that gives away the answer.
#[component]
pub fn Ask(guess: &'static model::Guess) -> impl IntoView {
    let id = guess.figure.as_str();
    view! {
        <p class="ask">
            <a href=format!("#{id}") data-ask=id>
                <b>{Guessing::default().invitation()}</b>
                {guess.question.as_str()}
            </a>
        </p>
    }
}
