use super::tally::Numbered;
use crate::model::{Measure, Pillar, Point};

/// A sub-point with its measures.
pub struct Part<'a> {
    pub point: &'a Point,
    pub items: Vec<Item<'a>>,
}

/// A measure with the slogans that it speaks of.
pub struct Item<'a> {
    pub point: &'a Point,
    pub measure: &'a Measure,
    pub slogans: Vec<Numbered<'a>>,
}

/// The parts of a pillar, and the slogans that belong to none of its measures.
pub fn parts(pillar: &Pillar) -> (Vec<Part<'_>>, Vec<Numbered<'_>>) {
    let numbered: Vec<Numbered<'_>> = pillar
        .slogans
        .iter()
        .enumerate()
        .map(|(index, slogan)| {
            let names = |m: &&Measure| m.label.contains(&slogan.label) || m.quote.text.contains(&slogan.label);
            let measure = pillar.measures().find(names).map(|m| m.id.as_str());
            Numbered { index, slogan, measure }
        })
        .collect();
    let part = |point| Part { point, items: items(point, &numbered) };
    let parts = pillar.points.iter().map(part).collect();
    let loose = numbered.iter().filter(|n| n.measure.is_none()).copied().collect();
    (parts, loose)
}

fn items<'a>(point: &'a Point, numbered: &[Numbered<'a>]) -> Vec<Item<'a>> {
    let item = |measure: &'a Measure| {
        let own = numbered.iter().filter(|n| n.measure == Some(measure.id.as_str()));
        Item { point, measure, slogans: own.copied().collect() }
    };
    point.measures.iter().map(item).collect()
}

/// How many pieces will be laid: one for each measure and each slogan.
pub fn pieces(pillar: &Pillar) -> usize {
    pillar.measures().count() + pillar.slogans.len()
}
