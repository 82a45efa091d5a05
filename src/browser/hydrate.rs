use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, PositionState};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// To be called once, before anything else: has the browser run what waits.
pub fn prepare() {
    // It fails only if it has been done.
    let _ = Executor::init_wasm_bindgen();
}

/// Adds to an element what comes to life there, for as long as the page lives.
pub fn mount<N: IntoView>(root: &HtmlElement, view: impl FnOnce() -> N) {
    let owner = Owner::new_root(None);
    let mounted = owner.with(|| {
        let mut built = view().into_view().build();
        built.mount(root, None);
        built
    });
    std::mem::forget((owner, mounted));
}

/// Takes over what the host rendered into an element, for as long as the page lives. As Leptos's own
/// `hydrate_from`, without the context that resources share with a server: there are none here.
pub fn hydrate<N: IntoView>(root: HtmlElement, view: impl FnOnce() -> N) {
    let owner = Owner::new_root(None);
    let mounted = owner.with(|| {
        let cursor = Cursor::new(root.unchecked_into());
        view().into_view().hydrate::<true>(&cursor, &PositionState::default())
    });
    std::mem::forget((owner, mounted));
}
