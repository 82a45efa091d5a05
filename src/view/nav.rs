use leptos::prelude::*;

use super::display::DisplayPanel;
use super::find::FindPanel;
use model::Edition;

/// The bar that stays in view: section links, which need no script, and the panels for search and
/// display, which do.
#[component]
pub fn Nav(
    edition: &'static Edition,
    /// Whether to link to the page in another type size, in the panels' place until they work.
    sizes: bool,
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
            {sizes.then(|| view! {
                <nav class="other-size" aria-label="字号">
                    <a class="larger" href="large.html">"大字版"</a>
                    <a class="usual" href="index.html?size=standard">"标准字"</a>
                </nav>
            })}
        </div>
    }
}
