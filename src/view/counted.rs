use leptos::prelude::*;

/// A text in which the count, if it occurs, links to the list of what is counted.
pub fn counted(text: &str, count: &str, way: &'static str) -> AnyView {
    match text.split_once(count) {
        Some((before, after)) => {
            view! { {before.to_owned()}<a href=way>{count.to_owned()}</a>{after.to_owned()} }.into_any()
        }
        None => text.to_owned().into_any(),
    }
}
