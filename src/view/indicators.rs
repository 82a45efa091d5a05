use leptos::prelude::*;

use super::figure::FigureFrame;
use super::section::SectionFrame;
use crate::figure::Kind;
use crate::model::{Edition, SectionId};

/// The year's headline figures.
#[component]
pub fn Indicators(edition: &'static Edition) -> impl IntoView {
    let glosses = edition.indicators.iter().filter_map(|indicator| {
        let gloss = indicator.gloss.as_deref()?;
        Some(view! { <div><dt>{indicator.name.as_str()}</dt><dd>{gloss}</dd></div> })
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
