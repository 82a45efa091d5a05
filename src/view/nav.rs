use leptos::prelude::*;

use crate::model::Edition;

/// The sections as links; works without a script.
#[component]
pub fn Nav(edition: &'static Edition) -> impl IntoView {
    let links = edition.sections.iter().map(move |section| {
        view! { <li><a href=format!("#{}", section.id.as_str())>{section.title.as_str()}</a></li> }
    });
    view! {
        <nav class="sections" aria-label="版块">
            <ul class="wrap">{links.collect_view()}</ul>
        </nav>
    }
}
