use std::collections::BTreeMap;

use super::tally::Numbered;
use model::{Measure, Pillar, Point};

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
pub fn parts<'a>(pillar: &'a Pillar) -> (Vec<Part<'a>>, Vec<Numbered<'a>>) {
    let numbered: Vec<Numbered<'_>> = pillar
        .slogans
        .iter()
        .enumerate()
        .map(|(index, slogan)| Numbered { index, slogan, measure: slogan.measure.as_deref() })
        .collect();
    let mut own: BTreeMap<&str, Vec<Numbered<'_>>> = BTreeMap::new();
    for n in &numbered {
        own.entry(n.measure.unwrap_or_default()).or_default().push(*n);
    }
    let mut item = |point, measure: &'a Measure| Item {
        point,
        measure,
        slogans: own.remove(measure.id.as_str()).unwrap_or_default(),
    };
    let part = |point: &'a Point| Part { point, items: point.measures.iter().map(|m| item(point, m)).collect() };
    let parts = pillar.points.iter().map(part).collect();
    let loose = numbered.iter().filter(|n| n.measure.is_none()).copied().collect();
    (parts, loose)
}

/// How many pieces will be laid: one for each measure and each slogan.
pub fn pieces(pillar: &Pillar) -> usize {
    pillar.measures().count() + pillar.slogans.len()
}
