use leptos::prelude::*;

use super::card::Card;
use super::figure::FigureFrame;
use super::guess::Ask;
use super::quote::Source;
use super::section::SectionFrame;
use super::{ChipRow, Roster};
use figure::Kind;
use model::{Edition, Measure, Priority, SectionId, Target, quoted};

/// The priorities, a card each.
#[component]
pub fn Priorities(edition: &'static Edition) -> impl IntoView {
    let cards = (0..edition.priorities.len()).map(move |index| view! { <PriorityCard edition index open=false/> });
    // Before the cards, whose faces give away the answers.
    let questions = edition.priorities.iter().filter_map(move |p| edition.guess(&p.id));
    let questions = questions.map(|guess| view! { <Ask guess/> });
    // Where there are no pillars, the first plans are these.
    let topics = edition.pillars.is_empty().then(|| view! { <ChipRow edition roster=Roster::Topics/> });
    view! {
        <SectionFrame edition id=SectionId::Priorities>
            {topics}
            {questions.collect_view()}
            <div class="cards two">{cards.collect_view()}</div>
        </SectionFrame>
    }
}

/// One priority: its targets as numbers, its drawing, and every measure with its words.
#[component]
pub fn PriorityCard(edition: &'static Edition, index: usize, open: bool) -> impl IntoView {
    let priority = &edition.priorities[index];
    let targets = priority.targets.iter().map(move |target| view! { <TargetItem target/> }).collect_view();
    let targets = (!priority.targets.is_empty()).then(|| view! { <ul class="targets">{targets}</ul> });
    let face = view! {
        <h3>{priority.title.as_str()}</h3>
        <span class="gist">{priority.gist.as_str()}</span>
    };
    let measures = priority.measures.iter().map(move |measure| view! { <MeasureItem edition measure/> }).collect_view();
    let measures = (!priority.measures.is_empty()).then(|| view! { <ul class="measures">{measures}</ul> });
    let origin = priority.measures.first().map(|m| &m.quote);
    view! {
        <Card
            edition
            kind=Kind::Priority(index)
            open
            face=face.into_any()
            promise=(priority.measures.len(), edition.masthead.words.measure.unit())
        >
            <FigureFrame edition kind=Kind::Priority(index)/>
            <div class="passages">
                <p class="heading">{priority.heading.as_str()}</p>
                {targets}
                {origin.map(|quote| view! { <p class="origin">"以下原话都在："<Source edition quote/></p> })}
                {measures}
                {places(edition, priority)}
            </div>
        </Card>
    }
}

/// The places and projects that the text names, each linked to its measure. Left out if there are
/// no targets, since the drawing shows them then.
fn places(edition: &'static Edition, priority: &'static Priority) -> impl IntoView {
    let places = priority.sites.iter().map(|site| {
        view! {
            <li>
                {site.sign.as_deref().map(|sign| view! { <b aria-hidden="true">{sign}</b> })}
                <a href=format!("#{}", site.measure)>{site.label.as_str()}</a>
                {site.kind.as_str()}
                <q>{quoted(&site.quote.text)}</q>
            </li>
        }
    });
    (!priority.sites.is_empty() && !priority.targets.is_empty()).then(|| {
        view! {
            <h4>{format!("写到的{}", edition.masthead.words.site.name)}</h4>
            <ul class="places">{places.collect_view()}</ul>
        }
    })
}

/// A target, linked to its measure, with its passage.
#[component]
fn TargetItem(target: &'static Target) -> impl IntoView {
    view! {
        <li id=target.id.as_str()>
            {goal(target)}
            <a href=format!("#{}", target.measure)>{target.label.as_str()}</a>
            <q>{quoted(&target.quote.text)}</q>
        </li>
    }
}

/// The number to be reached, with its hedge, bound and unit.
pub fn goal(target: &'static Target) -> impl IntoView {
    let (before, after) = target.quantity.around();
    view! {
        <span class="hedge">{target.hedge()}{before}</span>
        <span class="value">{target.quantity.number()}</span>
        <span class="unit">{after}</span>
    }
}

/// A measure with its words and topics.
#[component]
pub fn MeasureItem(edition: &'static Edition, measure: &'static Measure) -> impl IntoView {
    let tags = measure.topics.iter().filter_map(move |id| edition.topic(id)).map(move |topic| {
        view! { <li><a href=format!("?topic={}", topic.id) data-topic=topic.id.as_str()>{topic.label.as_str()}</a></li> }
    });
    // A label that only repeats the passage below it is hidden.
    let label = if measure.says_itself() { "label repeats" } else { "label" };
    view! {
        <li id=measure.id.as_str() data-measure>
            <p class=label>{measure.label.as_str()}</p>
            <blockquote class="quote"><p>{quoted(&measure.quote.text)}</p></blockquote>
            {(!measure.topics.is_empty()).then(|| view! { <ul class="topics">{tags.collect_view()}</ul> })}
        </li>
    }
}
