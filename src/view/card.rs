use leptos::prelude::*;

use super::icon::Icon;
use super::pager::{CardHead, Pager};
use figure::{Figure, Kind, svg};
use model::{Edition, Size};

/// A card. Closed it shows its face with a small picture, open the drawing itself and the passages.
#[component]
pub fn Card(
    edition: &'static Edition,
    kind: Kind,
    /// Whether it is open from the start, alone in its document.
    open: bool,
    /// Heading and what stands with it.
    face: AnyView,
    /// How many of what the reader finds in the open card; none is not promised.
    promise: (usize, String),
    /// Labels for the parts of the picture.
    #[prop(default = ().into_any())]
    labels: AnyView,
    children: Children,
) -> impl IntoView {
    let id = kind.id(edition);
    let (count, what) = promise;
    let pictures = (!open).then(|| pictures(edition, kind)).flatten();
    // `style/faces.css` gives pictures with lettering a width of their own.
    let lettered = pictures.as_ref().is_some_and(|svgs| svgs.contains("<text")).then_some("lettered");
    let body = view! {
        <CardHead edition id alone=open/>
        {children()}
        {(!open).then(|| view! { <Pager edition id/> })}
    };
    view! {
        <details class="card" id=id data-card=id open=open>
            <summary class=lettered>
                {face}
                {(count > 0).then(|| view! { <span class="promise"><b>{count}</b>{what}</span> })}
                <span class="sign" aria-hidden="true">{Icon::Open.view()}</span>
                {(!open).then(|| view! { {framed(pictures)}{labels} })}
            </summary>
            // An article, so that browsers offer their reading view; but only the drawing has a heading,
            // which an article needs.
            {if edition.has_drawing(id) {
                view! { <article class="card-body">{body}</article> }.into_any()
            } else {
                view! { <div class="card-body">{body}</div> }.into_any()
            }}
        </details>
    }
    .into_any()
}

/// The picture on a closed card, if there is anything to draw.
pub fn picture(edition: &'static Edition, kind: Kind) -> impl IntoView {
    framed(pictures(edition, kind))
}

fn framed(svgs: Option<String>) -> impl IntoView {
    svgs.map(|svgs| view! { <span class="picture" inner_html=svgs></span> })
}

/// The picture's SVGs. Priorities have lettering, and so a second one for larger type.
fn pictures(edition: &'static Edition, kind: Kind) -> Option<String> {
    if !edition.has_drawing(kind.id(edition)) {
        return None;
    }
    let figure = Figure::new(edition, kind);
    let drawn = |size, class| svg::themed(&figure.face(size), class);
    let mut pictures = drawn(Size::Standard, "standard");
    if matches!(kind, Kind::Priority(_)) {
        pictures += &drawn(Size::Xlarge, "larger");
    }
    Some(pictures)
}

/// Formal ordinals for the matters, as on a cheque, where they cannot be altered.
pub fn formal_ordinal(index: usize) -> String {
    const FORMAL: [&str; 10] = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"];
    FORMAL.get(index).map_or_else(|| (index + 1).to_string(), |&s| s.to_owned())
}

/// Plain ordinals.
pub fn ordinal(index: usize) -> String {
    const PLAIN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    PLAIN.get(index).map_or_else(|| (index + 1).to_string(), |&s| s.to_owned())
}
