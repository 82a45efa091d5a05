use leptos::prelude::*;

/// Icons drawn for this page, as lines of one weight in the colour of the text. They only stand
/// beside words or on something with an accessible name.
#[derive(Clone, Copy)]
pub enum Icon {
    /// A magnifying glass.
    Find,
    /// A disc half in light, half hatched.
    Display,
    /// A path from stop to stop.
    Tour,
    Before,
    Behind,
    /// A plus sign that becomes a minus sign when open.
    Open,
}

impl Icon {
    const fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Find => &["M10.5 4.5a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM15 15l5.5 5.5"],
            Self::Display => &["M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 3.5v17M12 7.5h7M12 12h8.5M12 16.5h7"],
            Self::Tour => &["M3.5 17.5h4v4h-4zM16.5 2.5h4v4h-4zM5.5 17.5v-5.5h13v-5.5"],
            Self::Before => &["M20.5 12H4M10.5 5.5L4 12l6.5 6.5"],
            Self::Behind => &["M3.5 12H20M13.5 5.5L20 12l-6.5 6.5"],
            Self::Open => &["M4.5 12h15", "M12 4.5v15"],
        }
    }

    pub fn view(self) -> impl IntoView {
        let paths = self.paths().iter().map(|d| view! { <path d=*d/> });
        view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths.collect_view()}</svg> }
    }
}
