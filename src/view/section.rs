use leptos::prelude::*;

use super::counted::counted;
use super::quote::Quote;
use model::{Edition, SectionId, Words};

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
                {words.filter(|w| !w.subtitle.is_empty()).map(|w| view! { <p class="subtitle">{w.subtitle.as_str()}</p> })}
                {words.and_then(|w| w.lead.as_deref()).map(|text| view! { <p class="lead">{lead(edition, id, text)}</p> })}
                {opening}
                {edition.compared(id).map(|said| view! { <p class="compared">{said}</p> })}
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// The lead, in which counts link to their lists.
fn lead(edition: &'static Edition, id: SectionId, text: &str) -> AnyView {
    let measures = edition.measures().filter(|(work, _)| work.section() == id).count();
    let Words { measure, echo, target, site, .. } = &edition.masthead.words;
    let targets = (edition.targets().count(), target.unit(), "source.html#list-targets");
    let lists = match id {
        SectionId::Matters => vec![(edition.echoes.len(), echo.counter.clone(), "source.html#list-echoes")],
        SectionId::Pillars => vec![(measures, measure.unit(), "source.html#list-pillars")],
        SectionId::Priorities => vec![
            (measures, measure.unit(), "source.html#list-priorities"),
            targets,
            (edition.sites().count(), site.unit(), "source.html#list-sites"),
        ],
        SectionId::Ledger => vec![targets],
        _ => Vec::new(),
    };
    // Of nothing there is no list.
    let lists = lists.into_iter().filter(|(count, ..)| *count > 0);
    let lists: Vec<_> = lists.map(|(count, what, way)| (format!("{count}{what}"), way)).collect();
    counted(text, &lists)
}
