use super::code::Code;
use super::figure::Figure;
use super::frame::Frame;
use super::geometry::rect;
use super::ink::Ink;
use super::print::{Foot, sheet_around};
use super::scene::{Enter, Primitive, Scene, Shape};
use model::Size;

/// The size of every poster, pixels: three to four, which a phone shows whole and chats do not crop.
pub const POSTER: (f32, f32) = (1080.0, 1440.0);

/// The widths that a drawing is tried at, CSS pixels: all layouts that are higher than wide.
const WIDTHS: [f32; 8] = [320.0, 360.0, 400.0, 440.0, 500.0, 560.0, 640.0, 800.0];

/// Larger letters are no gain, pixels of the poster.
const LARGE: f32 = 36.0;

/// The side of a QR code's module, pixels of the poster: whole, so that it is crisp.
const MODULE: f32 = 6.0;

/// A drawing as a picture to be sent on: its sheet on a ground of [`POSTER`]'s shape, in the layout that
/// is read best there, with the QR code of an address. The scene is as wide as that layout wants; it is
/// painted to be 1080 pixels wide. `inverted` says that the palette's ground is the darker colour.
pub fn poster_of(
    figure: Figure<'_>,
    plan: impl Fn(Frame) -> Scene,
    words: (&str, &str),
    size: Size,
    (address, inverted): (&str, bool),
) -> Option<Scene> {
    let code = Code::of(address)?;
    let sheet = |width: f32, module: f32| {
        let frame = Frame::new(width, size);
        let foot = Foot::Code { code: &code, address, inverted, module };
        sheet_around(figure, plan(frame), words, frame, foot)
    };
    let fit = |sheet: &Scene| (POSTER.0 / sheet.width).min(POSTER.1 / sheet.height);
    let best = WIDTHS.into_iter().max_by(|&a, &b| {
        let [a, b] = [a, b].map(|width| {
            let sheet = sheet(width, 3.0);
            let scale = fit(&sheet);
            let share = sheet.width * sheet.height * scale * scale / (POSTER.0 * POSTER.1);
            (Frame::new(width, size).label() * scale).min(LARGE) + 10.0 * share
        });
        a.total_cmp(&b)
    })?;
    // The code takes room, and so has its part in the scale.
    let scale = fit(&sheet(best, MODULE / fit(&sheet(best, 3.0))));
    let sheet = sheet(best, MODULE / scale);
    let (width, height) = (POSTER.0 / scale, POSTER.1 / scale);
    let (dx, dy) = ((width - sheet.width) / 2.0, ((height - sheet.height) / 2.0).max(0.0));
    let ground = Primitive::Fill { area: rect(0.0, 0.0, width, height), ink: Ink::Ground };
    let ground = Shape { primitive: ground, mark: None, enter: Enter::AT_ONCE, across: false };
    let moved = sheet.shapes.into_iter().map(|shape| Shape { primitive: shape.primitive.moved(dx, dy), ..shape });
    Some(Scene { width, height, shapes: std::iter::once(ground).chain(moved).collect(), ..sheet })
}
