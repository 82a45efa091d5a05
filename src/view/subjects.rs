use leptos::prelude::*;

use super::matters::refrain_item;
use super::quote::{Quote, Source};
use super::section::SectionFrame;
use model::{Edition, SectionId, Subject, Tie, Work, numeral, quoted};

/// The year's subjects, a line each: which of them the plans take up again, and in which words.
#[component]
pub fn Subjects(edition: &'static Edition) -> impl IntoView {
    let insistences = edition.insistences.iter().map(move |item| {
        // The passages of the plans that say so again, word for word.
        let again = edition.refrains_of(&item.id).map(|refrain| refrain_item(edition, refrain));
        let again: Vec<_> = again.collect();
        let again = (!again.is_empty()).then(|| view! { <ul class="echoes">{again}</ul> });
        let label = if item.quote.text.contains(&item.label) { "repeats" } else { "" };
        view! { <li id=item.id.as_str()><span class=label>{item.label.as_str()}</span><Quote edition quote=&item.quote/>{again}</li> }
    });
    let insistence = &edition.masthead.words.insistence;
    let (name, count) = (&insistence.name, insistence.number(numeral(edition.insistences.len())));
    let insistences = (!edition.insistences.is_empty()).then(|| {
        view! {
            <details class="fold">
                <summary>{format!("{}年另有{count}“{name}”", edition.masthead.results_year)}</summary>
                <ul>{insistences.collect_view()}</ul>
            </details>
        }
    });
    let finding = edition.subjects_finding().map(|finding| view! { <h3>{finding}</h3> });
    let subjects = (!edition.subjects.is_empty()).then(|| {
        view! {
            <ol class="subjects">
                {edition.subjects.iter().map(|subject| view! { <Line edition subject/> }).collect_view()}
            </ol>
        }
    });
    view! {
        <SectionFrame edition id=SectionId::Subjects>
            {finding}
            {subjects}
            {insistences}
        </SectionFrame>
    }
}

#[component]
fn Line(edition: &'static Edition, subject: &'static Subject) -> impl IntoView {
    let takers = edition.takers(subject).into_iter().map(|(label, shared)| {
        view! { <span class:shared=shared>{label}</span> }
    });
    let (alone, lacks) = (subject.ties.is_empty(), edition.masthead.lacks.subject.as_str());
    let left = (alone && !lacks.is_empty()).then(|| view! { <span class="nobody">{lacks}</span> });
    let ties = subject.ties.iter().map(move |tie| view! { <Passage edition tie/> });
    view! {
        <li id=subject.id.as_str() class:left=alone>
            <details>
                <summary>
                    <strong>{subject.label.as_str()}</strong>
                    <span class="takers">{takers.collect_view()}{left}</span>
                </summary>
                <Quote edition quote=&subject.quote/>
                {(!alone).then(|| view! { <ul class="ties">{ties.collect_view()}</ul> })}
            </details>
        </li>
    }
    .into_any()
}

/// A passage of the plans, why it is listed here, and the card that it belongs to.
#[component]
fn Passage(edition: &'static Edition, tie: &'static Tie) -> impl IntoView {
    let why = match &tie.word {
        Some(word) => format!("两处都写“{word}”"),
        None => "编辑认为意思相近".to_owned(),
    };
    let card = edition.works().find(|work| work.id() == tie.card).map(Work::title);
    view! {
        <li class="quote">
            <p>{quoted(&tie.quote.text)}</p>
            <footer>
                <Source edition quote=&tie.quote/>
                <span>{why}</span>
                <a href=format!("#{}", tie.card)>{card}</a>
            </footer>
        </li>
    }
}
