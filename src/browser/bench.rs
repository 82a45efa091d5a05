//! A hook for `cargo xtask bench` that measures what a drawing costs. In bench builds only.

use std::hint::black_box;

use js_sys::{Float64Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ImageData};

use super::{dom, palette, surface};
use figure::{Figure, Frame, Kind, PaintOptions, Palette};
use model::{Edition, Size};

/// Adds `sijianBench(figure, times, pixels)` to the window. It plans and paints the drawing `times`
/// times, at its size and resolution on the page, and returns the milliseconds of each; an empty
/// array if the page lacks the drawing. A canvas only records commands until its pixels are needed,
/// so `pixels` reads one of them each time.
pub fn expose(edition: &'static Edition) {
    let measure = move |figure: String, times: u32, pixels: bool| {
        let repainter = Repainter::new(edition, &figure, pixels);
        let times: Vec<f64> = repainter.map_or(Vec::new(), |repainter| repainter.measure(times));
        Float64Array::from(times.as_slice())
    };
    let hook = Closure::<dyn Fn(String, u32, bool) -> Float64Array>::new(measure);
    let _ = Reflect::set(&dom::window(), &"sijianBench".into(), hook.as_ref());
    hook.forget();
}

struct Repainter {
    figure: Figure<'static>,
    frame: Frame,
    palette: Palette,
    /// Not attached to the document.
    canvas: HtmlCanvasElement,
    pixels: bool,
}

impl Repainter {
    fn new(edition: &'static Edition, id: &str, pixels: bool) -> Option<Self> {
        let kind = Kind::of_id(edition, id)?;
        let on_page = dom::elements(&format!("[data-figure=\"{id}\"] .drawing")).into_iter().next()?;
        let width = on_page.get_bounding_client_rect().width() as f32;
        Some(Self {
            figure: Figure::new(edition, kind),
            frame: Frame::new(width, Size::Standard),
            palette: palette::of(&on_page.dyn_into::<HtmlElement>().ok()?)?,
            canvas: dom::document().create_element("canvas").ok()?.dyn_into().ok()?,
            pixels,
        })
    }

    fn measure(&self, times: u32) -> Vec<f64> {
        let mut batch = 1;
        // The fastest of three, so that one stall does not pass for a full batch. It also warms up.
        while (0..3).map(|_| self.batch(batch)).fold(f64::INFINITY, f64::min) < ENOUGH {
            batch *= 2;
        }
        (0..times).map(|_| self.batch(batch) / f64::from(batch)).collect()
    }

    /// The milliseconds that this many repaints take together.
    fn batch(&self, repaints: u32) -> f64 {
        let begun = now();
        for _ in 0..repaints {
            let scene = black_box(self.figure).plan(self.frame);
            let options = PaintOptions::plain(&self.palette, surface::scale_for(&scene));
            black_box(surface::paint_on(&self.canvas, &scene, &options));
            if self.pixels {
                black_box(self.read_pixel());
            }
        }
        now() - begun
    }

    fn read_pixel(&self) -> Option<ImageData> {
        let context = self.canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        context.get_image_data(0.0, 0.0, 1.0, 1.0).ok()
    }
}

/// Milliseconds. A browser's clock ticks every tenth of a millisecond, and a throttled one stalls
/// now and then, so repaints are measured in batches about one frame long.
const ENOUGH: f64 = 16.0;

fn now() -> f64 {
    dom::window().performance().map_or(f64::INFINITY, |performance| performance.now())
}
