//! The browser's observers as plain callbacks that live as long as the page.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ResizeObserverEntry,
};

use super::animation_frame::NextFrame;

/// Calls back with the element's content width in CSS pixels: the first time at once, later in the
/// next frame, since an observer's callback must not change what it observes.
pub fn width(element: &Element, changed: impl Fn(f32) + 'static) {
    let (width, changed) = (Rc::new(Cell::new(0.0)), Rc::new(changed));
    let (now, tell) = (width.clone(), changed.clone());
    let frame = NextFrame::new(move |_| tell(now.get()));
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.pop();
        if let Some(entry) = last.dyn_ref::<ResizeObserverEntry>() {
            if width.replace(entry.content_rect().width() as f32) == 0.0 {
                changed(width.get());
            } else {
                frame.ask();
            }
        }
    });
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    callback.forget();
}

/// Calls back when the element comes within `margin` (CSS, as `"300px 0px"`) of the viewport, or leaves it.
pub fn nearness(element: &Element, margin: &str, mut changed: impl FnMut(bool) + 'static) {
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.pop();
        if let Some(entry) = last.dyn_ref::<IntersectionObserverEntry>() {
            changed(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    if let Ok(observer) = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options) {
        observer.observe(element);
    }
    callback.forget();
}
