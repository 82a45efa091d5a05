use leptos::prelude::*;

use model::{Edition, Quotation};

/// A verbatim passage with a way to the document that it comes from.
#[component]
pub fn Quote(edition: &'static Edition, quote: &'static Quotation) -> impl IntoView {
    view! {
        <blockquote class="quote">
            <p>{quote.text.as_str()}</p>
            <footer><Source edition quote/></footer>
        </blockquote>
    }
}

/// Where a passage stands: the document, and the paragraph counted with the headline as the first.
#[component]
pub fn Source(edition: &'static Edition, quote: &'static Quotation) -> impl IntoView {
    view! { <a class="source" href=format!("#doc-{}", quote.document)>{edition.place_of(quote)}</a> }
}
