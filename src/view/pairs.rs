use leptos::prelude::*;

use super::figure::phrases;
use super::quote::Quote;
use model::{Edition, Pair, Quotation};

/// The words that a speaker uses both of the whole city and of the district; unfolded, both
/// passages side by side.
#[component]
pub fn Pairs(edition: &'static Edition) -> impl IntoView {
    let first = edition.pairs.first()?;
    let speaker = edition.document(&first.city.document).map_or("", |document| document.label.as_str());
    let (region, place) = (&edition.masthead.words.region, &edition.masthead.short_place);
    // The summary has room for two.
    let words: Vec<&str> = edition.pairs.iter().map(|pair| pair.word.as_str()).take(2).collect();
    let count = edition.pairs.len();
    let more = if count > words.len() { "等" } else { "" };
    let rows = edition.pairs.iter().map(move |pair| view! { <Row edition pair/> });
    Some(view! {
        <details class="fold pairs">
            <summary>
                <h3 id="pairs-title">{phrases(&format!("{speaker}说{region}、说{place}都用的词，举{count}个"))}</h3>
                <span>{words.join("、")}{more}</span>
            </summary>
            <table aria-labelledby="pairs-title">
                <thead>
                    <tr>
                        <th scope="col">"词"</th>
                        <th scope="col">{format!("说{region}")}</th>
                        <th scope="col">{format!("说{place}")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    })
}

#[component]
fn Row(edition: &'static Edition, pair: &'static Pair) -> impl IntoView {
    let passage = move |quote: &'static Quotation| {
        view! { <Quote edition quote/> }
    };
    view! {
        <tr>
            <th scope="row"><a href=format!("#{}", pair.card)>{pair.word.as_str()}</a></th>
            <td>{passage(&pair.city)}</td>
            <td>{passage(&pair.district)}</td>
        </tr>
    }
}
