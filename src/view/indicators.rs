use leptos::prelude::*;

use super::figure::FigureFrame;
use super::quote::Source;
use super::section::SectionFrame;
use figure::Kind;
use model::{Edition, SectionId};

/// The year's headline figures.
#[component]
pub fn Indicators(edition: &'static Edition) -> impl IntoView {
    let glosses = edition.indicators.iter().map(move |indicator| {
        let gloss = indicator.gloss.as_deref().map(|gloss| view! { <dd>{gloss}</dd> });
        view! {
            <div id=indicator.id.as_str()>
                <dt>{indicator.name.as_str()}</dt>
                {gloss}
                <dd class="printed">"原文：“"{indicator.quote.text.as_str()}"”，"<Source edition quote=&indicator.quote/></dd>
            </div>
        }
    });
    view! {
        <SectionFrame edition id=SectionId::Figures>
            <div class="pair">
                <div>
                    <FigureFrame edition kind=Kind::Amounts/>
                    <dl class="glosses">{glosses.collect_view()}</dl>
                </div>
                <FigureFrame edition kind=Kind::Income/>
            </div>
        </SectionFrame>
    }
}
