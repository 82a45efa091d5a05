//! A hook for `cargo xtask bench`: what a drawing costs here and now. In bench builds alone.

use std::hint::black_box;

use js_sys::{Float64Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlCanvasElement, HtmlElement};

use super::{page, palette, surface};
use crate::figure::{Basis, Figure, Frame, Kind, Look, Palette};
use crate::model::{Edition, Size};

/// Puts `sijianBench(figure, times)` on the window. It plans and paints the drawing `times` times as
/// large and as fine as it is on the page, and gives the milliseconds that each took; none if the
/// page does not have the drawing.
pub fn expose(edition: &'static Edition) {
    let hook = Closure::<dyn Fn(String, u32) -> Float64Array>::new(move |figure: String, times: u32| {
        let times: Vec<f64> = Repainter::new(edition, &figure).map_or(Vec::new(), |repainter| repainter.measure(times));
        Float64Array::from(times.as_slice())
    });
    let _ = Reflect::set(&page::window(), &"sijianBench".into(), hook.as_ref());
    hook.forget();
}

struct Repainter {
    figure: Figure<'static>,
    frame: Frame,
    palette: Palette,
    /// Not in the document.
    canvas: HtmlCanvasElement,
}

impl Repainter {
    fn new(edition: &'static Edition, id: &str) -> Option<Self> {
        let kind = Kind::of_id(edition, id)?;
        let on_page = page::elements(&format!("[data-figure=\"{id}\"] .drawing")).into_iter().next()?;
        let width = on_page.get_bounding_client_rect().width() as f32;
        Some(Self {
            figure: Figure::new(edition, kind),
            frame: Frame::new(width, Size::Standard),
            palette: palette::of(&on_page.dyn_into::<HtmlElement>().ok()?)?,
            canvas: page::document().create_element("canvas").ok()?.dyn_into().ok()?,
        })
    }

    fn measure(&self, times: u32) -> Vec<f64> {
        let mut batch = 1;
        // It also warms up.
        while self.batch(batch) < ENOUGH {
            batch *= 2;
        }
        (0..times).map(|_| self.batch(batch) / f64::from(batch)).collect()
    }

    /// The milliseconds that so many repaints take together.
    fn batch(&self, repaints: u32) -> f64 {
        let begun = now();
        for _ in 0..repaints {
            let plan = black_box(self.figure).plan(self.frame, Basis::default());
            let look = Look::plain(&self.palette, surface::scale_for(&plan));
            black_box(surface::paint_on(&self.canvas, &plan, &look));
        }
        now() - begun
    }
}

/// A browser's clock ticks every tenth of a millisecond, so repaints are measured in batches that take
/// a hundred times as long.
const ENOUGH: f64 = 10.0;

fn now() -> f64 {
    page::window().performance().map_or(f64::INFINITY, |performance| performance.now())
}
