use super::colours::Colours;
use super::paper::{FRAME, STRIP, frame, ground};
use super::sheet::{Area, Hand, Sheet, fitted, heading};
use crate::head::PICTURE;
use figure::{Face, Figure, Frame, Kind, Scene};
use model::{Edition, SectionId, Size};
use sijian::view::{formal_ordinal, ordinal};

const MARGIN: f32 = 58.0;
const COLUMN: f32 = 392.0;
const GAP: f32 = 46.0;

/// A card or an overview drawing: its words in a column, and beside them the drawing.
pub fn compose(edition: &Edition, kind: Kind, colours: &Colours) -> Sheet {
    let mut sheet = Sheet::default();
    let tokens = colours.on(kind.paper());
    let (w, h) = (PICTURE.0 as f32, PICTURE.1 as f32);
    let whole = Area { x: 0.0, y: 0.0, w, h };
    ground(&mut sheet, kind.paper(), tokens, whole);

    let figure = Figure::new(edition, kind);
    let number = figure.number();
    let caption = figure.caption();
    let from = format!("来源：{}", sources(figure).join("、"));
    let scale = caption.map(|c| c.scale.as_str()).filter(|scale| !scale.is_empty());
    let cells: Vec<&str> = std::iter::once(number.as_str()).chain(scale).collect();
    frame(&mut sheet, tokens, whole, &cells, &from);

    let foot = h - FRAME - STRIP;
    words(&mut sheet, figure, colours, foot - 24.0);
    let x = MARGIN + COLUMN + GAP;
    let place = Area { x, y: FRAME + 26.0, w: w - x - MARGIN, h: foot - FRAME - 48.0 };
    sheet.drawing(&largest(figure, place), &colours.palette(kind.paper()), place);
    sheet
}

fn words(sheet: &mut Sheet, figure: Figure<'_>, colours: &Colours, foot: f32) {
    let tokens = colours.on(figure.kind.paper());
    let (accent, soft, ink) = (tokens.hex("--accent"), tokens.hex("--soft"), tokens.hex("--ink"));
    let sans = |size, colour| Hand { face: Face::Sans, size, colour };
    let serif = |size, colour| Hand { face: Face::Serif, size, colour };

    let head = &figure.edition.masthead;
    sheet.fill(Area { x: MARGIN, y: FRAME + 24.0, w: COLUMN, h: 4.0 }, &ink);
    let end = sheet.text(MARGIN, FRAME + 62.0, &head.short_place, sans(20.0, &accent));
    // A long headline must not run into the drawing.
    let (start, title) = (end + 12.0, head.title());
    let size = ((MARGIN + COLUMN - start) / sans(1.0, &soft).width(&title)).min(20.0);
    sheet.text(start, FRAME + 62.0, &title, sans(size, &soft));
    let mut y = FRAME + 104.0;

    let Words { card, title, text } = Words::of(figure);
    if let Some((ordinal, above)) = card {
        sheet.text_to(MARGIN + COLUMN, y + 18.0, &ordinal, serif(62.0, &accent));
        let beside = COLUMN - 76.0;
        let size = (beside / sans(1.0, &soft).width(&above)).min(24.0);
        sheet.text(MARGIN, y + 18.0, &above, sans(size, &soft));
        y += 58.0;
    }
    let (hand, lines) = heading(&title, serif(0.0, &ink), COLUMN, 170.0);
    y = sheet.paragraph(MARGIN, y, &lines, hand) + 18.0;

    // The note goes at the foot.
    let note = figure.caption().map_or("", |caption| caption.note.as_str());
    let note = fitted(note, sans(0.0, &soft), &[17.0, 16.0, 15.0], COLUMN, 96.0);
    let above_note = foot - note.0.leading() * note.1.len() as f32;
    sheet.paragraph(MARGIN, above_note, &note.1, note.0);
    let sizes = [25.0, 23.0, 21.0, 19.0, 17.0, 15.0];
    let (hand, lines) = fitted(&text, sans(0.0, &ink), &sizes, COLUMN, above_note - 14.0 - y);
    sheet.paragraph(MARGIN, y, &lines, hand);
}

/// The text beside the drawing.
struct Words {
    /// A card's ordinal, and the line above its title.
    card: Option<(String, String)>,
    title: String,
    text: String,
}

impl Words {
    fn of(figure: Figure<'_>) -> Self {
        let edition = figure.edition;
        let section = |id| edition.section(id).map_or_else(String::new, |section| section.title.clone());
        match figure.kind {
            Kind::Echo(i) => {
                let matter = &edition.matters[i];
                let (before, behind) = matter.around_term();
                let card = Some((formal_ordinal(i), format!("{before}{}{behind}", matter.term)));
                Self { card, title: matter.aim.clone(), text: figure.sentence() }
            }
            Kind::Sheet(i) => {
                let pillar = &edition.pillars[i];
                let card = Some((ordinal(i), section(SectionId::Pillars)));
                Self { card, title: pillar.heading.clone(), text: pillar.gist.clone() }
            }
            Kind::Priority(i) => {
                let priority = &edition.priorities[i];
                let card = Some((ordinal(i), section(SectionId::Priorities)));
                Self { card, title: priority.title.clone(), text: priority.gist.clone() }
            }
            _ => {
                let title = figure.caption().map_or_else(String::new, |caption| caption.title.clone());
                Self { card: None, title, text: figure.sentence() }
            }
        }
    }
}

/// The documents that the drawing's marks quote, by the page's names for them.
fn sources(figure: Figure<'_>) -> Vec<&str> {
    let scene = figure.plan(Frame::new(0.0, Size::Standard));
    let quoted = |id: &str| scene.marks.iter().filter_map(|m| m.quote.as_ref()).any(|quote| quote.document == id);
    let documents = figure.edition.documents.iter();
    let found: Vec<&str> = documents.clone().filter(|d| quoted(&d.id)).map(|d| d.label.as_str()).collect();
    if found.is_empty() { documents.map(|d| d.label.as_str()).collect() } else { found }
}

/// The layout whose text comes out largest in the given area.
pub fn largest(figure: Figure<'_>, place: Area) -> Scene {
    const LARGE: f32 = 28.0;
    let widths = (14..=54).map(|step| step as f32 * 20.0);
    let frames = widths.flat_map(|w| [Size::Standard, Size::Large].map(|size| Frame::new(w, size)));
    let tried = frames.map(|frame| {
        let scene = figure.plan(frame);
        let scale = (place.w / scene.width).min(place.h / scene.height);
        let lettering = frame.label() * scale;
        // Where it is large enough, what counts is how much of the place the drawing takes.
        let share = scene.width * scene.height * scale * scale / (place.w * place.h);
        (lettering.min(LARGE) + share, scene)
    });
    let best = tried.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, scene)| scene);
    best.unwrap_or_default()
}
