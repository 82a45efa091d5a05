//! Compares our page with other pages in one run, with a bench in a folder of its own: npm installs
//! its packages and builds its pages, `peers/<name>/dist`; its `compare.mjs` measures ours first,
//! then those.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::Value;
use testbed::find;

use crate::process;
use crate::project::Project;

#[derive(Args)]
pub struct Arguments {
    /// The bench's folder; it is copied to target/beside first, since it may be read-only
    folder: PathBuf,
    /// How many times each page is visited
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// The device to emulate
    #[arg(long, value_enum, default_value_t = Device::Mobile)]
    device: Device,
    /// Only these of the bench's pages
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Measure the page in dist/ as it is instead of building it first
    #[arg(long)]
    pub no_build: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Device {
    Mobile,
    Desktop,
}

/// A row of the README's table: its key in the bench's results, and whether more is better.
struct Row {
    label: &'static str,
    key: &'static str,
    more: bool,
}

const fn less(label: &'static str, key: &'static str) -> Row {
    Row { label, key, more: false }
}

const fn more(label: &'static str, key: &'static str) -> Row {
    Row { label, key, more: true }
}

const ROWS: [Row; 14] = [
    less("first paint, ms", "fcp_ms"),
    less("a chart is seen (SVG), ms", "svg_ms"),
    less("a chart is seen (canvas), ms", "canvas_ms"),
    less("interactive, ms", "ready_ms"),
    less("blocked in all (TBT), ms", "tbt_ms"),
    less("tap on a card to paint, median, ms", "tap_median_ms"),
    less("… worst", "tap_max_ms"),
    more("frames of 180, first scroll", "scroll1_frames"),
    more("… second scroll", "scroll2_frames"),
    less("main thread until load + 6 s, ms", "task_ms"),
    less("… whole session", "task_all_ms"),
    less("KiB until load + 6 s", "bytes_kb"),
    less("… after scrolling through", "bytes_all_kb"),
    less("page height, px", "scroll_px"),
];

/// Measures, prints the bench's own table, and one in Markdown.
pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    let bench = copied(&arguments.folder, &project.scratch("beside")?)?;
    if !bench.join("node_modules").is_dir() {
        npm(&bench, &["install", "--no-package-lock", "--no-audit", "--no-fund"])?;
    }
    if peers(&bench, &[])?.iter().any(|name| !built(&bench, name)) {
        npm(&bench, &["run", "build"])?;
    }
    let device = format!("{:?}", arguments.device).to_lowercase();
    let results = bench.join(format!("results/{device}.json"));
    let names = peers(&bench, &arguments.only)?;
    let mut node = Command::new(find("node").context("node is not installed")?);
    node.current_dir(&bench).arg("compare.mjs").arg(format!("ours={}", project.dist().display()));
    node.args(names.iter().map(|name| format!("{name}=peers/{name}/dist")));
    node.args(["--runs", &arguments.rounds.to_string(), "--profile", &device]);
    process::run(&mut node, "the comparison", "see its words above")?;
    let text = fs::read_to_string(&results).with_context(|| results.display().to_string())?;
    let results: Value = serde_json::from_str(&text).context("the bench's results")?;
    println!("\n{}", markdown(&results));
    Ok(())
}

/// The bench's pages that are to be measured, in the order of their names.
fn peers(bench: &Path, only: &[String]) -> Result<Vec<String>> {
    let folder = bench.join("peers");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{} is no such bench", bench.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().join("index.html").is_file() && (only.is_empty() || only.contains(&name)) {
            names.push(name);
        }
    }
    ensure!(!names.is_empty(), "{} has no pages of that name", folder.display());
    names.sort();
    Ok(names)
}

fn built(bench: &Path, name: &str) -> bool {
    bench.join("peers").join(name).join("dist/index.html").is_file()
}

fn npm(bench: &Path, arguments: &[&str]) -> Result<()> {
    let mut npm = Command::new(find("npm").context("npm is not installed")?);
    process::run(npm.args(arguments).current_dir(bench), "npm in the bench's copy", "see its words above")
}

/// Copies the bench. An existing copy stays, with all that was installed and built in it, unless
/// `package.json` has changed.
fn copied(from: &Path, to: &Path) -> Result<PathBuf> {
    let asks = |folder: &Path| fs::read(folder.join("package.json"));
    let wanted = asks(from).with_context(|| format!("{} has no package.json", from.display()))?;
    if asks(to).is_ok_and(|has| has == wanted) {
        return Ok(to.to_owned());
    }
    fs::remove_dir_all(to).with_context(|| to.display().to_string())?;
    copy(from, to)?;
    Ok(to.to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).with_context(|| source.display().to_string())?;
        }
    }
    Ok(())
}

/// The README's table, headed by what it was measured on.
fn markdown(results: &Value) -> String {
    let names: Vec<&str> =
        results["pages"].as_array().into_iter().flatten().filter_map(|page| page["name"].as_str()).collect();
    let said = |key: &str| results[key].to_string().replace('"', "");
    let mut text = format!(
        "{}, {}, {} cores ({}), {}; medians of {}\n\n| | {} | ours ÷ the best |\n|---|{}---:|\n",
        said("when").get(..10).unwrap_or_default(),
        said("profile"),
        said("cores"),
        said("cpu"),
        said("browser"),
        said("runs"),
        names.join(" | "),
        "---:|".repeat(names.len()),
    );
    for Row { label, key, more } in ROWS {
        let values: Vec<Option<f64>> =
            names.iter().map(|name| results["summary"][name][key]["median"].as_f64()).collect();
        let best = values.iter().skip(1).flatten().copied().reduce(if more { f64::max } else { f64::min });
        let ratio = match (values.first().copied().flatten(), best) {
            (Some(ours), Some(best)) if best > 0.0 => format!("{:.2}", ours / best),
            _ => "–".to_owned(),
        };
        let cells = values.into_iter().map(|value| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}")));
        text += &format!("| {label} | {} | {ratio} |\n", cells.collect::<Vec<_>>().join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_table_divides_ours_by_the_best_of_the_others() {
        let page =
            |paint: f64, frames: f64| json!({ "fcp_ms": { "median": paint }, "scroll1_frames": { "median": frames } });
        let text = markdown(&json!({
            "when": "2026-01-02T03:04:05Z", "profile": "mobile", "cores": 2, "cpu": "a cpu", "browser": "b/1", "runs": 3,
            "pages": [{ "name": "ours" }, { "name": "one" }, { "name": "two" }],
            "summary": { "ours": page(300.0, 170.0), "one": page(200.0, 85.0), "two": page(400.0, 60.0) },
        }));
        assert!(text.starts_with("2026-01-02, mobile, 2 cores (a cpu), b/1; medians of 3\n\n| | ours | one | two |"));
        assert!(text.contains("| first paint, ms | 300 | 200 | 400 | 1.50 |"), "{text}");
        assert!(text.contains("| frames of 180, first scroll | 170 | 85 | 60 | 2.00 |"), "{text}");
        assert!(text.contains("| interactive, ms | – | – | – | – |"), "{text}");
    }

    #[test]
    fn a_folder_that_is_no_bench_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = copied(folder.path(), &folder.path().join("copy")).unwrap_err();
        assert!(error.to_string().ends_with("has no package.json"), "{error}");
    }
}
