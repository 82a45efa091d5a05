use leptos::prelude::*;

use model::{Edition, Quotation, quoted};

/// A verbatim passage with a link to where it stands in its document.
#[component]
pub fn Quote(edition: &'static Edition, quote: &'static Quotation) -> impl IntoView {
    view! {
        <blockquote class="quote">
            <p>{quoted(&quote.text)}</p>
            <footer><Source edition quote/></footer>
        </blockquote>
    }
}

/// Where a passage stands, linked to its paragraph in the source index.
#[component]
pub fn Source(edition: &'static Edition, quote: &'static Quotation) -> impl IntoView {
    view! { <a class="source" href=edition.way_to(quote)>{edition.place_of(quote)}</a> }
}
