use leptos::prelude::*;

use model::Edition;

/// The head of the page: the place and its years, the headline with its accent, and a seal.
#[component]
pub fn Masthead(edition: &'static Edition) -> impl IntoView {
    let head = &edition.masthead;
    let lines =
        head.headline.iter().map(move |line| view! { <span class="line">{accented(line, &head.emphasis)}</span> });
    view! {
        <div class="masthead">
            <p class="kicker">
                <strong>{head.place.as_str()}</strong>
                <span>{edition.years()}</span>
            </p>
            <div class="masthead-row">
                <h1>{lines.collect_view()}</h1>
                {seal(edition)}
            </div>
            <p class="standfirst">{head.standfirst.as_str()}</p>
        </div>
    }
}

/// The edition's stamp, if it has one.
pub fn seal(edition: &'static Edition) -> impl IntoView {
    let lines = &edition.masthead.seal;
    (!lines.is_empty()).then(|| {
        view! {
            <p class="seal" aria-hidden="true">
                {lines.iter().map(|line| view! { <span>{line.as_str()}</span> }).collect_view()}
            </p>
        }
    })
}

/// The line, with the emphasised words, if it has them, in the accent colour.
pub fn accented(line: &'static str, emphasis: &'static str) -> impl IntoView {
    match line.split_once(emphasis) {
        Some((before, after)) => view! { {before}<em>{emphasis}</em>{after} }.into_any(),
        None => line.into_any(),
    }
}
