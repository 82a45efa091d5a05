use leptos::prelude::*;

use super::figure::FigureFrame;
use super::quote::Source;
use super::section::SectionFrame;
use figure::Kind;
use model::{Edition, Indicator, SectionId, quoted};

/// The year's headline figures; folded below them, what each counts and its sentence in the source.
#[component]
pub fn Indicators(edition: &'static Edition) -> impl IntoView {
    let glosses = edition.indicators.iter().map(move |indicator| {
        view! {
            <div id=indicator.id.as_str()>
                <dt>{indicator.name.as_str()}</dt>
                {indicator.gloss.as_deref().map(|gloss| view! { <dd>{gloss}</dd> })}
                {indicator.change.as_deref().map(|change| view! { <dd>{change}</dd> })}
                {indicator.difference().map(|difference| view! { <dd>{difference}</dd> })}
                {shares(indicator).map(|shares| view! { <dd>{shares}</dd> })}
                <dd class="printed">"原文："{quoted(&indicator.quote.text)}"，"<Source edition quote=&indicator.quote/></dd>
            </div>
        }
    });
    view! {
        <SectionFrame edition id=SectionId::Figures>
            <div class="pair">
                <FigureFrame edition kind=Kind::Amounts/>
                <FigureFrame edition kind=Kind::Income/>
            </div>
            <details class="fold">
                <summary>"口径、算式和原文"</summary>
                <dl class="glosses">{glosses.collect_view()}</dl>
            </details>
        </SectionFrame>
    }
}

/// An amount per day and per minute, with the calculations, where the edition asks for them.
fn shares(indicator: &Indicator) -> Option<String> {
    let shares = if indicator.is_shared_out { indicator.shares() } else { Vec::new() };
    let shares = shares.into_iter();
    let said: Vec<String> =
        shares.map(|(each, share, unit)| format!("{each}约{}{unit}（{}）", share.value, share.formula)).collect();
    (!said.is_empty()).then(|| format!("平均{}。", said.join("，")))
}
