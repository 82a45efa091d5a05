//! Whether `content/` holds the edition that the project ships. Some tests are about that edition: its
//! counts, its clauses, its pictures, its ids. They do not run if somebody has put another one there.

use std::io::Write;
use std::sync::LazyLock;

const PLACE: &str = "西宁市城中区";
const YEARS: [i64; 2] = [2023, 2024];

static IS_HERE: LazyLock<bool> = LazyLock::new(|| {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/edition.toml");
    let head: toml::Table = std::fs::read_to_string(file).unwrap_or_default().parse().unwrap_or_default();
    let years = ["results_year", "plan_year"].map(|key| head.get(key).and_then(toml::Value::as_integer));
    head.get("place").and_then(toml::Value::as_str) == Some(PLACE) && years == YEARS.map(Some)
});

/// Whether the shipped edition is there. If it is not, says in a line that the test does not look at it.
pub fn is_here() -> bool {
    if !*IS_HERE {
        say("not run on the shipped edition", "content/ has another");
    }
    *IS_HERE
}

/// Says in a line that the current test is not run, and why.
pub fn say(what: &str, why: &str) {
    let thread = std::thread::current();
    // The test runner names each test's thread. Written directly, since the harness hides what a
    // passing test prints.
    let name = thread.name().unwrap_or("a test");
    let _ = writeln!(std::io::stderr(), "{what}: {name}, as {why}");
}
