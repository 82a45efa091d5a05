//! Enlarged editions, for tests and benches of how cost grows with content.

use model::{Edition, Id, Measure};

/// The same report with `times` as many of everything that another year may have more of; copies
/// get new ids and refer to copies. Matters, pillars, priorities and topics are the page's frame
/// and stay.
pub fn grown(edition: &Edition, times: usize) -> Edition {
    let mut grown = edition.clone();
    let copies = |measures: &mut Vec<Measure>| multiply(measures, times, |m, copy| rename(&mut m.id, copy));
    for pillar in &mut grown.pillars {
        for point in &mut pillar.points {
            copies(&mut point.measures);
        }
        multiply(&mut pillar.slogans, times, |slogan, copy| slogan.label += &copy.to_string());
    }
    for priority in &mut grown.priorities {
        copies(&mut priority.measures);
        multiply(&mut priority.targets, times, |target, copy| {
            rename(&mut target.id, copy);
            rename(&mut target.measure, copy);
        });
        multiply(&mut priority.sites, times, |site, copy| {
            rename(&mut site.id, copy);
            rename(&mut site.measure, copy);
        });
    }
    multiply(&mut grown.indicators, times, |indicator, copy| rename(&mut indicator.id, copy));
    multiply(&mut grown.subjects, times, |subject, copy| rename(&mut subject.id, copy));
    multiply(&mut grown.city_facts, times, |fact, copy| rename(&mut fact.id, copy));
    multiply(&mut grown.echoes, times, |echo, copy| rename(&mut echo.measure, copy));
    multiply(&mut grown.terms, times, |term, copy| {
        rename(&mut term.id, copy);
        term.text += &copy.to_string();
    });
    grown.tie();
    grown
}

/// The list followed by its copies; `change` modifies each item of the `n`th copy.
fn multiply<T: Clone>(list: &mut Vec<T>, times: usize, change: impl Fn(&mut T, usize)) {
    let originals = list.len();
    for copy in 1..times {
        for index in 0..originals {
            let mut item = list[index].clone();
            change(&mut item, copy);
            list.push(item);
        }
    }
}

fn rename(id: &mut Id, copy: usize) {
    *id = format!("{id}-{copy}").into();
}
