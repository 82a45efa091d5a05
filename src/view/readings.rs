use leptos::prelude::*;

use super::figure::{FigureFrame, phrases};
use super::pairs::Pairs;
use super::quote::Quote;
use super::section::SectionFrame;
use super::{ChipRow, Roster};
use figure::{Kind, other_terms};
use model::{Choice, CityFact, Edition, Quotation, Reading, Reason, SectionId, quoted};

/// Both speakers' readings of the report side by side, the words they use and, folded, what they
/// say of the whole city.
#[component]
pub fn Readings(edition: &'static Edition) -> impl IntoView {
    let readings = edition.readings.iter().map(move |reading| view! { <Speaker edition reading/> });
    let readings = readings.collect_view();
    let class = if edition.has_drawing("terms") { "pair uneven" } else { "pair" };
    let of_city = !(edition.pairs.is_empty() && edition.city_facts.is_empty());
    view! {
        <SectionFrame edition id=SectionId::Readings>
            <div class=class>
                {(!edition.readings.is_empty()).then(|| view! { <div class="speakers">{readings}</div> })}
                {edition.has_drawing("terms").then(|| view! {
                    <div class="beside">
                        <FigureFrame edition kind=Kind::Terms/>
                        <OtherTerms edition/>
                    </div>
                })}
                {of_city.then(|| view! {
                    <div>
                        <Pairs edition/>
                        <Facts edition/>
                    </div>
                })}
            </div>
        </SectionFrame>
    }
}

/// A speaker's words, each with its gist; the passages are folded.
#[component]
fn Speaker(edition: &'static Edition, reading: &'static Reading) -> impl IntoView {
    let offices = edition.document(&reading.document).filter(|d| !d.offices.is_empty());
    let traits = reading.traits.iter().enumerate().map(move |(index, item)| {
        view! {
            <li id=reading.trait_id(index).as_str().to_owned()>
                <details>
                    <summary>
                        <strong>{item.word.as_str()}</strong>
                        <span class="gist">{item.gist.as_str()}</span>
                    </summary>
                    <Quote edition quote=&item.quote/>
                </details>
            </li>
        }
    });
    view! {
        <section class="speaker" id=reading.id.as_str() aria-labelledby=format!("{}-name", reading.id)>
            <h3 id=format!("{}-name", reading.id)>{reading.speaker.as_str()}</h3>
            {offices.map(|d| view! { <p class="offices">{d.offices.join("、")}</p> })}
            {(!reading.traits.is_empty()).then(|| view! { <ol class="traits">{traits.collect_view()}</ol> })}
        </section>
    }
}

/// What the drawing of the terms leaves out: the terms used about equally often, the passages in
/// which a speaker names key words, and the chips that highlight a term on the whole page.
#[component]
fn OtherTerms(edition: &'static Edition) -> impl IntoView {
    let others: Vec<_> = other_terms(edition).into_iter().map(|words| view! { <li>{words}</li> }).collect();
    let (count, named) = (others.len(), named(edition));
    let term = &edition.masthead.words.term;
    let summary = match (count, named.is_empty()) {
        (0, true) if !Roster::Terms.has_choices(edition) => return None,
        (0, true) => Roster::Terms.heading(edition),
        (0, false) => format!("{}点名的原话", term.name),
        (count, true) => format!("另外{}", term.counted(count)),
        (count, false) => format!("另外{}，和点名{}的原话", term.counted(count), term.name),
    };
    let named = named.into_iter().map(move |quote| view! { <Quote edition quote/> }).collect_view();
    Some(view! {
        <details class="fold">
            <summary>{summary}</summary>
            {(count > 0).then(|| view! { <ul class="terms">{others}</ul> })}
            {named}
            <ChipRow edition roster=Roster::Terms/>
            {uncarried(edition).map(|told| view! { <p class="uncarried">{told}</p> })}
        </details>
    })
}

/// Which terms no chip highlights, where there are chips for others.
fn uncarried(edition: &'static Edition) -> Option<String> {
    let without = edition.terms.iter().filter(|term| !edition.is_carried(Choice::Term(term)));
    let without: String = without.map(|term| quoted(&term.text)).collect();
    let measure = &edition.masthead.words.measure.name;
    (!without.is_empty() && Roster::Terms.has_choices(edition)).then(|| format!("{measure}的原话里没有：{without}"))
}

/// The passages in which speakers themselves name key words, each passage once.
fn named(edition: &'static Edition) -> Vec<&'static Quotation> {
    let mut quotes: Vec<&'static Quotation> = Vec::new();
    for term in &edition.terms {
        if let Reason::Named(quote) = &term.reason
            && !quotes.contains(&quote)
        {
            quotes.push(quote);
        }
    }
    quotes
}

/// What is claimed of the whole city, folded and labelled as such.
#[component]
fn Facts(edition: &'static Edition) -> impl IntoView {
    let facts: Vec<_> = edition.city_facts.iter().map(move |fact| view! { <Fact edition fact/> }).collect();
    let (region, place) = (&edition.masthead.words.region, &edition.masthead.short_place);
    (!facts.is_empty()).then(|| {
        view! {
            <details class="fold facts">
                <summary>
                    <h3>{phrases(&format!("{}条说的是{region}，不是{place}", facts.len()))}</h3>
                </summary>
                <ul>{facts}</ul>
            </details>
        }
    })
}

#[component]
fn Fact(edition: &'static Edition, fact: &'static CityFact) -> impl IntoView {
    // The number in words, without a drawing: such a percentage may exceed 100.
    let percentage = fact.quantity.as_ref().filter(|quantity| quantity.amount.is_percentage());
    let number = percentage.map(|quantity| quantity.words());
    view! {
        <li id=fact.id.as_str()>
            <span class="scope">{edition.masthead.words.region.as_str()}</span>
            <strong>{fact.label.as_str()}{number}</strong>
            <p class="gist">{fact.gist.as_str()}</p>
            <Quote edition quote=&fact.quote/>
        </li>
    }
}
