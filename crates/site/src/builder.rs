use super::embed::Embed;
use super::error::SiteError;
use super::html::render;
use super::options::fill;
use super::script::bare;
use model::Edition;
use sijian::view::{Builder, Offer};

const SCRIPT: &str = include_str!("builder.js");

/// The script that opens the embed builder. It contains the dialog, so that readers who never embed
/// anything do not load it, and all pages share it. `style` is the file name of the dialog's style
/// sheet, next to the script.
///
/// # Errors
/// If the script names an unknown constant.
pub fn script(edition: &Edition, pictured: &[Embed], style: &str) -> Result<String, SiteError> {
    let offers = offers(edition, pictured);
    let dialog = render(move || leptos::view! { <Builder offers/> });
    let word = |text: &str| serde_json::Value::from(text).to_string();
    let script = bare(&fill(SCRIPT)?);
    Ok(script.replace("DIALOG", &word(&dialog)).replace("STYLE", &word(style)))
}

fn offers(edition: &Edition, pictured: &[Embed]) -> Vec<(&'static str, Vec<Offer>)> {
    let offer = |embed: Embed| Offer {
        id: embed.id(edition).to_owned(),
        label: embed.label(edition),
        title: embed.title(edition),
        alt: embed.alt(edition),
        pictured: pictured.contains(&embed),
        way: embed.way(edition),
        height: embed.height(edition),
    };
    let of = |belongs: fn(Embed) -> bool| Embed::all(edition).into_iter().filter(|p| belongs(*p)).map(offer).collect();
    vec![
        ("总图", of(|embed| matches!(embed, Embed::Drawing(kind) if kind.is_overview()))),
        ("卡片", of(|embed| matches!(embed, Embed::Drawing(kind) if !kind.is_overview()))),
        ("整页", of(|embed| embed == Embed::All)),
    ]
}
