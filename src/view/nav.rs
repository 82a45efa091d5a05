use leptos::prelude::*;

use super::display::DisplayPanel;
use super::find::FindPanel;
use model::Edition;

/// The bar that stays in view: section links, which need no script, and the panels for search and
/// display, which do.
#[component]
pub fn Nav(
    edition: &'static Edition,
    /// The page in another type size: its address and name. In the panels' place until they work.
    other: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let links = edition.sections.iter().map(move |section| {
        view! { <li><a href=format!("#{}", section.id.as_str())>{section.title.as_str()}</a></li> }
    });
    view! {
        <div class="bar">
            <nav class="sections" aria-label="版块">
                <ul>{links.collect_view()}</ul>
            </nav>
            <FindPanel/>
            <DisplayPanel/>
            {other.map(|(address, name)| view! { <a class="other-size" href=address>{name}</a> })}
        </div>
    }
}
