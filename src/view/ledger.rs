use leptos::prelude::*;

use super::figure::FigureFrame;
use super::section::SectionFrame;
use figure::Kind;
use model::{Edition, SectionId};

/// 年底对账单: the targets that can be checked at the end of the year.
#[component]
pub fn Ledger(edition: &'static Edition) -> impl IntoView {
    view! {
        <SectionFrame edition id=SectionId::Ledger>
            <FigureFrame edition kind=Kind::Ledger/>
        </SectionFrame>
    }
}
