//! Saves a drawing as a file, made in the browser: CSV, or SVG and PNG with the page's colours and
//! width.

use js_sys::{Array, Uint8Array};
use leptos::prelude::GetUntracked;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlCanvasElement, Url};

use super::poster_dialog::failed;
use super::{dom, palette, surface};
use crate::state::ChartState;
use figure::{Class, Figure, Foot, Format, Frame, PaintOptions, Planner, sheet_around, svg, table_of};

/// Pixels per CSS pixel in a PNG.
const PNG_SCALE: f32 = 2.0;

/// Starts the download. None if the browser refuses.
pub fn start(figure: Figure<'static>, state: ChartState, format: Format, planner: Planner) -> Option<()> {
    let name = format!("{}.{}", figure.kind.id(figure.edition), format.extension());
    match format {
        Format::Csv => {
            let scene = planner(figure, Frame::new(Class::Narrow.nominal(), Default::default()));
            save(&blob(table_of(figure, scene).to_csv().as_bytes(), "text/csv;charset=utf-8")?, &name)
        }
        Format::Svg => with_look(figure, state, planner, |scene, look| {
            save(&blob(svg::literal(scene, look).as_bytes(), "image/svg+xml")?, &name)
        }),
        Format::Png => with_look(figure, state, planner, |scene, look| save_picture(scene, look, name)),
    }
}

/// Passes `make` the drawing as a separate sheet, with the colours that it has on the page.
fn with_look(
    figure: Figure<'static>,
    state: ChartState,
    planner: Planner,
    make: impl FnOnce(&figure::Scene, PaintOptions<'_>) -> Option<()>,
) -> Option<()> {
    let drawing = state.drawing.get_untracked()?;
    let palette = palette::of(&drawing)?;
    let frame = Frame::new(state.width(), Default::default());
    let title = figure.caption().map_or("", |caption| caption.title.as_str());
    let scene = planner(figure, frame);
    let sheet = sheet_around(figure, scene, (title, &sentence_beside(&drawing)), frame, Foot::Source);
    make(&sheet, PaintOptions::plain(&palette, PNG_SCALE))
}

/// The sentence beside the drawing on the page.
fn sentence_beside(drawing: &Element) -> String {
    let figure = drawing.closest("figure").ok().flatten();
    let sentence = figure.and_then(|figure| figure.query_selector(".sentence").ok().flatten());
    sentence.map(|element| dom::words_of(&element)).unwrap_or_default()
}

fn save_picture(sheet: &figure::Scene, options: PaintOptions<'_>, name: String) -> Option<()> {
    let canvas = dom::document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    if !surface::paint_on(&canvas, sheet, &options) {
        return None;
    }
    let done = Closure::once_into_js(move |picture: Option<Blob>| {
        if picture.and_then(|picture| save(&picture, &name)).is_none() {
            failed();
        }
    });
    canvas.to_blob(done.unchecked_ref()).ok()
}

fn blob(bytes: &[u8], kind: &str) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

fn save(blob: &Blob, name: &str) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link = dom::document().create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data once the click has returned.
    Url::revoke_object_url(&url).ok()
}
