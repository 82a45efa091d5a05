use leptos::prelude::*;

use model::{Looks, Offered};

/// Plain links to the same page in another theme or size, for pages without the panel.
#[component]
pub fn LooksLinks() -> impl IntoView {
    let options = Looks::OFFERED.map(|Offered { key, name, choices }| {
        let links = choices.iter().map(|(value, label)| view! { <a href=format!("?{key}={value}")>{*label}</a> });
        view! { <span>{name}</span>{links.collect_view()} }
    });
    view! { <p class="looks">{options.collect_view()}</p> }
}
