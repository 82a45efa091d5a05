use super::html::render;
use super::piece::Piece;
use super::script::bare;
use model::Edition;
use sijian::view::{Builder, Offer};

const SCRIPT: &str = include_str!("builder.js");

/// The script that opens the builder. It brings the dialog with it, which costs a reader who never
/// embeds anything nothing, and stands once for all pages. `style` is the dialog's style sheet, beside
/// the script.
pub fn script(edition: &Edition, pictured: &[Piece], style: &str) -> String {
    let offers = offers(edition, pictured);
    let dialog = render(move || leptos::view! { <Builder offers/> });
    let word = |text: &str| serde_json::Value::from(text).to_string();
    bare(SCRIPT).replace("DIALOG", &word(&dialog)).replace("STYLE", &word(style))
}

fn offers(edition: &Edition, pictured: &[Piece]) -> Vec<(&'static str, Vec<Offer>)> {
    let offer = |piece: Piece| Offer {
        id: piece.id(edition).to_owned(),
        label: piece.label(edition),
        title: piece.title(edition),
        alt: piece.alt(edition),
        pictured: pictured.contains(&piece),
        way: piece.way(edition),
        height: piece.height(edition),
    };
    let of = |belongs: fn(Piece) -> bool| Piece::all(edition).into_iter().filter(|p| belongs(*p)).map(offer).collect();
    vec![
        ("总图", of(|piece| matches!(piece, Piece::Drawing(kind) if kind.is_overview()))),
        ("卡片", of(|piece| matches!(piece, Piece::Drawing(kind) if !kind.is_overview()))),
        ("整页", of(|piece| piece == Piece::All)),
    ]
}
