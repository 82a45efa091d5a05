//! What every page weighs on the wire, against the budgets in `budgets.toml`.

mod budgets;
mod weight;

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use crate::build;
use crate::project::Project;
use budgets::{Limits, Part};
use weight::{Dist, File, Kind, Page, Weight};

#[derive(Args)]
pub struct Arguments {
    /// Weigh dist/ as it is instead of building it first
    #[arg(long)]
    no_build: bool,
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    if !arguments.no_build {
        build::run(project)?;
    }
    weigh(project)
}

/// Prints what everything in `dist/` weighs, and fails if anything is over its budget.
pub fn weigh(project: &Project) -> Result<()> {
    let path = project.root().join("budgets.toml");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let limits = Limits::parse(&text).context("budgets.toml")?;
    ensure!(
        project.dist().join("index.html.br").is_file(),
        "dist/ has no compressed copies of its files; run it without --no-build"
    );
    let dist = Dist::read(&project.dist())?;
    let index = dist.pages().find(|page| page.file.name == "index.html").context("dist/ has no index.html")?;
    // `all.html` is the page without its head and foot, and so lighter than the index, which has a
    // budget.
    let embeds = dist.pages().filter(|page| page.file.name.starts_with("embed/") && page.file.name != "embed/all.html");
    let largest = embeds.max_by_key(|page| page.first_load().brotli);

    line("", "", ["raw KB", "brotli KB", "budget KB"].map(str::to_owned));
    print_page(&index, "page", &limits);
    if let Some(page) = &largest {
        print_page(page, "embed", &limits);
    }
    print_rest(&dist, &index, largest.as_ref());

    let of = |page, table| parts(page).map(|(key, weight)| ((table, key), weight.brotli));
    let mut measured: Vec<(Part, u64)> = of(&index, "page").to_vec();
    measured.extend(largest.iter().flat_map(|page| of(page, "embed")));
    let excess = limits.excess(&measured);
    if !excess.is_empty() {
        bail!("over budget: {}; make it smaller, or raise the limit in budgets.toml and say why", excess.join(", "));
    }
    println!("\nxtask: everything is within its budget");
    Ok(())
}

/// The parts of a page that may have a budget.
fn parts(page: &Page<'_>) -> [(&'static str, Weight); 6] {
    [
        ("html", page.document()),
        ("css", page.style() + page.of(Kind::Style)),
        ("scripts", page.scripts() + page.of(Kind::Script)),
        ("wasm", page.of(Kind::Wasm)),
        ("fonts", page.of(Kind::Font)),
        ("first_load", page.first_load()),
    ]
}

/// Prints the files of a page, then its sums with their budgets.
fn print_page(page: &Page<'_>, table: &'static str, limits: &Limits) {
    println!("\n{}", page.file.name);
    for file in std::iter::once(&page.file).chain(&page.loads) {
        print_weight("", &file.name, file.weight, None);
    }
    for file in &page.later {
        print_weight("later", &file.name, file.weight, None);
    }
    for (key, weight) in parts(page) {
        print_weight("together", key, weight, limits.of((table, key)));
    }
}

/// Prints the files that were not listed yet.
fn print_rest(dist: &Dist, index: &Page<'_>, largest: Option<&Page<'_>>) {
    let listed: Vec<&str> = std::iter::once(index)
        .chain(largest)
        .flat_map(|page| std::iter::once(page.file).chain(page.loads.iter().chain(&page.later).copied()))
        .map(|file| file.name.as_str())
        .collect();
    println!("\nother files");
    for file in dist.files.iter().filter(|file: &&File| !listed.contains(&file.name.as_str())) {
        print_weight("", &file.name, file.weight, None);
    }
    println!();
    let all = dist.files.iter().map(|file| file.weight).sum();
    print_weight("all files", &format!("({})", dist.files.len()), all, None);
}

fn print_weight(label: &str, name: &str, weight: Weight, budget: Option<u64>) {
    line(label, name, [kb(weight.raw), kb(weight.brotli), budget.map(kb).unwrap_or_default()]);
}

fn line(label: &str, name: &str, [raw, brotli, budget]: [String; 3]) {
    println!("{}", format!("  {label:<10}  {name:<28}{raw:>10}{brotli:>11}{budget:>11}").trim_end());
}

/// Kilobytes of 1024 bytes.
fn kb(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / budgets::KB)
}
