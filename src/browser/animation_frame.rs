use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::dom;

/// Runs a callback in the next animation frame, once however often it is requested.
#[derive(Clone)]
pub struct NextFrame {
    inner: Rc<Inner>,
}

struct Inner {
    asked: RefCell<bool>,
    callback: Closure<dyn FnMut(f64)>,
}

impl NextFrame {
    /// `work` gets the frame's time in milliseconds.
    pub fn new(mut work: impl FnMut(f64) + 'static) -> Self {
        let inner = Rc::new_cyclic(|weak: &std::rc::Weak<Inner>| {
            let weak = weak.clone();
            let callback = Closure::new(move |time| {
                if let Some(inner) = weak.upgrade() {
                    *inner.asked.borrow_mut() = false;
                }
                work(time);
            });
            Inner { asked: RefCell::new(false), callback }
        });
        Self { inner }
    }

    pub fn ask(&self) {
        if self.inner.asked.replace(true) {
            return;
        }
        let asked = dom::window().request_animation_frame(self.inner.callback.as_ref().unchecked_ref());
        *self.inner.asked.borrow_mut() = asked.is_ok();
    }
}
