use leptos::prelude::*;

use model::Edition;

/// What stands at an address that leads nowhere. Hosts show it for one of any depth, so that only a
/// whole address leads from there to the page.
#[component]
pub fn Lost(edition: &'static Edition, page: Option<&'static str>) -> impl IntoView {
    let headline = edition.masthead.title();
    view! {
        <main class="lost paper-results">
            <h1>"这个地址没有页面"</h1>
            <p>"地址也许抄漏了，也许那一页已经不在。"</p>
            {page.map(|page| view! { <p><a href=page>{headline}</a></p> })}
        </main>
    }
}
