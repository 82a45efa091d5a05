use leptos::prelude::*;
use words::segmented;

/// Renders a component. Leptos separates neighbouring texts by placeholders, which parsers read as
/// empty comments; only hydration would need them, and what is hydrated has no such texts. Lines break between words.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    segmented(&owner.with(|| view().into_view().to_html()).replace("<!>", ""))
}

/// A text as HTML, in an element or in an attribute.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
