//! Each pillar's own sheet: how its argument is built. The pillar's story chooses the drawing; every
//! drawing shows the sub-points, a block for each measure, and the slogans that are numbers as what
//! they count.

mod board;
mod cell;
mod cycle;
mod ladder;
mod levers;
mod lines;
mod loop_;
mod names;
mod part;
mod ring;
mod tally;

use std::collections::BTreeMap;
use std::iter::once;

use board::Board;
use part::{Part, parts, pieces};
use tally::{Numbered, Piece, Tally, key, words};

use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::frame::{Frame, Twin};
use super::geometry::at;
use super::ink::Ink;
use super::order::ranked;
use super::paper::Paper;
use super::scene::{Mark, Scene};
use model::{Edition, Id, Noun, Pillar, Story, quoted};

pub const ABOUT: About = About {
    group: ChartGroup::Pillars,
    paper: Paper::Blueprint,
    columns: |_| ["内容".into(), "归在".into()],
    twins: &[Twin::CARD],
    tells_itself: false,
    lit_by: LitBy::All,
};

pub fn plan(_: &Edition, pillar: &Pillar, frame: Frame) -> Scene {
    let (parts, loose) = parts(pillar);
    let board = Board::new(frame, pieces(pillar));
    if pillar.measures().next().is_none() {
        return blank(board, &loose);
    }
    let scene = match pillar.story {
        Story::Ladder => ladder::draw(board, &parts, &loose),
        Story::Loop => loop_::draw(board, &parts, &loose),
        Story::Lines => lines::draw(board, &parts, &loose),
        Story::Levers => levers::draw(board, &parts, &loose),
        Story::Cycle => cycle::draw(board, &parts, &loose),
    };
    in_reading_order(scene, &parts, &loose)
}

/// Sorts the marks into the text's order, whatever the order of drawing: a measure, then its
/// slogans.
fn in_reading_order(mut scene: Scene, parts: &[Part<'_>], loose: &[Numbered<'_>]) -> Scene {
    let items = parts.iter().flat_map(|part| &part.items);
    let keys = items.flat_map(|item| once(item.measure.id.clone()).chain(item.slogans.iter().map(|n| key(*n))));
    let keys = keys.chain(loose.iter().map(|n| key(*n)));
    let rank: BTreeMap<Id, usize> = keys.enumerate().map(|(rank, key)| (key, rank)).collect();
    let rank_of = |mark: &Mark| rank.get(&mark.key).copied();
    for shape in &mut scene.shapes {
        shape.mark = shape.mark.and_then(|i| rank_of(&scene.marks[i]));
    }
    scene.marks = ranked(scene.marks, |mark| rank_of(mark).map_or(i64::MAX, |rank| rank as i64));
    scene
}

/// A sheet without measures: a ground line, and the slogans.
fn blank(mut board: Board, loose: &[Numbered<'_>]) -> Scene {
    let em = board.em();
    let wide = board.width();
    let mut y = em * 0.2;
    board.level(0.0, y, wide, Ink::Rule, 1.5);
    board.earth(0.0, y, wide, Ink::Faint);
    for &numbered in loose {
        let tally = Tally::new(&board, numbered, Piece::Stone, wide);
        y += em;
        tally.draw(&mut board, at(0.0, y), Piece::Stone, Ink::Line);
        y += tally.size.y;
    }
    board.finish(y + em)
}

/// How the argument is built, and what the slogans count.
pub fn sentence(edition: &Edition, pillar: &Pillar) -> String {
    let count = pillar.measures().count();
    let built = if count == 0 { String::new() } else { built(pillar, count, &edition.masthead.words.measure) };
    let counted: Vec<String> = (pillar.slogans.iter().filter(|slogan| !words(slogan).is_empty()))
        .map(|slogan| quoted(&slogan.label))
        .collect();
    let counted = (!counted.is_empty()).then(|| format!("带数字的说法有{}", counted.concat()));
    let said: Vec<String> = Some(built).filter(|built| !built.is_empty()).into_iter().chain(counted).collect();
    format!("“{}”{}。", pillar.title, said.join("；"))
}

fn built(pillar: &Pillar, count: usize, measure: &Noun) -> String {
    let points = pillar.points.iter().filter(|point| !point.measures.is_empty());
    let each: Vec<String> = points.map(|p| format!("“{}”{}", p.label, measure.number(p.measures.len()))).collect();
    format!("写了{}：{}", measure.counted(count), each.join("、"))
}
