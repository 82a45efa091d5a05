use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, PositionState};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Call once, before anything else: sets up the executor that runs tasks in the browser.
pub fn prepare() {
    // Fails only if it was done before.
    let _ = Executor::init_wasm_bindgen();
}

/// Replaces what the host rendered in an element. Unlike hydrating, this does not depend on the
/// markup, which translators and extensions may have changed.
pub fn replace<N: IntoView>(root: &HtmlElement, view: impl FnOnce() -> N) {
    root.set_text_content(None);
    mount(root, view);
}

/// Mounts a view in an element, for as long as the page lives.
pub fn mount<N: IntoView>(root: &HtmlElement, view: impl FnOnce() -> N) {
    let owner = Owner::new_root(None);
    let mounted = owner.with(|| {
        let mut built = view().into_view().build();
        built.mount(root, None);
        built
    });
    std::mem::forget((owner, mounted));
}

/// Hydrates what the host rendered in an element, for as long as the page lives. Like Leptos's
/// `hydrate_from`, but without the context for resources shared with a server: there are none.
pub fn hydrate<N: IntoView>(root: HtmlElement, view: impl FnOnce() -> N) {
    let owner = Owner::new_root(None);
    let mounted = owner.with(|| {
        let cursor = Cursor::new(root.unchecked_into());
        view().into_view().hydrate::<true>(&cursor, &PositionState::default())
    });
    std::mem::forget((owner, mounted));
}
