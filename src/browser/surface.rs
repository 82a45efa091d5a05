use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use super::dom;
use figure::{Look, Plan, paint};

/// Phones refuse larger canvases; beyond this a drawing is painted a little less fine.
const MOST_PIXELS: f32 = 16_000_000.0;

/// Device pixels per CSS pixel at which a plan is painted.
pub fn scale_for(plan: &Plan) -> f32 {
    let ratio = dom::window().device_pixel_ratio() as f32;
    let pixels = plan.width * plan.height * ratio * ratio;
    if pixels > MOST_PIXELS { ratio * (MOST_PIXELS / pixels).sqrt() } else { ratio }
}

/// Paints a plan in device pixels. False if the canvas cannot be had, and the SVG stays.
pub fn paint_on(canvas: &HtmlCanvasElement, plan: &Plan, look: &Look<'_>) -> bool {
    let width = (plan.width * look.scale).round() as u32;
    let height = (plan.height * look.scale).round() as u32;
    // Setting the size, even to the same, clears the canvas.
    canvas.set_width(width);
    canvas.set_height(height);
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else {
        return false;
    };
    let area = backend.into_drawing_area();
    paint(plan, &area, look).is_ok()
}

/// Gives back the canvas's memory; the SVG takes its place.
pub fn release(canvas: &HtmlCanvasElement) {
    canvas.set_width(0);
    canvas.set_height(0);
}
