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

/// The lead, in which counts link to their lists.
fn lead(edition: &'static Edition, id: SectionId, text: &str) -> AnyView {
    let measures = edition.measures().filter(|(work, _)| work.section() == id).count();
    let targets = (format!("{}个带数的目标", edition.targets().count()), "source.html#list-targets");
    let lists = match id {
        SectionId::Matters => vec![(format!("{}处", edition.echoes.len()), "source.html#list-echoes")],
        SectionId::Pillars => vec![(format!("{measures}项举措"), "source.html#list-pillars")],
        SectionId::Priorities => vec![
            (format!("{measures}项举措"), "source.html#list-priorities"),
            targets,
            (format!("{}处地方、项目", edition.sites().count()), "source.html#list-sites"),
        ],
        SectionId::Ledger => vec![targets],
        _ => Vec::new(),
    };
    counted(text, &lists)
}
