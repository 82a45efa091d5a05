use leptos::prelude::*;

use super::counted::counted;
use super::quote::Quote;
use model::{Edition, SectionId};

/// A section with its heading rule, heading and the one sentence that says what to see.
#[component]
pub fn SectionFrame(edition: &'static Edition, id: SectionId, children: Children) -> impl IntoView {
    let words = edition.section(id);
    let opening = words.and_then(|w| w.opening.as_ref()).map(|quote| view! { <Quote edition quote/> });
    let heading = format!("{}-title", id.as_str());
    let label = heading.clone();
    view! {
        <section id=id.as_str() class="wrap" aria-labelledby=label>
            <div class="section-head">
                <h2 id=heading>{words.map(|w| w.title.as_str())}</h2>
                <p class="subtitle">{words.map(|w| w.subtitle.as_str())}</p>
                {words.and_then(|w| w.lead.as_deref()).map(|text| view! { <p class="lead">{lead(edition, id, text)}</p> })}
                {opening}
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// The lead, in which the number of measures links to their list.
fn lead(edition: &'static Edition, id: SectionId, text: &str) -> AnyView {
    let count = |all: usize| format!("{all}项举措");
    match id {
        SectionId::Pillars => {
            let all = edition.pillars.iter().map(|pillar| pillar.measures().count()).sum();
            counted(text, &count(all), "source.html#list-pillars")
        }
        SectionId::Priorities => {
            let all = edition.priorities.iter().map(|priority| priority.measures.len()).sum();
            counted(text, &count(all), "source.html#list-priorities")
        }
        _ => text.to_owned().into_any(),
    }
}
