use super::bay::Bay;
use super::heading::Heading;
use super::symbols;
use crate::geometry::{Point, Rect, at, rect};
use crate::ink::Ink;
use crate::scene::{Growth, Mark};
use crate::scene_builder::{Hand, SceneBuilder};
use crate::text_layout::{width, wrap, wrap_at_most};
use model::{Site, SiteKind};

/// What the text names, as a scene of building plots along streets: a scheme, not a map.
pub fn draw(builder: &mut SceneBuilder, bay: Bay, sites: &[Site]) -> f32 {
    let label = ["写到的", &kinds(sites)];
    let heading = Heading::new(String::new(), sites.len().to_string(), "处".to_owned(), &label, bay);
    heading.draw(builder);
    let top = if bay.is_split() { bay.top } else { bay.top + heading.height() };
    let quarter = Quarter::new(bay, sites);
    let foot = quarter.draw(builder, top, sites);
    foot.max(bay.top + heading.height())
}

/// `学校、医院`, in the order of their first appearance.
fn kinds(sites: &[Site]) -> String {
    let mut kinds: Vec<SiteKind> = Vec::new();
    for site in sites {
        if !kinds.contains(&site.kind) {
            kinds.push(site.kind);
        }
    }
    let words: Vec<&str> = kinds.into_iter().map(SiteKind::label).collect();
    words.join("、")
}

/// How the plots of a quarter are cut.
struct Quarter {
    bay: Bay,
    /// How many plots each row has.
    rows: Vec<usize>,
    /// A symbol's size.
    symbol: (f32, f32),
    /// Whether the names stand under their symbols rather than beside them.
    under: bool,
    street: f32,
    pad: f32,
}

/// A name takes no more lines.
const LINES: usize = 3;

impl Quarter {
    fn new(bay: Bay, sites: &[Site]) -> Self {
        let (frame, size) = (bay.frame, bay.frame.label());
        let (_, w) = bay.picture();
        let abreast = (frame.least(w) / (size * 8.4)).floor().clamp(1.0, 4.0) as usize;
        let rows = sites.len().div_ceil(abreast);
        let rows = (0..rows).map(|i| sites.len() / rows + usize::from(i < sites.len() % rows)).collect();
        let wide = frame.v(if bay.lead { 64.0 } else { 34.0 });
        let symbol = (wide, wide * symbols::ASPECT);
        let mut quarter = Self { bay, rows, symbol, under: false, street: w * 0.03, pad: size * 0.45 };
        let fits = quarter.plots(0.0).zip(sites).all(|(plot, site)| {
            let room = quarter.room(plot, false);
            let lines = wrap(&site.label, size, room);
            lines.len() <= LINES && lines.iter().all(|line| width(line, size) <= room)
        });
        quarter.under = abreast > 1 && (bay.lead || !fits);
        quarter
    }

    /// Whether a row's names stand under their symbols; a plot with a row to itself has room beside.
    fn is_under(&self, count: usize) -> bool {
        self.under && count > 1
    }

    /// The room of a name on its plot, for breaking it.
    fn room(&self, plot: Rect, under: bool) -> f32 {
        let beside = if under { 0.0 } else { self.symbol.0 };
        let pads = if under { 2.0 } else { 3.0 };
        self.bay.frame.least(plot.w - beside) - self.pad * pads
    }

    /// The plots from left to right and row by row; the heights are not yet known.
    fn plots(&self, top: f32) -> impl Iterator<Item = Rect> {
        let (left, w) = self.bay.picture();
        self.rows.iter().enumerate().flat_map(move |(row, &count)| {
            let free = w - self.street * (count - 1) as f32;
            (0..count).scan(left, move |x, i| {
                let plot = rect(*x, top, free * share(row, i, count), 0.0);
                *x = plot.right() + self.street;
                Some(plot)
            })
        })
    }

    /// Returns the foot.
    fn draw(&self, builder: &mut SceneBuilder, top: f32, sites: &[Site]) -> f32 {
        let frame = self.bay.frame;
        let plots: Vec<Rect> = self.plots(0.0).collect();
        let (mut y, mut next) = (top, 0);
        for (row, &count) in self.rows.iter().enumerate() {
            if row > 0 {
                self.draw_street(builder, y + frame.v(7.0));
                y += frame.v(14.0);
            }
            let (of_row, under) = (next..next + count, self.is_under(count));
            let names: Vec<Vec<String>> = of_row
                .clone()
                .map(|i| wrap_at_most(&sites[i].label, frame.label(), self.room(plots[i], under), LINES))
                .collect();
            let most = names.iter().map(Vec::len).max().unwrap_or(1);
            let height = self.height(most, under);
            for (i, name) in of_row.zip(&names) {
                let plot = rect(plots[i].x, y, plots[i].w, height);
                let begun = 0.8 * i as f32 / sites.len() as f32;
                builder.begin_mark(mark(&sites[i], plot)).enter(Growth::Rightward, begun, begun + 0.2);
                self.draw_plot(builder, plot, sites[i].kind, name, under);
                builder.end_mark();
            }
            (y, next) = (y + height, next + count);
        }
        y
    }

    fn height(&self, lines: usize, under: bool) -> f32 {
        let frame = self.bay.frame;
        let name = self.bay.line() * lines as f32;
        if under { self.symbol.1 + frame.v(30.0) + name } else { self.symbol.1.max(name) + frame.v(20.0) }
    }

    fn draw_plot(&self, builder: &mut SceneBuilder, plot: Rect, kind: SiteKind, name: &[String], under: bool) {
        let (frame, size) = (self.bay.frame, self.bay.frame.label());
        // The line lies inside: at the drawing's edge half of it would be cut off.
        let border = chamfered(plot.inset(1.0), frame.v(7.0));
        builder.polygon(border.to_vec(), Ink::Fill, 0.55).line(&border, Ink::Rule, 1.0);
        let hand = Hand::sans(size, Ink::Text);
        let (w, h) = self.symbol;
        let (left, middle) = (plot.x + self.pad, plot.center().y);
        let symbol = rect(left, if under { plot.y + frame.v(13.0) } else { middle - h / 2.0 }, w, h);
        symbols::draw(builder, kind, symbol, self.bay.ink());
        builder.stand();
        if under {
            let middle = symbol.bottom() + frame.v(8.0) + self.bay.leading() * name.len() as f32 / 2.0;
            builder.lines(left, middle, name, self.bay.leading(), hand);
        } else {
            builder.lines(symbol.right() + self.pad, middle, name, self.bay.leading(), hand);
        }
    }

    /// The dashed middle of a street between two rows.
    fn draw_street(&self, builder: &mut SceneBuilder, y: f32) {
        let (left, w) = self.bay.picture();
        const DASHES: usize = 24;
        let dash = w / DASHES as f32;
        builder.stand();
        for i in 0..DASHES {
            builder.level(left + dash * (i as f32 + 0.25), y, dash * 0.5, Ink::Rule, 1.0);
        }
    }
}

/// What a plot gets of its row: streets do not run straight through the quarter.
fn share(row: usize, plot: usize, count: usize) -> f32 {
    const SHIFT: f32 = 0.04;
    let even = 1.0 / count as f32;
    if count < 2 {
        return even;
    }
    let shift = if row.is_multiple_of(2) { SHIFT } else { -SHIFT } / count as f32;
    match plot {
        0 => even + shift,
        last if last == count - 1 => even - shift,
        _ => even,
    }
}

/// A plot with cut corners.
fn chamfered(a: Rect, by: f32) -> [Point; 9] {
    [
        at(a.x + by, a.y),
        at(a.right() - by, a.y),
        at(a.right(), a.y + by),
        at(a.right(), a.bottom() - by),
        at(a.right() - by, a.bottom()),
        at(a.x + by, a.bottom()),
        at(a.x, a.bottom() - by),
        at(a.x, a.y + by),
        at(a.x + by, a.y),
    ]
}

fn mark(site: &Site, area: Rect) -> Mark {
    Mark {
        key: site.id.clone(),
        area,
        name: site.label.clone(),
        value: site.kind.label().to_owned(),
        note: None,
        quote: Some(site.quote.clone()),
        target: Some(site.measure.clone()),
        tags: Vec::new(),
    }
}
