use super::colours::Colours;
use super::drawing::largest;
use super::paper::{FRAME, STRIP, frame, ground};
use super::sheet::{Area, Hand, Sheet, fitted};
use crate::head::PICTURE;
use figure::{Face, Figure, Kind, Paper};
use model::Edition;

const MARGIN: f32 = 58.0;

/// The whole page: the year on its paper, and beside it the plans on theirs.
pub fn compose(edition: &Edition, colours: &Colours) -> Sheet {
    let mut sheet = Sheet::default();
    let (w, h) = (PICTURE.0 as f32, PICTURE.1 as f32);
    let left = Area { x: 0.0, y: 0.0, w: w / 2.0, h };
    let right = Area { x: w / 2.0, ..left };
    ground(&mut sheet, Paper::Results, colours.on(Paper::Results), left);
    ground(&mut sheet, Paper::Blueprint, colours.on(Paper::Blueprint), right);
    year(&mut sheet, edition, colours, left);
    plans(&mut sheet, edition, colours, right);
    sheet
}

fn year(sheet: &mut Sheet, edition: &Edition, colours: &Colours, area: Area) {
    let tokens = colours.on(Paper::Results);
    let (accent, soft, ink) = (tokens.hex("--accent"), tokens.hex("--soft"), tokens.hex("--ink"));
    let head = &edition.masthead;
    let labels: Vec<&str> = edition.documents.iter().map(|d| d.label.as_str()).collect();
    frame(sheet, tokens, area, &[], &format!("来源：{}", labels.join("、")));

    let sans = |size, colour| Hand { face: Face::Sans, size, colour };
    let room = area.w - 2.0 * MARGIN;
    sheet.fill(Area { x: MARGIN, y: FRAME + 24.0, w: room, h: 4.0 }, &ink);
    let mut y = FRAME + 62.0;
    let end = sheet.text(MARGIN, y, &head.place, sans(21.0, &accent));
    let years = format!("{}成绩单 · {}施工图", head.results_year, head.plan_year);
    sheet.text(end + 14.0, y, &years, sans(21.0, &soft));
    y += 30.0;

    // All lines in the size that the longest allows.
    let serif = Hand { face: Face::Serif, size: 0.0, colour: &ink };
    let sizes = [96.0, 84.0, 72.0, 60.0, 48.0, 36.0];
    let height = 250.0 / head.headline.len().max(1) as f32;
    let set = head.headline.iter().map(|line| fitted(line, serif, &sizes, room, height));
    let size = set.map(|(hand, _)| hand.size).fold(sizes[0], f32::min);
    for line in &head.headline {
        let (hand, lines) = fitted(line, serif, &[size], room, height);
        let below = sheet.paragraph(MARGIN, y, &lines, hand);
        if let Some((before, _)) = lines.first().and_then(|line| line.split_once(&head.emphasis)) {
            let middle = y + (below - y) / lines.len() as f32 / 2.0;
            let hand = Hand { colour: &accent, ..hand };
            sheet.text(MARGIN + hand.width(before), middle, &head.emphasis, hand);
        }
        y = below;
    }

    let foot = area.h - FRAME - STRIP;
    let seal = 118.0;
    let standfirst = fitted(&head.standfirst, sans(0.0, &ink), &[24.0, 22.0, 20.0, 18.0], room - seal, foot - y - 40.0);
    sheet.paragraph(MARGIN, y + 22.0, &standfirst.1, standfirst.0);
    stamp(sheet, &head.seal, &accent, area.w - MARGIN - 46.0, y + 22.0 + 46.0);
}

/// The seal, a little askew.
fn stamp(sheet: &mut Sheet, lines: &[String], colour: &str, x: f32, y: f32) {
    let hand = Hand { face: Face::Serif, size: 29.0, colour };
    let wide = lines.iter().map(|line| hand.width(line)).fold(0.0, f32::max) + 22.0;
    let high = lines.len() as f32 * 35.0 + 16.0;
    sheet.put(&format!("<g transform=\"rotate(-5 {x} {y})\" fill=\"none\" stroke=\"{colour}\">"));
    for (inset, weight) in [(0.0, 2.5), (5.0, 1.2)] {
        let (left, top) = (x - wide / 2.0 + inset, y - high / 2.0 + inset);
        let (w, h) = (wide - 2.0 * inset, high - 2.0 * inset);
        sheet.put(&format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{w}\" height=\"{h}\" rx=\"3\" stroke-width=\"{weight}\"/>"
        ));
    }
    sheet.put("<g stroke=\"none\">");
    for (i, line) in lines.iter().enumerate() {
        let middle = y - high / 2.0 + 8.0 + 35.0 * (i as f32 + 0.5);
        sheet.line(x, middle, line, hand, "middle");
    }
    sheet.put("</g></g>");
}

fn plans(sheet: &mut Sheet, edition: &Edition, colours: &Colours, area: Area) {
    let tokens = colours.on(Paper::Blueprint);
    let figure = Figure::new(edition, Kind::Elevation);
    let caption = figure.caption();
    let number = figure.number();
    frame(sheet, tokens, area, &[&number, caption.map_or("", |c| c.scale.as_str())], "");
    let foot = area.h - FRAME - STRIP;
    let x = area.x + FRAME + 24.0;
    let place = Area { x, y: FRAME + 24.0, w: area.w - 2.0 * (FRAME + 24.0), h: foot - FRAME - 44.0 };
    sheet.drawing(&largest(figure, place), &colours.palette(Paper::Blueprint), place);
}
