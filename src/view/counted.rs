use leptos::prelude::*;
use words::breakable;

/// A text in which each count that occurs, in any order, links to the list of what is counted.
pub fn counted(text: &str, lists: &[(String, &'static str)]) -> AnyView {
    for (index, (count, way)) in lists.iter().enumerate() {
        if let Some((before, after)) = text.split_once(count) {
            let rest = &lists[index + 1..];
            return view! { {counted(before, rest)}<a href=*way>{breakable(count)}</a>{counted(after, rest)} }
                .into_any();
        }
    }
    breakable(text).into_any()
}
