use leptos::prelude::*;

use super::figure::FigureFrame;
use super::pairs::Pairs;
use super::quote::Quote;
use super::section::SectionFrame;
use super::{Chips, Roster};
use crate::state::Board;
use figure::Kind;
use model::{CityFact, Edition, Reading, SectionId};

/// Both speakers' reading of the report, what they say of the whole city, and the words they use.
#[component]
pub fn Readings(edition: &'static Edition) -> impl IntoView {
    let readings = edition.readings.iter().map(move |reading| view! { <Speaker edition reading/> });
    let facts = edition.city_facts.iter().map(move |fact| view! { <Fact edition fact/> });
    view! {
        <SectionFrame edition id=SectionId::Readings>
            <div class="pair">{readings.collect_view()}</div>
            <Pairs edition/>
            <div class="pair">
                <FigureFrame edition kind=Kind::Share/>
                <section class="facts" aria-labelledby="facts-title">
                    <h3 id="facts-title">"说的是全市"</h3>
                    <ul>{facts.collect_view()}</ul>
                </section>
            </div>
            <FigureFrame edition kind=Kind::Terms/>
            <div class="chips" data-part="chips" data-live=Roster::Terms.as_str()>
                <Chips edition roster=Roster::Terms board=Board::new()/>
            </div>
        </SectionFrame>
    }
}

#[component]
fn Speaker(edition: &'static Edition, reading: &'static Reading) -> impl IntoView {
    let document = edition.document(&reading.document);
    let traits = reading.traits.iter().enumerate().map(move |(index, item)| {
        view! {
            <li id=reading.trait_id(index)>
                <strong>{item.word.as_str()}</strong>
                <p>{item.gist.as_str()}</p>
                <Quote edition quote=&item.quote/>
            </li>
        }
    });
    view! {
        <section class="speaker" id=reading.id.as_str() aria-labelledby=format!("{}-name", reading.id)>
            <h3 id=format!("{}-name", reading.id)>{reading.speaker.as_str()}</h3>
            <p class="offices">{document.map(|d| d.offices.join("、"))}</p>
            <ol class="traits">{traits.collect_view()}</ol>
        </section>
    }
}

/// A claim about the city, labelled as the city's.
#[component]
fn Fact(edition: &'static Edition, fact: &'static CityFact) -> impl IntoView {
    view! {
        <li id=fact.id.as_str()>
            <span class="scope">"全市"</span>
            <strong>{fact.label.as_str()}</strong>
            <p>{fact.gist.as_str()}</p>
            <Quote edition quote=&fact.quote/>
        </li>
    }
}
