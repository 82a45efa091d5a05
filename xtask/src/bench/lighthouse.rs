//! Lighthouse's four categories, as it has them for a phone, for the page and for an embed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::page;
use crate::cache::Cache;
use crate::engine::Engine;
use crate::error::Error;
use crate::npm::{self, Package};
use crate::process;
use crate::project::Project;
use crate::server::Server;
use crate::{chromium, versions};

/// What it found on one page.
pub struct Report {
    pub page: String,
    /// Of 100, in Lighthouse's order.
    pub scores: Vec<(String, f64)>,
    pub failures: Vec<Failure>,
}

/// An audit that costs points.
#[derive(Debug, PartialEq)]
pub struct Failure {
    pub category: String,
    pub title: String,
    /// What it measured or found, one line each.
    pub reasons: Vec<String>,
}

/// Its speed varies from run to run, so the run with the median is taken.
const RUNS: usize = 3;
/// The most that is told of one audit.
const REASONS: usize = 4;

const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: versions::LIGHTHOUSE,
    file: "node_modules/lighthouse/cli/index.js",
    works: |script: &Path| {
        process::find("node")
            .is_some_and(|node| process::ask(std::process::Command::new(node).arg(script).arg("--version")).is_some())
    },
};

/// The script that runs it, or why there is none.
pub fn ensure(cache: &Cache) -> Result<PathBuf, Error> {
    npm::ensure(cache, &LIGHTHOUSE).map_err(|reason| Error::Failed {
        doing: format!("installing Lighthouse ({reason})"),
        cure: "install Node.js 18.16 or newer with npm",
    })
}

pub fn measure(project: &Project, script: &Path) -> Result<Vec<Report>, Error> {
    let server = Server::start(page::site(project), 0)?;
    let folder = project.root().join("target").join("lighthouse");
    fs::create_dir_all(&folder).map_err(|source| Error::File { path: folder.clone(), source })?;
    ["index.html".to_owned(), page::largest_embed(project)?]
        .into_iter()
        .map(|page| {
            let address = format!("{}{page}", server.address());
            let mut reports = Vec::new();
            for run in 1..=RUNS {
                let file = folder.join(format!("{}-{run}.json", page.replace('/', "-")));
                run_once(project, script, &address, &file)?;
                reports.push(report(&page, &super::read(&file)?));
            }
            reports.sort_by(|a, b| a.speed().total_cmp(&b.speed()));
            Ok(reports.swap_remove(RUNS / 2))
        })
        .collect()
}

fn run_once(project: &Project, script: &Path, address: &str, file: &Path) -> Result<(), Error> {
    let mut node = project.command("node");
    node.arg(script).arg(address).args(["--output=json", "--quiet", "--no-enable-error-reporting"]);
    node.arg(format!("--output-path={}", file.display()));
    node.arg(format!("--chrome-flags={}", chromium::arguments().join(" ")));
    if let Some(chromium) = Engine::chromium() {
        node.env("CHROME_PATH", chromium);
    }
    process::run(&mut node, "Lighthouse", "see its words above")
}

impl Report {
    fn speed(&self) -> f64 {
        self.scores.iter().find(|(name, _)| name == "performance").map_or(0.0, |(_, score)| *score)
    }

    pub fn to_json(&self) -> Value {
        let scores: BTreeMap<&str, f64> = self.scores.iter().map(|(name, score)| (name.as_str(), *score)).collect();
        let failures = self.failures.iter();
        let failures = failures.map(|f| json!({"category": f.category, "audit": f.title, "reasons": f.reasons}));
        json!({"page": self.page, "scores": scores, "failures": failures.collect::<Vec<_>>()})
    }
}

fn report(page: &str, result: &Value) -> Report {
    let categories = result["categories"].as_object().into_iter().flatten();
    let mut scores = Vec::new();
    let mut failures = Vec::new();
    for (name, category) in categories {
        scores.push((name.clone(), (category["score"].as_f64().unwrap_or_default() * 100.0).round()));
        for of in category["auditRefs"].as_array().into_iter().flatten() {
            let audit = &result["audits"][of["id"].as_str().unwrap_or_default()];
            let counts = of["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            if counts && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
                failures.push(Failure {
                    category: name.clone(),
                    title: audit["title"].as_str().unwrap_or_default().to_owned(),
                    reasons: reasons(audit),
                });
            }
        }
    }
    Report { page: page.to_owned(), scores, failures }
}

fn reasons(audit: &Value) -> Vec<String> {
    let said = ["displayValue", "explanation", "errorMessage"].map(|key| audit[key].as_str());
    let said = said.into_iter().flatten().map(|text| text.lines().next().unwrap_or_default().to_owned());
    let items = audit["details"]["items"].as_array().into_iter().flatten();
    let items = items.filter_map(|item| {
        let parts =
            ["/node/snippet", "/source", "/sourceLocation/url", "/description", "/url", "/issueType", "/reason"];
        let parts = parts.iter().filter_map(|part| item.pointer(part)?.as_str());
        let line = parts.collect::<Vec<_>>().join(" | ");
        (!line.is_empty()).then_some(line)
    });
    said.chain(items).filter(|line| !line.is_empty()).take(REASONS).collect()
}

pub fn print(reports: &[Report]) {
    for report in reports {
        println!("\n== Lighthouse, a phone: {} (the median of {RUNS} runs)", report.page);
        for (name, score) in &report.scores {
            println!("{:>6}  {name}", score);
            for failure in report.failures.iter().filter(|failure| failure.category == *name) {
                println!("        - {}", failure.title);
                for reason in &failure.reasons {
                    println!("          {reason}");
                }
            }
        }
        if report.page.starts_with("embed/") {
            println!("(An embed asks search engines to leave it out, in favour of the whole page: one audit of SEO");
            println!(" counts that against it, and is meant to.)");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_points_is_told_with_its_reasons() {
        let result = json!({
            "categories": {
                "performance": {"score": 0.985, "auditRefs": [{"id": "fast", "weight": 10}, {"id": "hint", "weight": 0}]},
                "seo": {"score": 1, "auditRefs": [{"id": "title", "weight": 1}, {"id": "none", "weight": 1}]},
            },
            "audits": {
                "fast": {"title": "Is fast", "score": 0.9, "displayValue": "1.6 s", "details": {"items": [
                    {"node": {"snippet": "<p>"}}, {"other": 1}, {"url": "a.js"},
                ]}},
                "hint": {"title": "Could be faster", "score": 0},
                "title": {"title": "Has a title", "score": 1},
                "none": {"title": "Does not apply", "score": null},
            },
        });
        let report = report("index.html", &result);
        assert_eq!(report.scores, [("performance".to_owned(), 99.0), ("seo".to_owned(), 100.0)]);
        let reasons = ["1.6 s", "<p>", "a.js"].map(str::to_owned).to_vec();
        let failure = Failure { category: "performance".to_owned(), title: "Is fast".to_owned(), reasons };
        assert_eq!(report.failures, [failure]);
    }
}
