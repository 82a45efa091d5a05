use leptos::prelude::*;

/// A text in which each count that occurs, in any order, links to the list of what is counted.
pub fn counted(text: &str, lists: &[(String, &'static str)]) -> AnyView {
    for (index, (count, way)) in lists.iter().enumerate() {
        if let Some((before, after)) = text.split_once(count) {
            let rest = &lists[index + 1..];
            return view! { {counted(before, rest)}<a href=*way>{count.clone()}</a>{counted(after, rest)} }.into_any();
        }
    }
    text.to_owned().into_any()
}
