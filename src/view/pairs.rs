use leptos::prelude::*;

use super::quote::Source;
use model::{Edition, Pair, Quotation};

/// What a speaker says of the whole city and of the district with the same word, side by side.
#[component]
pub fn Pairs(edition: &'static Edition) -> impl IntoView {
    let first = edition.pairs.first()?;
    let speaker = edition.document(&first.city.document).map_or("", |document| document.label.as_str());
    let head = &edition.masthead;
    let rows = edition.pairs.iter().map(move |pair| view! { <Row edition pair/> });
    Some(view! {
        <section class="pairs" aria-labelledby="pairs-title">
            <h3 id="pairs-title">{format!("{speaker}说全市，也说{}", head.short_place)}</h3>
            <table aria-labelledby="pairs-title">
                <thead>
                    <tr>
                        <th scope="col">"词"</th>
                        <th scope="col">"说全市"</th>
                        <th scope="col">{format!("说{}", head.short_place)}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    })
}

#[component]
fn Row(edition: &'static Edition, pair: &'static Pair) -> impl IntoView {
    let passage = move |quote: &'static Quotation| {
        view! { <blockquote class="quote"><p>{quote.text.as_str()}</p><footer><Source edition quote/></footer></blockquote> }
    };
    view! {
        <tr>
            <th scope="row"><a href=format!("#{}", pair.card)>{pair.word.as_str()}</a></th>
            <td>{passage(&pair.city)}</td>
            <td>{passage(&pair.district)}</td>
        </tr>
    }
}
