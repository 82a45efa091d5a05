//! Measures how long each drawing takes to plan, and to plan and paint, at a phone's width, and how
//! that grows with the content. Run by `cargo xtask bench`, which reads criterion's output.

#[path = "../tests/support/growth.rs"]
mod growth;
#[path = "support/nowhere.rs"]
mod nowhere;

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use figure::{Figure, Frame, PaintOptions, Palette, Scene, figures, paint};
use model::{Edition, Size};

/// A phone's viewport.
const WIDTH: f32 = 390.0;
const TIMES: [usize; 4] = [1, 10, 100, 340];

criterion_group!(benches, each, growing);
criterion_main!(benches);

/// The edition in `content/`.
fn edition() -> Edition {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("content");
    let load = |name: &str| std::fs::read_to_string(folder.join(name));
    content::read(load).unwrap_or_else(|problems| panic!("{}", content::report(&problems)))
}

/// Measures both for one drawing before the next, so that other load on the machine affects both
/// alike.
fn each(criterion: &mut Criterion) {
    let edition = edition();
    for kind in figures(&edition) {
        let figure = Figure::new(&edition, kind);
        let marks = marks(figure);
        let mut plans = group(criterion, "plan");
        plans.throughput(marks.clone());
        plans.bench_function(kind.id(&edition), |bencher| bencher.iter(|| plan(black_box(figure))));
        plans.finish();
        let mut draws = group(criterion, "draw");
        draws.throughput(marks);
        draws.bench_function(kind.id(&edition), |bencher| bencher.iter(|| draw(black_box(figure))));
        draws.finish();
    }
}

/// Planning and painting together, for enlarged editions.
fn growing(criterion: &mut Criterion) {
    let edition = edition();
    let mut group = group(criterion, "growth");
    group.sample_size(10);
    for times in TIMES {
        let grown = growth::grown(&edition, times);
        for kind in figures(&grown) {
            let figure = Figure::new(&grown, kind);
            group.throughput(marks(figure));
            let id = BenchmarkId::new(kind.id(&grown), times);
            group.bench_function(id, |bencher| bencher.iter(|| draw(black_box(figure))));
        }
    }
    group.finish();
}

fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(30).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_millis(600));
    group
}

/// The number of marks, reported with each measurement.
fn marks(figure: Figure<'_>) -> Throughput {
    Throughput::Elements(plan(figure).marks.len() as u64)
}

fn plan(figure: Figure<'_>) -> Scene {
    figure.plan(Frame::new(WIDTH, Size::Standard))
}

fn draw(figure: Figure<'_>) {
    let scene = plan(figure);
    let palette = Palette::roles();
    let size = (scene.width as u32, scene.height as u32);
    let painted = paint(&scene, &nowhere::area(size), &PaintOptions::plain(&palette, 3.0));
    assert!(painted.is_ok());
}
