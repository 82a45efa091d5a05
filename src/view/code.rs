use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use crate::model::Edition;

/// On paper a link cannot be followed: the addresses that are known, as codes for a phone.
#[component]
pub fn Codes(edition: &'static Edition, site: Option<&'static str>) -> impl IntoView {
    let own = site.map(|address| ("本页", address));
    let sources = edition.documents.iter().filter_map(|d| Some((d.label.as_str(), d.address.as_deref()?)));
    let codes: Vec<_> = own.into_iter().chain(sources).map(|(label, address)| item(label, address)).collect();
    (!codes.is_empty()).then(|| view! { <ul class="codes">{codes}</ul> })
}

fn item(label: &'static str, address: &'static str) -> impl IntoView {
    view! {
        <li>
            <span class="code" inner_html=svg(address)></span>
            <strong>{label}</strong>
            <span>{address}</span>
        </li>
    }
}

/// An address as a picture: one path of dark runs within the quiet margin that readers want. Empty
/// for an address that is longer than any code holds.
pub fn svg(address: &str) -> String {
    const QUIET: usize = 4;
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return String::new();
    };
    let side = code.width();
    let modules = code.to_colors();
    let mut path = String::new();
    for (y, row) in modules.chunks(side).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                path += &format!("M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    let whole = side + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" aria-hidden=\"true\">\
         <path d=\"{path}\"/></svg>"
    )
}
