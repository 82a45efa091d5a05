use super::bay::Bay;
use super::heading::Heading;
use crate::geometry::{Rect, rect};
use crate::ink::Ink;
use crate::scene::{Growth, Mark};
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap, wrap_at_most};
use model::{Noun, Site};

/// What the text names, a plate with its name for each: a list, not a map.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, sites: &[Site], site: &Noun) -> f32 {
    let label = ["写到的", &kinds(sites)];
    let heading = Heading::new(String::new(), sites.len().to_string(), site.counter.clone(), &label, bay);
    heading.draw(builder);
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    draw_plates(builder, bay, top, sites).max(bay.top + heading.height())
}

/// `学校、医院`, in the order of their first appearance.
fn kinds(sites: &[Site]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for site in sites {
        if !kinds.contains(&site.kind.as_str()) {
            kinds.push(&site.kind);
        }
    }
    kinds.join("、")
}

/// The maximum number of lines of a name.
const LINES: usize = 3;

/// The side of a sign's square, in heights of the names.
const SIGN: f32 = 1.5;

/// Row by row, as many abreast as their names allow. Returns the y coordinate of the bottom edge.
fn draw_plates(builder: &mut SceneBuilder, bay: Bay, top: f32, sites: &[Site]) -> f32 {
    let (frame, size) = (bay.frame, bay.frame.label());
    let (left, w) = bay.picture();
    // At the drawing's edge, half of the stroke would be cut off.
    let (left, w) = (left + 1.0, w - 2.0);
    let (gap, pad) = (w * 0.025, size * 0.5);
    // Names stand in line, whether or not their own place has a sign.
    let sign = if sites.iter().any(|site| site.sign.is_some()) { size * SIGN } else { 0.0 };
    let inset = pad + if sign > 0.0 { sign + pad } else { 0.0 };
    let room = |abreast: usize| frame.least((w - gap * (abreast - 1) as f32) / abreast as f32) - pad - inset;
    let fits = |abreast: &usize| {
        let fits = |line: &String| width(line, size) <= room(*abreast);
        sites
            .iter()
            .map(|site| wrap(&site.label, size, room(*abreast)))
            .all(|name| name.len() <= 2 && name.iter().all(fits))
    };
    let abreast = [4, 3, 2].into_iter().find(|n| room(*n) > size * 6.0 && fits(n)).unwrap_or(1);
    let plate = (w - gap * (abreast - 1) as f32) / abreast as f32;
    let mut y = top;
    for (row, of_row) in sites.chunks(abreast).enumerate() {
        let names = of_row.iter().map(|site| wrap_at_most(&site.label, size, room(abreast), LINES));
        let names: Vec<Vec<String>> = names.collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1);
        let height = bay.line() * lines as f32 + frame.v(14.0);
        for (i, (site, name)) in of_row.iter().zip(&names).enumerate() {
            let area = rect(left + (plate + gap) * i as f32, y, plate, height);
            let begun = 0.8 * (row * abreast + i) as f32 / sites.len() as f32;
            builder.begin_mark(mark(site, area)).enter(Growth::Laid, begun, begun + 0.2);
            builder.fill(area, Ink::Fill).outline(area, Ink::Line, 1.0).stand();
            if let Some(word) = &site.sign {
                let square = rect(area.x + pad, area.center().y - sign / 2.0, sign, sign);
                // Not light on dark, which paper may not show.
                builder.outline(square, Ink::Line, 1.0);
                builder.text(square.center().x, square.center().y, word, Hand::serif(size, Ink::Text).middle());
            }
            builder.lines(area.x + inset, area.center().y, name, bay.leading(), Hand::sans(size, Ink::Text)).end_mark();
        }
        y += height + frame.v(8.0);
    }
    y - frame.v(8.0)
}

fn mark(site: &Site, area: Rect) -> Mark {
    Mark {
        key: site.id.clone(),
        area,
        name: site.label.clone(),
        value: site.kind.clone(),
        note: None,
        quote: Some(site.quote.clone()),
        target: Some(site.measure.clone()),
        tags: Vec::new(),
    }
}
