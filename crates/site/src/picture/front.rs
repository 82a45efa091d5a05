use super::colours::Colours;
use super::sheet::{Area, Sheet};
use crate::head::PICTURE;
use figure::{Figure, Frame, Kind, Paper};
use model::{Edition, Size};

/// The width at which the cover is planned: its shape comes nearest to the picture's.
const PLANNED: f32 = 1472.0;

/// The whole page: its cover, from edge to edge.
pub fn compose(edition: &Edition, colours: &Colours) -> Sheet {
    let mut sheet = Sheet::default();
    let (w, h) = (PICTURE.0 as f32, PICTURE.1 as f32);
    let whole = Area { x: 0.0, y: 0.0, w, h };
    let scene = Figure::new(edition, Kind::Cover).plan(Frame::new(PLANNED, Size::Standard));
    sheet.fill(whole, &colours.on(Paper::Results).hex("--paper"));
    // The space above and below the drawing continues its two papers.
    let across = scene.shapes.iter().find(|shape| shape.across).map(|shape| &shape.primitive);
    if let Some(figure::Primitive::Fill { area, .. }) = across {
        let scale = (w / scene.width).min(h / scene.height);
        let left = (w - scene.width * scale) / 2.0 + area.x * scale;
        let beyond = Area { x: left, w: w - left, ..whole };
        sheet.fill(beyond, &colours.on(Paper::Blueprint).hex("--paper"));
    }
    sheet.drawing(&scene, &colours.palette(Paper::Results), whole);
    sheet
}
