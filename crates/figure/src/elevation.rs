use super::about::{About, LitBy};
use super::chart_group::ChartGroup;
use super::echo::the_most;
use super::frame::{Frame, Twin};
use super::geometry::{Rect, at, rect};
use super::ink::Ink;
use super::paper::Paper;
use super::period::Period;
use super::scene::{Growth, Mark, Scene};
use super::scene_builder::{Hand, SceneBuilder};
use super::text_layout::{width, wrap_at_most};
use model::{Edition, Measure, Pillar, numeral};

/// What there is to know of this drawing.
pub const ABOUT: About = About {
    group: ChartGroup::Overviews,
    paper: Paper::Blueprint,
    columns: ["举措", "属于"],
    twins: &[Twin::NARROW, Twin::WIDE],
    periods: &[],
    lit_by: LitBy::All,
};

/// The pillars as the elevation of a building: columns on one foundation under one beam, a block for
/// each measure. Where it is narrow the columns lie down as rows, so that a thumb can hit each block.
pub fn plan(edition: &Edition, frame: Frame, _: Period) -> Scene {
    if frame.is_wide() { columns(edition, frame) } else { rows(edition, frame) }
}

/// Which pillar has most measures, and how many there are in all.
pub fn sentence(edition: &Edition) -> String {
    let counts: Vec<String> =
        edition.pillars.iter().map(|p| format!("{}{}项", p.title, p.measures().count())).collect();
    let total: usize = edition.pillars.iter().map(|p| p.measures().count()).sum();
    let most = edition.pillars.iter().rev().max_by_key(|p| p.measures().count());
    let most = most.map_or(String::new(), |p| format!("写得最多的是{}", p.title));
    let pillars = numeral(edition.pillars.len());
    format!("{pillars}个方面共写了{total}项举措，朝着“{}”：{}；{most}。", edition.beam, counts.join("，"))
}

fn mark(pillar: &Pillar, measure: &Measure, area: Rect) -> Mark {
    Mark {
        key: measure.id.clone(),
        area,
        name: measure.label.clone(),
        value: pillar.title.clone(),
        note: None,
        quote: Some(measure.quote.clone()),
        target: Some(measure.id.clone()),
        tags: measure.tags(),
    }
}

/// A dressed stone with a character of each of its topics: side by side, or below each other where
/// the stone is narrow. More than two would not be read.
fn block(builder: &mut SceneBuilder, (edition, frame): (&Edition, Frame), measure: &Measure, area: Rect) {
    builder.fill(area, Ink::Fill).outline(area, Ink::Line, 1.5);
    let topics = measure.topics.iter().filter_map(|id| edition.topic(id));
    let letters: Vec<char> = topics.filter_map(|topic| topic.label.chars().next()).take(2).collect();
    let (middle, step) = (area.center(), frame.label() * 1.3);
    for (i, letter) in letters.iter().enumerate() {
        let away = (i as f32 - (letters.len() - 1) as f32 / 2.0) * step;
        let (x, y) = if frame.is_wide() { (middle.x + away, middle.y) } else { (middle.x, middle.y + away) };
        builder.text(x, y, *letter, Hand::sans(frame.label(), Ink::Soft).middle());
    }
}

/// When the blocks of a course are laid: course by course, from the foundation up.
fn laid(course: usize, courses: usize) -> f32 {
    0.9 * course as f32 / courses.max(1) as f32
}

/// How many measures the pillars have, and the most of them.
fn counts(edition: &Edition) -> (Vec<usize>, usize) {
    let counts: Vec<usize> = edition.pillars.iter().map(|p| p.measures().count()).collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    (counts, most)
}

/// The count of the one that has most is the one to see.
fn count_ink(counts: &[usize], pillar: usize) -> Ink {
    if the_most(counts) == Some(pillar) { Ink::Accent } else { Ink::Soft }
}

/// More would be too narrow for a thumb.
const BLOCKS_A_ROW: usize = 8;

fn rows(edition: &Edition, frame: Frame) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let (counts, most) = counts(edition);
    let per_row = most.min(BLOCKS_A_ROW);
    let pitch = frame.width / per_row as f32;
    let (head, course, gap) = (frame.v(34.0), frame.v(54.0), frame.v(14.0));

    let beam = rect(0.0, 0.0, frame.width, frame.v(44.0));
    builder.outline(beam, Ink::Line, 1.5);
    builder.level(0.0, beam.bottom() + frame.v(6.0), frame.width, Ink::Line, 1.5);
    let inscription = wrap_at_most(&edition.beam, frame.name(), frame.least(frame.width) - 24.0, 1);
    builder.lines(
        frame.width / 2.0,
        beam.center().y,
        &inscription,
        0.0,
        Hand::serif(frame.name(), Ink::Accent).middle(),
    );

    let mut y = beam.bottom() + frame.v(20.0);
    for (place, pillar) in edition.pillars.iter().enumerate() {
        let count = format!("{}项", counts[place]);
        let room = frame.least(frame.width - width(&count, frame.label()) - 12.0);
        let title = wrap_at_most(&pillar.title, frame.name(), room, 1);
        let middle = y + head / 2.0;
        builder.stand().lines(0.0, middle, &title, 0.0, Hand::serif(frame.name(), Ink::Text));
        builder.text(frame.width, middle, count, Hand::sans(frame.label(), count_ink(&counts, place)).end());
        y += head;
        let courses = counts[place].div_ceil(per_row).max(1);
        for (i, measure) in pillar.measures().enumerate() {
            let cell = rect(pitch * (i % per_row) as f32, y + course * (i / per_row) as f32, pitch, course);
            let at = laid(i, most);
            builder.begin_mark(mark(pillar, measure, cell)).enter(Growth::Laid, at, at + 0.1);
            block(&mut builder, (edition, frame), measure, cell.inset(2.0));
            builder.end_mark();
        }
        builder.stand();
        for open in counts[place]..per_row * courses {
            let slot = rect(pitch * (open % per_row) as f32, y + course * (open / per_row) as f32, pitch, course);
            builder.outline(slot.inset(2.0), Ink::Faint, 1.0);
        }
        y += course * courses as f32 + gap;
    }
    builder.finish(y - gap + frame.v(4.0))
}

fn columns(edition: &Edition, frame: Frame) -> Scene {
    let mut builder = SceneBuilder::new(frame);
    let (counts, most) = counts(edition);
    let margin = frame.width * 0.03;
    let pitch = (frame.width - 2.0 * margin) / counts.len().max(1) as f32;
    let column = pitch * 0.56;
    let course = frame.v(31.0);

    let eaves = frame.v(96.0);
    draw_roof(&mut builder, edition, frame, margin, eaves);
    let top = eaves + frame.v(24.0);
    let floor = top + course * most as f32;
    let title = |pillar: &Pillar| wrap_at_most(&pillar.title, frame.name(), frame.least(pitch) - 8.0, 2);
    let titles: Vec<Vec<String>> = edition.pillars.iter().map(title).collect();
    let leading = frame.name() * 1.15;
    // What lines need at every width.
    let room = |lines: usize, leading: f32| leading * lines as f32 / frame.least(1.0);
    let named = floor + frame.v(30.0);
    let counted = named + room(titles.iter().map(Vec::len).max().unwrap_or(0), leading);
    let foot = counted + room(1, frame.label() * 1.4);
    for (i, pillar) in edition.pillars.iter().enumerate() {
        let middle = margin + pitch * (i as f32 + 0.5);
        let left = middle - column / 2.0;
        builder.stand();
        let measures: Vec<&Measure> = pillar.measures().collect();
        // What is still open up to the tallest column, as a guide for the eye.
        for open in measures.len()..most {
            let slot = rect(left, floor - course * (open + 1) as f32, column, course).inset(1.5);
            builder.outline(slot, Ink::Faint, 1.0);
        }
        for (j, measure) in measures.iter().enumerate() {
            let cell = rect(left, floor - course * (j + 1) as f32, column, course);
            let at = laid(j, most);
            builder.begin_mark(mark(pillar, measure, cell)).enter(Growth::Laid, at, at + 0.1);
            block(&mut builder, (edition, frame), measure, cell.inset(1.5));
            builder.end_mark();
        }
        builder.stand();
        let hand = Hand::serif(frame.name(), Ink::Text).middle();
        builder.lines(middle, (named + counted) / 2.0, &titles[i], leading, hand);
        let hand = Hand::sans(frame.label(), count_ink(&counts, i)).middle();
        builder.text(middle, (counted + foot) / 2.0, format!("{}项", counts[i]), hand);
    }
    draw_foundation(&mut builder, frame, margin, floor);
    builder.finish(foot + frame.v(6.0))
}

/// A pediment over a beam that carries the motto.
fn draw_roof(builder: &mut SceneBuilder, edition: &Edition, frame: Frame, margin: f32, eaves: f32) {
    let beam = rect(margin * 0.5, eaves - frame.v(16.0), frame.width - margin, frame.v(16.0));
    let ridge = at(frame.width / 2.0, frame.v(4.0));
    let gable = [at(beam.x + 2.0, beam.y), ridge, at(beam.right() - 2.0, beam.y)];
    builder.line(&gable, Ink::Line, 1.5);
    let inner = frame.v(10.0);
    let slope = (beam.w / 2.0) / (beam.y - ridge.y);
    builder.line(
        &[
            at(beam.x + slope * inner * 1.4, beam.y - inner * 0.4),
            at(ridge.x, ridge.y + inner),
            at(beam.right() - slope * inner * 1.4, beam.y - inner * 0.4),
        ],
        Ink::Rule,
        1.0,
    );
    builder.outline(beam, Ink::Line, 1.5);
    let size = frame.name() * 1.1;
    let motto = wrap_at_most(&edition.beam, size, frame.least(frame.width * 0.42), 1);
    builder.lines(ridge.x, beam.y - frame.v(22.0), &motto, 0.0, Hand::serif(size, Ink::Accent).middle());
}

/// Two steps, the lower one wider.
fn draw_foundation(builder: &mut SceneBuilder, frame: Frame, margin: f32, floor: f32) {
    let step = frame.v(10.0);
    builder.outline(rect(margin * 0.5, floor, frame.width - margin, step), Ink::Line, 1.5);
    builder.outline(rect(0.0, floor + step, frame.width, step), Ink::Line, 1.5);
}
