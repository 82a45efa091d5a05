//! The benches that criterion runs, and what it wrote about them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::project::Project;

/// One bench of `benches/figures.rs`.
#[derive(Debug, PartialEq)]
pub struct Native {
    /// `plan`, `draw`, or `growth`, which draws larger editions.
    pub group: String,
    pub figure: String,
    /// How many times the edition was taken.
    pub times: u64,
    pub marks: u64,
    pub median_us: f64,
}

pub fn measure(project: &Project) -> Result<Vec<Native>> {
    let folder = project.target().join("bench/criterion");
    // What is left of an earlier run would count as measured now.
    let _ = fs::remove_dir_all(&folder);
    let mut cargo = project.cargo("bench --locked -p site --bench figures");
    cargo.args(["--", "--quiet"]).env("CRITERION_HOME", &folder);
    process::run(&mut cargo, "the benches", "see the failure above")?;
    let mut benches = Vec::new();
    collect(&folder, &mut benches)?;
    Ok(benches)
}

/// Each bench has a folder, whose depth depends on its name, with the last run in `new/`.
fn collect(folder: &Path, benches: &mut Vec<Native>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.ends_with("new") {
            benches.extend(bench(
                &super::read(&path.join("benchmark.json"))?,
                &super::read(&path.join("estimates.json"))?,
            ));
        } else if path.is_dir() {
            collect(&path, benches)?;
        }
    }
    Ok(())
}

fn bench(about: &Value, estimates: &Value) -> Option<Native> {
    let times = about["value_str"].as_str().map_or(Some(1), |times| times.parse().ok())?;
    Some(Native {
        group: about["group_id"].as_str()?.to_owned(),
        figure: about["function_id"].as_str()?.to_owned(),
        times,
        marks: about["throughput"]["Elements"].as_u64()?,
        median_us: estimates["median"]["point_estimate"].as_f64()? / 1_000.0,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn criterions_files_are_read_at_any_depth() {
        let root = tempfile::tempdir().unwrap();
        for (folder, about) in [
            ("plan/terms/new", json!({"group_id": "plan", "function_id": "terms", "throughput": {"Elements": 9}})),
            (
                "growth/terms/100/new",
                json!({"group_id": "growth", "function_id": "terms", "value_str": "100", "throughput": {"Elements": 900}}),
            ),
            ("plan/terms/base", json!({})),
        ] {
            let folder = root.path().join(folder);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("benchmark.json"), about.to_string()).unwrap();
            let estimates = json!({"mean": {"point_estimate": 1.0}, "median": {"point_estimate": 2_500.0}});
            fs::write(folder.join("estimates.json"), estimates.to_string()).unwrap();
        }
        let mut benches = Vec::new();
        collect(root.path(), &mut benches).unwrap();
        benches.sort_by_key(|bench| bench.times);
        let native = |group: &str, times, marks| Native {
            group: group.to_owned(),
            figure: "terms".to_owned(),
            times,
            marks,
            median_us: 2.5,
        };
        assert_eq!(benches, [native("plan", 1, 9), native("growth", 100, 900)]);
    }
}
