use leptos::prelude::*;

use super::figure::FigureFrame;
use super::section::SectionFrame;
use crate::figure::Kind;
use crate::model::{Edition, SectionId};

/// The year's headline figures.
#[component]
pub fn Indicators(edition: &'static Edition) -> impl IntoView {
    view! {
        <SectionFrame edition id=SectionId::Figures>
            <div class="pair">
                <FigureFrame edition kind=Kind::Amounts/>
                <FigureFrame edition kind=Kind::Income/>
            </div>
        </SectionFrame>
    }
}
