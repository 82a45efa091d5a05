use std::fmt::Write;

use super::colours::Light;
use super::sheet::{Area, Hand, Sheet};
use figure::{Face, Paper};

/// The distance of a drawing sheet's frame from the edge.
pub const FRAME: f32 = 28.0;
/// The height of the title block at its foot.
pub const STRIP: f32 = 48.0;
const LABEL: f32 = 19.0;

/// The paper itself: manuscript rules, or a drafting grid.
pub fn ground(sheet: &mut Sheet, paper: Paper, tokens: &Light, area: Area) {
    sheet.fill(area, &tokens.hex("--paper"));
    let guide = tokens.hex("--guide");
    match paper {
        Paper::Results => ruled(sheet, area, 68.0, 34.0, false, &guide, 1.5),
        Paper::Blueprint => {
            sheet.put("<g opacity=\".5\">");
            for level in [false, true] {
                ruled(sheet, area, 16.0, 0.0, level, &guide, 1.0);
            }
            sheet.put("</g>");
            for level in [false, true] {
                ruled(sheet, area, 80.0, 0.0, level, &guide, 1.5);
            }
        }
    }
}

fn ruled(sheet: &mut Sheet, a: Area, step: f32, first: f32, level: bool, colour: &str, weight: f32) {
    let long = if level { a.h } else { a.w };
    let mut path = String::new();
    let mut at = first;
    while at < long {
        let _ = match level {
            true => write!(path, "M{} {}h{}", a.x, a.y + at, a.w),
            false => write!(path, "M{} {}v{}", a.x + at, a.y, a.h),
        };
        at += step;
    }
    sheet.put(&format!("<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{weight}\"/>"));
}

/// The frame of a drawing sheet and its title block: `cells` from left to right, and the source at
/// the end.
pub fn frame(sheet: &mut Sheet, tokens: &Light, area: Area, cells: &[&str], end: &str) {
    let (edge, soft, ink) = (tokens.hex("--edge"), tokens.hex("--soft"), tokens.hex("--ink"));
    let inner = Area { x: area.x + FRAME, y: area.y + FRAME, w: area.w - 2.0 * FRAME, h: area.h - 2.0 * FRAME };
    let top = inner.y + inner.h - STRIP;
    let _ = border(sheet, inner, &edge);
    sheet.put(&format!("<path d=\"M{} {top}h{}\" stroke=\"{edge}\" stroke-width=\"1.5\"/>", inner.x, inner.w));
    let middle = top + STRIP / 2.0;
    let hand = |colour| Hand { face: Face::Sans, size: LABEL, colour };
    let mut x = inner.x;
    for (i, cell) in cells.iter().enumerate() {
        let colour = if i == 0 { &ink } else { &soft };
        x = sheet.text(x + 18.0, middle, cell, hand(colour)) + 18.0;
        sheet.put(&format!("<path d=\"M{x} {top}v{STRIP}\" stroke=\"{edge}\" stroke-width=\"1.5\"/>"));
    }
    sheet.text_to(inner.x + inner.w - 18.0, middle, end, hand(&soft));
}

fn border(sheet: &mut Sheet, a: Area, colour: &str) -> std::fmt::Result {
    let mut rect = String::new();
    write!(
        rect,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>",
        a.x, a.y, a.w, a.h
    )?;
    sheet.put(&rect);
    Ok(())
}
