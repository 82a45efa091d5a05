//! Prints the pages' numbers as tables.

use super::metric::{METRICS, Metric};
use super::page::Visited;
use super::samples::Samples;

/// One table for each device: its pages side by side, then the targets.
pub fn print(visited: &[Visited]) {
    for group in visited.chunk_by(|a, b| a.profile.name == b.profile.name) {
        let Some(first) = group.first() else {
            continue;
        };
        println!("\n== {}: median (quartiles) of {} first visits", first.profile.described(), first.visits());
        let phone = first.profile.throttle > 1;
        let pages: String = group.iter().map(|visited| format!("{:>26}", visited.page)).collect();
        let aim = if phone { "aim" } else { "" };
        println!("{}", format!("{:<28}{pages}{aim:>9}", "").trim_end());
        for metric in METRICS {
            let values = group.iter().map(|visited| shown(&metric, &visited.samples(metric.key), phone));
            let values: String = values.map(|value| format!("{value:>26}")).collect();
            let aim = metric.aim.filter(|_| phone).map_or(String::new(), |aim| format!("≤ {}", metric.shown(aim)));
            println!("{}", format!("{:<28}{values}{aim:>9}", metric.label()).trim_end());
        }
    }
    println!(
        "(! beyond the aim. Tap to paint is the Event Timing interface's, to 8 ms; frames are those of the page's own"
    );
    println!(" thread.)");
}

/// An exclamation mark means that the median misses the target, which holds for phones only.
fn shown(metric: &Metric, samples: &Samples, phone: bool) -> String {
    let (Some(median), Some((low, high))) = (samples.median(), samples.quartiles()) else {
        return String::new();
    };
    let beyond = phone && metric.aim.is_some_and(|aim| median > aim);
    let sign = if beyond { "! " } else { "" };
    format!("{sign}{} ({}–{})", metric.shown(median), metric.shown(low), metric.shown(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_beyond_its_aim_is_marked() {
        let ready = METRICS.iter().find(|metric| metric.key == "ready_ms").unwrap();
        assert_eq!(shown(ready, &Samples(vec![1600.0]), true), "! 1.60 (1.60–1.60)");
        assert_eq!(shown(ready, &Samples(vec![1600.0]), false), "1.60 (1.60–1.60)");
        assert_eq!(shown(ready, &Samples(vec![1500.0]), true), "1.50 (1.50–1.50)");
        assert_eq!(shown(ready, &Samples::default(), true), "");
    }
}
