use leptos::prelude::*;

use super::quote::Quote;
use super::section::SectionFrame;
use model::{Edition, SectionId, Work};

/// The report's subject list, tied to the cards that each belongs to, and the “坚持”.
#[component]
pub fn Subjects(edition: &'static Edition) -> impl IntoView {
    let insistences = edition.insistences.iter().map(move |item| {
        view! { <li id=item.id.as_str()>{item.label.as_str()}<Quote edition quote=&item.quote/></li> }
    });
    let subjects = edition.subjects.iter().map(move |subject| {
        let cards = subject.cards.iter().map(move |id| {
            view! { <li><a href=format!("#{id}")>{card_title(edition, id)}</a></li> }
        });
        view! {
            <li id=subject.id.as_str()>
                <strong>{subject.label.as_str()}</strong>
                <Quote edition quote=&subject.quote/>
                <ul class="ties">{cards.collect_view()}</ul>
            </li>
        }
    });
    view! {
        <SectionFrame edition id=SectionId::Subjects>
            <ul class="insistences">{insistences.collect_view()}</ul>
            <ol class="subjects">{subjects.collect_view()}</ol>
        </SectionFrame>
    }
}

fn card_title(edition: &'static Edition, id: &str) -> String {
    let matter = edition.matters.iter().find(|m| m.id == id).map(|m| m.lever.term.as_str());
    let work = || edition.works().find(|w| w.id() == id).map(Work::title);
    matter.or_else(work).unwrap_or_default().to_owned()
}
