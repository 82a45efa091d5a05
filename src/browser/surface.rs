use plotters::prelude::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use super::dom;
use figure::{PaintOptions, Scene, paint};

/// Phones refuse larger canvases; above this a drawing is painted at a lower resolution.
const MOST_PIXELS: f32 = 16_000_000.0;

/// Device pixels per CSS pixel at which a scene is painted.
pub fn scale_for(scene: &Scene) -> f32 {
    let ratio = dom::window().device_pixel_ratio() as f32;
    let pixels = scene.width * scene.height * ratio * ratio;
    if pixels > MOST_PIXELS { ratio * (MOST_PIXELS / pixels).sqrt() } else { ratio }
}

/// Paints a scene in device pixels. Returns false if there is no canvas context: the SVG stays.
pub fn paint_on(canvas: &HtmlCanvasElement, scene: &Scene, options: &PaintOptions<'_>) -> bool {
    let width = (scene.width * options.scale).round() as u32;
    let height = (scene.height * options.scale).round() as u32;
    // Setting the size, even to the same, clears the canvas.
    canvas.set_width(width);
    canvas.set_height(height);
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else {
        return false;
    };
    let area = backend.into_drawing_area();
    paint(scene, &area, options).is_ok()
}

/// Frees the canvas's memory.
pub fn release(canvas: &HtmlCanvasElement) {
    canvas.set_width(0);
    canvas.set_height(0);
}
