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

/// A drawing as a picture to be sent on: its sheet on a ground of [`POSTER`]'s shape, in the layout that
/// is read best there. The scene is as wide as that layout wants; it is painted to be 1080 pixels wide.
pub fn poster_of(
    figure: Figure<'_>,
    plan: impl Fn(Frame) -> Scene,
    words: (&str, &str),
    size: Size,
    foot: Foot<'_>,
) -> Option<Scene> {
    let tried = WIDTHS.into_iter().map(|width| {
        let frame = Frame::new(width, size);
        let sheet = sheet_around(figure, plan(frame), words, frame, foot);
        let scale = (POSTER.0 / sheet.width).min(POSTER.1 / sheet.height);
        let share = sheet.width * sheet.height * scale * scale / (POSTER.0 * POSTER.1);
        ((frame.label() * scale).min(LARGE) + 10.0 * share, scale, sheet)
    });
    let (_, scale, sheet) = tried.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (width, height) = (POSTER.0 / scale, POSTER.1 / scale);
    let (dx, dy) = ((width - sheet.width) / 2.0, (height - sheet.height) / 2.0);
    let ground = Primitive::Fill { area: rect(0.0, 0.0, width, height), ink: Ink::Ground };
    let ground = Shape { primitive: ground, mark: None, enter: Enter::AT_ONCE, across: false };
    let moved = sheet.shapes.into_iter().map(|shape| Shape { primitive: shape.primitive.moved(dx, dy), ..shape });
    Some(Scene { width, height, shapes: std::iter::once(ground).chain(moved).collect(), ..sheet })
}
