use leptos::prelude::*;

use figure::{Code, QUIET, Rect};
use model::Edition;

/// QR codes of all known addresses, for print, where links cannot be followed.
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

/// An address as a QR code in SVG: one path of dark runs, within the quiet margin that scanners
/// need. Empty if the address is too long for any code.
pub fn svg(address: &str) -> String {
    let Some(code) = Code::of(address) else {
        return String::new();
    };
    let run = |r: &Rect| format!("M{} {}h{}v1h-{}z", r.x as usize + QUIET, r.y as usize + QUIET, r.w, r.w);
    let path: String = code.runs().iter().map(run).collect();
    let whole = code.side + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole} {whole}\" aria-hidden=\"true\">\
         <path d=\"{path}\"/></svg>"
    )
}
