//! What every page weighs on the wire, against the budgets in `budgets.toml`.

mod anatomy;
mod budgets;
mod inside;
mod weight;

use std::fs;

use clap::Args;

use crate::build;
use crate::error::Error;
use crate::project::Project;
use budgets::{Budgets, Part};
pub use weight::compressed;
use weight::{Dist, File, Kind, Page, Weight};

#[derive(Args)]
pub struct Arguments {
    /// Weigh dist/ as it is instead of building it first
    #[arg(long)]
    no_build: bool,
    /// Tell what the wasm consists of, by crate and by function, instead; from a build of its own in target/
    #[arg(long)]
    inside: bool,
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Error> {
    if arguments.inside {
        return anatomy::run(project, arguments.no_build);
    }
    let path = project.root().join("budgets.toml");
    let text = fs::read_to_string(&path).map_err(|source| Error::File { path, source })?;
    let budgets = Budgets::parse(&text).map_err(|reason| Error::Budgets { reason })?;
    if !arguments.no_build {
        build::run(project)?;
    }
    let dist = Dist::read(&project.dist())?;
    let Some(index) = dist.pages().find(|page| page.file.name == "index.html") else {
        return Err(Error::Failed { doing: "finding dist/index.html".to_owned(), cure: "run it without --no-build" });
    };
    // The whole page without its ends is lighter than the page, which is weighed.
    let embeds = dist.pages().filter(|page| page.file.name.starts_with("embed/") && page.file.name != "embed/all.html");
    let embeds: Vec<Page<'_>> = embeds.collect();
    let largest = embeds.iter().max_by_key(|page| page.first_load().brotli);

    print_line("", "", "raw KB", "brotli KB", "budget KB");
    print_page(&index, &index.file.name, &PAGE, &budgets);
    if let Some(page) = largest {
        let title = format!("{}, the largest of {} embeds", page.file.name, embeds.len());
        print_page(page, &title, &EMBED, &budgets);
    }
    print_rest(&dist, &index, largest);

    let mut measured: Vec<(Part, u64)> = PAGE.iter().map(|part| (*part, part.of(&index).brotli)).collect();
    measured.extend(largest.into_iter().flat_map(|page| EMBED.map(|part| (part, part.of(page).brotli))));
    let excess = budgets.excess(&measured);
    if excess.is_empty() {
        println!("\nxtask: everything is within its budget");
        Ok(())
    } else {
        Err(Error::OverBudget { what: excess.join(", ") })
    }
}

const PAGE: [Part; 6] = [Part::Html, Part::Css, Part::Scripts, Part::Wasm, Part::Fonts, Part::FirstLoad];
const EMBED: [Part; 1] = [Part::EmbedFirstLoad];

impl Part {
    fn of(self, page: &Page<'_>) -> Weight {
        match self {
            Self::Html => page.document(),
            Self::Css => page.style() + page.of(Kind::Style),
            Self::Scripts => page.scripts() + page.of(Kind::Script),
            Self::Wasm => page.of(Kind::Wasm),
            Self::Fonts => page.of(Kind::Font),
            Self::FirstLoad | Self::EmbedFirstLoad => page.first_load(),
        }
    }
}

/// The files of a page, then its sums: the budgeted ones with their budgets.
fn print_page(page: &Page<'_>, title: &str, parts: &[Part], budgets: &Budgets) {
    println!("\n{title}");
    let budget = |part: Part| if parts.contains(&part) { kb(budgets.limit(part)) } else { String::new() };
    let line = |label: &str, name: &str, weight: Weight, budget: String| {
        print_line(label, name, &kb(weight.raw), &kb(weight.brotli), &budget);
    };
    line("html", &page.file.name, page.file.weight, String::new());
    line("", "of it: css", page.style(), budget(Part::Css));
    line("", "of it: scripts", page.scripts(), String::new());
    line("", "all else", page.document(), budget(Part::Html));
    for file in &page.loads {
        let (label, part) = match file.kind {
            Kind::Style => ("css", None),
            Kind::Script => ("scripts", None),
            Kind::Wasm => ("wasm", None),
            Kind::Font => ("fonts", Some(Part::Fonts)),
            Kind::Html | Kind::Other => ("other", None),
        };
        line(label, &file.name, file.weight, part.map(budget).unwrap_or_default());
    }
    line("scripts", "(together)", Part::Scripts.of(page), budget(Part::Scripts));
    line("wasm", "(together)", page.of(Kind::Wasm), budget(Part::Wasm));
    for file in &page.later {
        line("later", &file.name, file.weight, String::new());
    }
    let first = parts.iter().find(|part| matches!(part, Part::FirstLoad | Part::EmbedFirstLoad));
    line("first load", "(without fonts)", page.first_load(), first.map(|part| budget(*part)).unwrap_or_default());
}

/// What has not been listed yet.
fn print_rest(dist: &Dist, index: &Page<'_>, largest: Option<&Page<'_>>) {
    let listed: Vec<&str> = std::iter::once(index)
        .chain(largest)
        .flat_map(|page| std::iter::once(page.file).chain(page.loads.iter().chain(&page.later).copied()))
        .map(|file| file.name.as_str())
        .collect();
    let rest: Vec<&File> = dist.files.iter().filter(|file| !listed.contains(&file.name.as_str())).collect();
    if !rest.is_empty() {
        println!("\nother files");
    }
    for file in rest {
        print_line("", &file.name, &kb(file.weight.raw), &kb(file.weight.brotli), "");
    }
    let all: Weight = dist.files.iter().map(|file| file.weight).sum();
    println!();
    print_line("all files", &format!("({})", dist.files.len()), &kb(all.raw), &kb(all.brotli), "");
}

fn print_line(label: &str, name: &str, raw: &str, brotli: &str, budget: &str) {
    println!("{}", format!("  {label:<10}  {name:<28}{raw:>10}{brotli:>11}{budget:>11}").trim_end());
}

/// Kilobytes of 1024 bytes.
fn kb(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / budgets::KB)
}
