use leptos::prelude::*;

use super::figure::FigureFrame;
use super::pairs::Pairs;
use super::quote::Quote;
use super::section::SectionFrame;
use super::{Chips, Roster};
use crate::state::PageState;
use figure::Kind;
use model::{CityFact, Edition, Quotation, Reading, Reason, SectionId, Unit};

/// Both speakers' reading of the report, what they say of the whole city, and the words they use.
#[component]
pub fn Readings(edition: &'static Edition) -> impl IntoView {
    let readings = edition.readings.iter().map(move |reading| view! { <Speaker edition reading/> });
    let facts = edition.city_facts.iter().map(move |fact| view! { <Fact edition fact/> });
    view! {
        <SectionFrame edition id=SectionId::Readings>
            <div class="pair">{readings.collect_view()}</div>
            <Pairs edition/>
            <section class="facts" aria-labelledby="facts-title">
                <h3 id="facts-title">"说的是全市"</h3>
                <ul>{facts.collect_view()}</ul>
            </section>
            <FigureFrame edition kind=Kind::Terms/>
            {named(edition)}
            <div class="chips" data-part="chips" data-live=Roster::Terms.as_str()>
                <Chips edition roster=Roster::Terms page_state=PageState::new()/>
            </div>
        </SectionFrame>
    }
}

#[component]
fn Speaker(edition: &'static Edition, reading: &'static Reading) -> impl IntoView {
    let document = edition.document(&reading.document);
    let traits = reading.traits.iter().enumerate().map(move |(index, item)| {
        view! {
            <li id=reading.trait_id(index).as_str().to_owned()>
                <strong>{item.word.as_str()}</strong>
                <p>{item.gist.as_str()}</p>
                <Quote edition quote=&item.quote/>
            </li>
        }
    });
    view! {
        <section class="speaker" id=reading.id.as_str() aria-labelledby=format!("{}-name", reading.id)>
            <h3 id=format!("{}-name", reading.id)>{reading.speaker.as_str()}</h3>
            <p class="offices">{document.map(|d| d.offices.join("、"))}{format!("，谈{}", edition.masthead.report)}</p>
            <ol class="traits">{traits.collect_view()}</ol>
        </section>
    }
}

/// A claim about the city, labelled as the city's.
#[component]
fn Fact(edition: &'static Edition, fact: &'static CityFact) -> impl IntoView {
    // A number with its words, and no drawing: such a share may well be reckoned beyond a hundred.
    let percentage = fact.quantity.filter(|quantity| quantity.unit == Unit::Percent);
    let number = percentage.map(|quantity| quantity.words());
    view! {
        <li id=fact.id.as_str()>
            <span class="scope">"全市"</span>
            <strong>{fact.label.as_str()}{number}</strong>
            <p>{fact.gist.as_str()}</p>
            <Quote edition quote=&fact.quote/>
        </li>
    }
}

/// The passages in which a speaker calls words key words himself, each once.
fn named(edition: &'static Edition) -> impl IntoView {
    let mut quotes: Vec<&'static Quotation> = Vec::new();
    for term in &edition.terms {
        if let Reason::Named(quote) = &term.reason
            && !quotes.contains(&quote)
        {
            quotes.push(quote);
        }
    }
    quotes.into_iter().map(move |quote| view! { <Quote edition quote/> }).collect_view()
}
