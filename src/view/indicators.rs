use leptos::prelude::*;

use super::figure::FigureFrame;
use super::quote::Source;
use super::section::SectionFrame;
use figure::Kind;
use model::{Edition, Indicator, SectionId, quoted};
use words::breakable;

/// The year's headline figures; folded below them, what each counts and its sentence in the source.
#[component]
pub fn Indicators(edition: &'static Edition) -> impl IntoView {
    let glosses = edition.indicators.iter().map(move |indicator| {
        view! {
            <div id=indicator.id.as_str()>
                <dt>{indicator.name.as_str()}</dt>
                {indicator.gloss.as_deref().map(|gloss| view! { <dd>{breakable(gloss)}</dd> })}
                {indicator.change.as_deref().map(|change| view! { <dd>{change}</dd> })}
                {indicator.difference().map(|difference| view! { <dd>{difference}</dd> })}
                {shares(indicator).map(|shares| view! { <dd>{shares}</dd> })}
                <dd class="printed">"原文："{breakable(&quoted(&indicator.quote.text))}"，"<Source edition quote=&indicator.quote/></dd>
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

/// An amount per day and per minute, with the calculations, where the edition asks for them; a share
/// of which hardly a digit is left says nothing.
fn shares(indicator: &Indicator) -> Option<String> {
    let (amount, unit) = (&indicator.amount, &indicator.amount.unit);
    let shares = [("每天", amount.per_day()), ("每分钟", amount.per_minute())];
    let shares = shares.into_iter().filter(|(_, share)| indicator.is_shared_out && share.value.digits() >= 10);
    let said: Vec<String> =
        shares.map(|(each, share)| format!("{each}约{}{unit}（{}）", share.value, share.formula)).collect();
    (!said.is_empty()).then(|| format!("平均{}。", said.join("，")))
}
