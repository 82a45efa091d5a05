use leptos::prelude::*;

use model::Edition;

/// The page for addresses that lead nowhere. Hosts serve it at any depth, so only an absolute
/// address can link to the main page.
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
