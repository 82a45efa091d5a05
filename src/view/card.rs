use leptos::prelude::*;

use super::icon::Icon;
use super::pager::{CardHead, Pager};
use figure::{Class, Figure, Frame, Kind, svg};
use model::{Edition, Size};

/// A card: its face, with the drawing as a picture, opens to the drawing itself and the passages.
#[component]
pub fn Card(
    edition: &'static Edition,
    kind: Kind,
    /// Whether it stands open from the start, alone in its document.
    open: bool,
    /// Whether the closed face shows the drawing.
    pictured: bool,
    /// Heading and what stands with it.
    face: AnyView,
    /// What one finds when it is opened, in a few words.
    promise: String,
    children: Children,
) -> impl IntoView {
    let id = kind.id(edition);
    let figure = Figure::new(edition, kind);
    let picture = pictured.then(|| {
        let scene = figure.plan(Frame::new(Class::Narrow.nominal(), Size::Standard));
        view! { <span class="picture" inner_html=svg::themed(&scene, "twin")></span> }
    });
    view! {
        <details class="card" id=id data-card=id open=open>
            <summary>
                {face}
                {picture}
                <span class="strip">
                    <span class="number">{figure.number()}</span>
                    <span class="promise">{promise}</span>
                    <span class="sign" aria-hidden="true">{Icon::Open.view()}</span>
                </span>
            </summary>
            <div class="card-body">
                <CardHead edition id alone=open/>
                {children()}
                {(!open).then(|| view! { <Pager edition id/> })}
            </div>
        </details>
    }
    .into_any()
}

/// Ordinals as on a cheque, for the year's big things: they cannot be altered.
pub fn formal_ordinal(index: usize) -> String {
    const FORMAL: [&str; 10] = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"];
    FORMAL.get(index).map_or_else(|| (index + 1).to_string(), |&s| s.to_owned())
}

/// Plain ordinals.
pub fn ordinal(index: usize) -> String {
    const PLAIN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    PLAIN.get(index).map_or_else(|| (index + 1).to_string(), |&s| s.to_owned())
}
