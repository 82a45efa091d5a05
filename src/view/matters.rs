use leptos::prelude::*;

use super::card::{Card, formal_ordinal};
use super::figure::FigureFrame;
use super::quote::Quote;
use super::section::SectionFrame;
use figure::Kind;
use model::{Echo, Edition, Matter, Refrain, SectionId, Work};

/// The matters, each a row of one matrix that shows which of the plans take them up.
#[component]
pub fn Matters(edition: &'static Edition) -> impl IntoView {
    let cards = (0..edition.matters.len()).map(move |index| view! { <MatterCard edition index open=false/> });
    view! {
        <SectionFrame edition id=SectionId::Matters>
            <div class="cards matrix">
                {columns(edition)}
                {cards.collect_view()}
            </div>
        </SectionFrame>
    }
}

/// The names of the columns of dots, if there are any, once for all cards. Each card states its own count.
fn columns(edition: &'static Edition) -> impl IntoView {
    let names = edition.works().map(|work| {
        let (second, three) = (matches!(work, Work::Priority(_)), work.short().chars().count() == 3);
        view! { <span class:priority=second class:three=three>{work.short()}</span> }
    });
    let names = names.collect_view();
    (!edition.echoes.is_empty()).then(|| view! { <div class="columns" aria-hidden="true"><p>{names}</p></div> })
}

/// One matter: its lever, its aim, and where the plans take it up again.
#[component]
pub fn MatterCard(edition: &'static Edition, index: usize, open: bool) -> impl IntoView {
    let matter = &edition.matters[index];
    let echoes: Vec<&'static Echo> = edition.echoes_of(&matter.id).collect();
    let echo = &edition.masthead.words.echo;
    let promise = (echoes.len(), echo.counter.clone());
    let face = view! {
        <span class="ordinal" aria-hidden="true">{formal_ordinal(index)}</span>
        <span class="lever">{lever(matter)}</span>
        <h3>{matter.aim.as_str()}</h3>
    };
    let passages = echoes.into_iter().map(move |echo| view! { <EchoItem edition echo/> });
    let passages = (promise.0 > 0).then(|| {
        view! {
            <h4>{format!("{}年的{}", edition.masthead.plan_year, echo.name)}</h4>
            <ul class="echoes">{passages.collect_view()}</ul>
        }
    });
    let refrains: Vec<&'static Refrain> = edition.refrains_of(&matter.id).collect();
    let besides = (!refrains.is_empty()).then(|| {
        view! {
            <h4>{format!("另有{}", echo.name)}</h4>
            <ul class="echoes">{refrains.into_iter().map(|refrain| refrain_item(edition, refrain)).collect_view()}</ul>
        }
    });
    view! {
        <Card edition kind=Kind::Echo(index) open face=face.into_any() promise>
            <FigureFrame edition kind=Kind::Echo(index)/>
            <div class="passages">
                <Quote edition quote=&matter.quote/>
                {passages}
                {besides}
            </div>
        </Card>
    }
}

/// “以…为…” with the key term marked, or the key term alone.
pub fn lever(matter: &'static Matter) -> impl IntoView {
    let (before, behind) = matter.around_term();
    view! { {before}<b>{matter.term.as_str()}</b>{behind} }
}

#[component]
fn EchoItem(edition: &'static Edition, echo: &'static Echo) -> impl IntoView {
    let work = edition.work_of(&echo.measure);
    view! {
        <li id=echo.id().as_str().to_owned()>
            <p class="why">
                <a href=format!("#{}", echo.measure)>{work.map(|work| work.title())}</a>
                {format!("{}：{}", echo.grade.label(), echo.why)}
            </p>
            <Quote edition quote=&echo.quote/>
        </li>
    }
}

/// A passage outside the measures that takes something up again.
pub fn refrain_item(edition: &'static Edition, refrain: &'static Refrain) -> impl IntoView {
    view! {
        <li>
            <p class="why">{format!("{}：{}", refrain.grade.label(), refrain.why)}</p>
            <Quote edition quote=&refrain.quote/>
        </li>
    }
}
