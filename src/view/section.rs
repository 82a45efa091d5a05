use leptos::prelude::*;

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
            <header class="section-head">
                <h2 id=heading>{words.map(|w| w.title.as_str())}</h2>
                <p class="subtitle">{words.map(|w| w.subtitle.as_str())}</p>
                {words.and_then(|w| w.lead.as_deref()).map(|lead| view! { <p class="lead">{lead}</p> })}
                {opening}
            </header>
            {children()}
        </section>
    }
    .into_any()
}
