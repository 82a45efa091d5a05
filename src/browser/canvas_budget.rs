//! The painted canvases, and how much memory they take together. Over the budget, the least
//! recently painted ones that are not in the window are released.

use std::cell::RefCell;

use web_sys::HtmlCanvasElement;

use super::{dom, surface};

/// Total canvas pixels, 4 bytes each. Phones kill pages whose canvases take about 256 MB.
const MOST_PIXELS: u32 = 24_000_000;

struct Kept {
    canvas: HtmlCanvasElement,
    /// Shows the SVG again.
    give_back: Box<dyn Fn()>,
}

thread_local! {
    /// Least recently painted first.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// Records that a canvas has just been painted.
pub fn note(canvas: &HtmlCanvasElement, give_back: impl Fn() + 'static) {
    forget(canvas);
    KEPT.with_borrow_mut(|kept| kept.push(Kept { canvas: canvas.clone(), give_back: Box::new(give_back) }));
    while let Some(old) = KEPT.with_borrow_mut(one_too_many) {
        (old.give_back)();
        surface::release(&old.canvas);
    }
}

/// Forgets a canvas that was released.
pub fn forget(canvas: &HtmlCanvasElement) {
    KEPT.with_borrow_mut(|kept| kept.retain(|known| known.canvas != *canvas));
}

fn one_too_many(kept: &mut Vec<Kept>) -> Option<Kept> {
    let pixels: u32 = kept.iter().map(|known| known.canvas.width() * known.canvas.height()).sum();
    if pixels <= MOST_PIXELS {
        return None;
    }
    let last = kept.len().saturating_sub(1);
    let hidden = kept[..last].iter().position(|known| !dom::in_viewport(&known.canvas));
    hidden.map(|index| kept.remove(index))
}
