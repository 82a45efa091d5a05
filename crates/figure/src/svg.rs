use std::fmt::Write;

use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

use super::curve::{Step, through};
use super::ink::Palette;
use super::paint::{PaintOptions, paint};
use super::scene::Scene;
use super::text_layout::Face;

/// A scene as an SVG whose colours are the page's tokens, so that it follows theme and paper without
/// a script. Small to transfer: neighbouring fills of one colour become one path.
pub fn themed(scene: &Scene, class: &str) -> String {
    themed_as(scene, class, PaintOptions::plain(&Palette::roles(), UNITS))
}

/// Like [`themed`], in the state that `options` gives, except for its palette and scale.
pub fn themed_as(scene: &Scene, class: &str, options: PaintOptions<'_>) -> String {
    draw(scene, class, &PaintOptions { palette: &Palette::roles(), scale: UNITS, ..options }, Colours::Tokens)
}

/// Like [`themed`], but each mark links to its place on the page, even without scripts. For
/// pointers and touch only: keyboards use the page's own links.
pub fn linked(scene: &Scene, class: &str) -> String {
    let links = scene.marks.iter().filter_map(|mark| {
        let whole = |css: f32| (css * UNITS).round() as i32;
        let (x, y, w, h) = (whole(mark.area.x), whole(mark.area.y), whole(mark.area.w), whole(mark.area.h));
        let target = escape(mark.target.as_ref()?).replace('"', "&quot;");
        Some(format!("<a href=\"#{target}\" tabindex=\"-1\"><path d=\"M{x} {y}h{w}v{h}h{}z\"/></a>", -w))
    });
    let links: String = links.collect();
    themed(scene, class).replace("</svg>", &(links + "</svg>"))
}

/// A standalone SVG of a scene, in the state that `options` gives, except for its scale.
pub fn literal(scene: &Scene, options: PaintOptions<'_>) -> String {
    draw(scene, "", &PaintOptions { scale: UNITS, ..options }, Colours::Literal)
}

/// SVG units per CSS pixel: whole numbers are short, halves are fine enough.
const UNITS: f32 = 2.0;

fn draw(scene: &Scene, class: &str, options: &PaintOptions<'_>, colours: Colours) -> String {
    let size = ((scene.width * UNITS).round() as u32, (scene.height * UNITS).round() as u32);
    let mut body = String::new();
    let area = SvgBackend { size, colours, body: &mut body, run: None, across: false }.into_drawing_area();
    // Writing into a string cannot fail, and the backend has no other error.
    let painted = paint(scene, &area, options);
    debug_assert!(painted.is_ok());
    drop(area);
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    if !class.is_empty() {
        svg += &format!(" class=\"{class}\" aria-hidden=\"true\" focusable=\"false\"");
    }
    svg + &format!(" viewBox=\"0 0 {} {}\">{body}</svg>", size.0, size.1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Colours {
    /// Colours that encode an ink, as in [`Palette::roles`]; they become classes `f0`… and `s0`… of
    /// the style sheet.
    Tokens,
    Literal,
}

struct SvgBackend<'a> {
    size: (u32, u32),
    colours: Colours,
    body: &'a mut String,
    /// The path that is still open: its paint, and where its last part began.
    run: Option<(String, BackendCoord)>,
    /// Whether what is drawn lies on the other paper.
    across: bool,
}

/// Never occurs: everything is written into memory.
#[derive(Debug)]
pub struct Never;

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Never {}

type Drawn = Result<(), DrawingErrorKind<Never>>;

impl SvgBackend<'_> {
    /// Opens or closes the group for the paper that a colour belongs to. Inside it, the tokens have
    /// that paper's values.
    fn go_to_paper_of(&mut self, color: BackendColor) {
        let across = self.colours == Colours::Tokens && color.rgb.1 > 0;
        if across != self.across {
            self.close_run();
            self.body.push_str(if across { "<g class=\"paper-blueprint\">" } else { "</g>" });
            self.across = across;
        }
    }

    fn paint(&mut self, kind: &str, color: BackendColor) -> String {
        self.go_to_paper_of(color);
        let mut paint = match self.colours {
            Colours::Tokens => format!(" class=\"{}{}\"", &kind[..1], color.rgb.0),
            Colours::Literal => {
                let (r, g, b) = color.rgb;
                format!(" {kind}=\"#{r:02x}{g:02x}{b:02x}\"")
            }
        };
        if self.colours == Colours::Literal && kind == "stroke" {
            paint += " fill=\"none\"";
        }
        if color.alpha < 1.0 {
            paint += &format!(" opacity=\".{:02}\"", (color.alpha * 100.0) as u8);
        }
        paint
    }

    fn close_run(&mut self) {
        if self.run.take().is_some() {
            self.body.push_str("\"/>");
        }
    }

    /// Adds a closed part, given by its start and its relative path from there, to the open path if
    /// that has the same paint. Relative paths repeat, so they compress well.
    fn fill_run(&mut self, color: BackendColor, start: BackendCoord, way: &str) {
        let paint = self.paint("fill", color);
        match self.run.take() {
            // Transparent shapes stay apart: in one path their overlaps would not add up.
            Some((open, last)) if open == paint && color.alpha >= 1.0 => {
                self.body.push_str(&format!("m{} {}", start.0 - last.0, start.1 - last.1));
            }
            open => {
                if open.is_some() {
                    self.body.push_str("\"/>");
                }
                self.body.push_str(&format!("<path{paint} d=\"M{} {}", start.0, start.1));
            }
        }
        self.body.push_str(way);
        self.run = Some((paint, start));
    }

    fn stroke<S: BackendStyle>(&mut self, style: &S, start: BackendCoord, way: &str) -> Drawn {
        let paint = self.paint("stroke", style.color());
        let (weight, (x, y)) = (style.stroke_width(), start);
        self.element(&format!("<path{paint} stroke-width=\"{weight}\" d=\"M{x} {y}{way}\"/>"))
    }

    fn element(&mut self, element: &str) -> Drawn {
        self.close_run();
        self.body.push_str(element);
        Ok(())
    }
}

/// How far a curve may run beside its points, SVG units.
const TOLERANCE: f32 = 0.4 * UNITS;

/// The first point, and the relative path through the others.
fn path_of(points: impl IntoIterator<Item = BackendCoord>) -> (BackendCoord, String) {
    let points: Vec<BackendCoord> = points.into_iter().collect();
    let start = points.first().copied().unwrap_or_default();
    // Few points are a polygon, many are a curve.
    let steps = match points.len() {
        0 => Vec::new(),
        1..=16 => points[1..].iter().map(|point| Step::Line(*point)).collect(),
        _ => through(&points, TOLERANCE),
    };
    let (mut way, mut from, mut last) = (String::new(), start, ' ');
    for step in &steps {
        let (command, to) = match step {
            Step::Line(point) => ('l', std::slice::from_ref(point)),
            Step::Cubic(points) => ('c', points.as_slice()),
        };
        for (x, y) in to {
            // A repeated command letter can be omitted.
            let sign = if last == command { ' ' } else { command };
            let written = write!(way, "{sign}{} {}", x - from.0, y - from.1);
            debug_assert!(written.is_ok());
            last = command;
        }
        from = to.last().copied().unwrap_or(from);
    }
    (start, way)
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close_run();
        if std::mem::take(&mut self.across) {
            self.body.push_str("</g>");
        }
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.fill_run(color, (x, y), "h1v1h-1z");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (w, h) = (b.0 - a.0, b.1 - a.1);
        let way = format!("h{w}v{h}h{}z", -w);
        if fill {
            self.fill_run(style.color(), a, &way);
            return Ok(());
        }
        self.stroke(style, a, &way)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (start, way) = path_of(path);
        self.stroke(style, start, &way)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let (start, way) = path_of(path);
        self.fill_run(style.color(), start, &(way + "z"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if fill {
            let (r, d) = (radius, radius * 2);
            let way = format!("a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0z");
            self.fill_run(style.color(), (x - r as i32, y), &way);
            return Ok(());
        }
        let (paint, weight) = (self.paint("stroke", style.color()), style.stroke_width());
        self.element(&format!("<circle{paint} stroke-width=\"{weight}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        /// From the middle of a line to its baseline, in ems: as a canvas's `middle` in the usual fonts.
        const MIDDLE: f64 = 0.36;
        let size = style.size();
        let baseline = (f64::from(y) + size * MIDDLE).round() as i32;
        let size = size.round() as u32;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let serif = style.family().as_str() == Face::Serif.family();
        let mut paint = self.paint("fill", style.color());
        if serif && self.colours == Colours::Tokens {
            paint = paint.replacen("class=\"", "class=\"serif ", 1);
        }
        let family = match (self.colours, serif) {
            (Colours::Tokens, _) => "",
            (Colours::Literal, false) => &format!(" font-family=\"{}\"", Face::Sans.family()),
            (Colours::Literal, true) => &format!(" font-family=\"{}\" font-weight=\"900\"", Face::Serif.family()),
        };
        let text = escape(text);
        self.element(&format!(
            "<text{paint}{family}{anchor} font-size=\"{size}\" x=\"{x}\" y=\"{baseline}\">{text}</text>"
        ))
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
