use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::{Color, DrawingArea, DrawingAreaErrorKind, DrawingBackend, RGBColor, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, TextStyle};

use super::geometry::{Point, Rect};
use super::ink::{Ink, Palette};
use super::scene::{Align, Growth, Primitive, Scene, Shape, Text};

/// The state in which a scene is painted.
pub struct PaintOptions<'a> {
    pub palette: &'a Palette,
    /// Backend units per CSS pixel.
    pub scale: f32,
    /// Progress of the entry animation, 0 to 1.
    pub progress: f32,
    /// Whether a mark is highlighted; `None` if nothing is selected and all look the same.
    pub lit: Option<&'a dyn Fn(usize) -> bool>,
    /// The mark that is outlined.
    pub focus: Option<usize>,
}

impl<'a> PaintOptions<'a> {
    /// A finished drawing with nothing selected.
    pub fn plain(palette: &'a Palette, scale: f32) -> Self {
        Self { palette, scale, progress: 1.0, lit: None, focus: None }
    }
}

/// The opacity of marks that are not highlighted.
const DIMMED: f64 = 0.25;

/// Paints a scene on any backend.
///
/// # Errors
/// Whatever the backend reports.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    area: &DrawingArea<B, Shift>,
    options: &PaintOptions<'_>,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    // Highlighted shapes are painted last, on top of the others.
    for forward in [false, true] {
        for shape in &scene.shapes {
            let share = shape.enter.share(options.progress);
            let unseen = share <= 0.0 || (shape.enter.how == Growth::Laid && share < 0.5);
            let brush = Brush { area, options, shape, share };
            if (brush.is_lit() == Some(true)) == forward && !(unseen && shape.enter.how != Growth::Stands) {
                brush.paint()?;
            }
        }
    }
    if let Some(mark) = options.focus.and_then(|i| scene.marks.get(i)) {
        let across = scene.shapes.iter().any(|shape| shape.mark == options.focus && shape.across);
        let shape = Shape { across, ..FOCUS };
        let brush = Brush { area, options, shape: &shape, share: 1.0 };
        brush.outline(mark.area, Ink::Accent, 2.0)?;
    }
    area.present()
}

const FOCUS: Shape = Shape {
    primitive: Primitive::Fill { area: super::geometry::rect(0.0, 0.0, 0.0, 0.0), ink: Ink::Accent },
    mark: None,
    enter: super::scene::Enter::AT_ONCE,
    across: false,
};

struct Brush<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
    options: &'a PaintOptions<'a>,
    shape: &'a Shape,
    share: f32,
}

type Painted<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> Brush<'_, B> {
    fn paint(&self) -> Painted<B> {
        match &self.shape.primitive {
            Primitive::Fill { area, ink } => self.fill(self.grown(*area), *ink),
            Primitive::Outline { area, ink, weight } => self.outline(*area, *ink, *weight),
            Primitive::Line { points, ink, weight } => self.line(points, *ink, *weight),
            Primitive::Polygon { points, ink, opacity } => {
                let points: Vec<_> = points.iter().map(|p| self.place(*p)).collect();
                self.area.draw(&Polygon::new(points, self.see_through(*ink, *opacity)))
            }
            Primitive::Disc { center, radius, ink } => {
                let style = self.colour(*ink).filled();
                self.area.draw(&Circle::new(self.place(*center), self.length(*radius), style))
            }
            Primitive::Ring { center, radius, ink, weight } => {
                let style = self.stroke(*ink, *weight);
                self.area.draw(&Circle::new(self.place(*center), self.length(*radius), style))
            }
            Primitive::Text(text) => self.text(text),
        }
    }

    /// The part of a rectangle that is visible at this point of its entry.
    fn grown(&self, area: Rect) -> Rect {
        match self.shape.enter.how {
            Growth::Rightward => Rect { w: area.w * self.share, ..area },
            Growth::Upward => {
                let h = area.h * self.share;
                Rect { y: area.bottom() - h, h, ..area }
            }
            Growth::Stands | Growth::Laid => area,
        }
    }

    /// The part of a line that is visible at this point of its entry, in pixels.
    fn run_out(&self, points: &[Point]) -> Vec<(i32, i32)> {
        let reach = if self.shape.enter.how == Growth::Rightward { self.share } else { 1.0 };
        along(points, reach).into_iter().map(|p| self.place(p)).collect()
    }

    fn fill(&self, area: Rect, ink: Ink) -> Painted<B> {
        let (left, top) = self.place(Point { x: area.x, y: area.y });
        let (right, bottom) = self.place(Point { x: area.right(), y: area.bottom() });
        // Shapes thinner than a pixel are still drawn.
        let corners = [(left, top), (right.max(left + 1), bottom.max(top + 1))];
        self.area.draw(&Rectangle::new(corners, self.colour(ink).filled()))
    }

    /// Four fills rather than a stroke: edges fall on whole pixels at every scale.
    fn outline(&self, a: Rect, ink: Ink, weight: f32) -> Painted<B> {
        let side = |x, y, w, h| self.fill(super::geometry::rect(x, y, w, h), ink);
        side(a.x, a.y, a.w, weight)?;
        side(a.x, a.bottom() - weight, a.w, weight)?;
        side(a.x, a.y + weight, weight, a.h - 2.0 * weight)?;
        side(a.right() - weight, a.y + weight, weight, a.h - 2.0 * weight)
    }

    fn line(&self, points: &[Point], ink: Ink, weight: f32) -> Painted<B> {
        self.area.draw(&PathElement::new(self.run_out(points), self.stroke(ink, weight)))
    }

    fn text(&self, text: &Text) -> Painted<B> {
        let h = match text.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let size = f64::from(text.size * self.options.scale);
        let font = FontDesc::new(FontFamily::Name(text.face.family()), size, FontStyle::Normal);
        let colour = self.colour(text.ink);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(h, VPos::Center));
        self.area.draw(&plotters::element::Text::new(text.text.as_str(), self.place(text.at), style))
    }

    fn place(&self, p: Point) -> (i32, i32) {
        ((p.x * self.options.scale).round() as i32, (p.y * self.options.scale).round() as i32)
    }

    fn length(&self, css: f32) -> u32 {
        ((css * self.options.scale).round() as u32).max(1)
    }

    fn stroke(&self, ink: Ink, weight: f32) -> ShapeStyle {
        self.colour(ink).stroke_width(self.length(weight))
    }

    /// Highlighted shapes are at least this dense, so that they stand out.
    fn see_through(&self, ink: Ink, opacity: f32) -> RGBAColor {
        let opacity = if self.is_lit() == Some(true) { opacity.max(0.6) } else { opacity };
        self.colour(ink).mix(f64::from(opacity))
    }

    fn colour(&self, ink: Ink) -> RGBAColor {
        let lit = self.is_lit();
        let ink = match lit {
            None => ink,
            Some(true) => ink.lit(),
            Some(false) => ink.unlit(),
        };
        let (r, g, b) = self.options.palette.rgb(ink, self.shape.across);
        RGBColor(r, g, b).mix(if lit == Some(false) { DIMMED } else { 1.0 })
    }

    /// Whether the shape's mark is highlighted; `None` if nothing is selected, or for furniture.
    fn is_lit(&self) -> Option<bool> {
        Some((self.options.lit?)(self.shape.mark?))
    }
}

/// The first `share` of a line's length.
fn along(points: &[Point], share: f32) -> Vec<Point> {
    let lengths: Vec<f32> = points.windows(2).map(|w| (w[1].x - w[0].x).hypot(w[1].y - w[0].y)).collect();
    let mut left = lengths.iter().sum::<f32>() * share;
    let mut reached: Vec<Point> = points.first().copied().into_iter().collect();
    for (window, length) in points.windows(2).zip(lengths) {
        let part = if length > 0.0 { (left / length).min(1.0) } else { 1.0 };
        let (a, b) = (window[0], window[1]);
        reached.push(Point { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
        left -= length;
        if left <= 0.0 {
            break;
        }
    }
    reached
}
