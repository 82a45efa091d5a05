//! Maps a request to a folder, and to what is done to the file on its way.
//!
//! Knows paths; knows nothing of sockets.

use std::path::{Path, PathBuf};

use crate::faults::{FAULTS, Harm};
use crate::live::{self, Live};

pub struct Site {
    /// The built pages.
    pub dist: PathBuf,
    /// The checkout: `/examples/` is served from it too.
    pub project: PathBuf,
    pub mode: Mode,
    /// A site of several editions, for the browser tests.
    pub editions: PathBuf,
}

pub enum Mode {
    Plain,
    /// Pages follow the build.
    Live(Live),
    /// Adds the routes for the browser tests: `/hosts/`, `/editions/`, `/at/a/b/`, as a prefix to any of them
    /// `/fault/…`, and before that `/watched/`, where pages record what goes wrong in them.
    Tested,
}

/// Where a request leads.
pub(crate) struct Route {
    pub folder: PathBuf,
    /// The length of the path's prefix that names the folder.
    pub prefix: usize,
    pub harm: Harm,
    /// Scripts that pages run before any other.
    pub scripts: Vec<&'static str>,
}

/// Records errors, warnings, unhandled rejections, policy violations and missing files in
/// `window.__seen`.
const COLLECTOR: &str = include_str!("collector.js");

impl Site {
    /// The built pages of a checkout, for tests.
    pub fn tested(project: &Path, editions: &Path) -> Self {
        Self { mode: Mode::Tested, editions: editions.to_owned(), ..Self::plain(&project.join("dist"), project) }
    }

    /// Any folder, as it is.
    pub fn plain(dist: &Path, project: &Path) -> Self {
        let (dist, project) = (dist.to_owned(), project.to_owned());
        Self { dist, project, mode: Mode::Plain, editions: PathBuf::new() }
    }

    /// Pages that follow the build.
    pub fn live(dist: &Path, project: &Path, live: Live) -> Self {
        Self { mode: Mode::Live(live), ..Self::plain(dist, project) }
    }

    pub(crate) fn route(&self, path: &str) -> Route {
        let mut route = Route { folder: self.dist.clone(), prefix: 0, harm: Harm::None, scripts: Vec::new() };
        let tested = matches!(self.mode, Mode::Tested);
        if tested && under(path, "/watched") {
            route.prefix = "/watched".len();
            route.scripts.push(COLLECTOR);
        }
        let rest = &path[route.prefix..];
        if let Mode::Live(_) = self.mode {
            route.scripts.push(live::SCRIPT);
        }
        if let Some(fault) = FAULTS.iter().find(|fault| tested && under(rest, fault.prefix)) {
            route.harm = fault.harm;
            route.prefix += fault.prefix.len();
            if let Harm::Script(script) = fault.harm {
                route.scripts.push(script);
            }
        }
        let rest = &path[route.prefix..];
        let folders = [
            ("/examples", true, self.project.join("examples")),
            ("/hosts", tested, self.project.join("tests/hosts")),
            ("/editions", tested, self.editions.clone()),
        ];
        for (name, served, folder) in folders {
            if served && under(rest, name) {
                route.folder = folder;
                route.prefix += name.len();
                break;
            }
        }
        route
    }
}

fn under(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Puts scripts at the very start of the page's head. A policy in a `<meta>` governs only what
/// follows it, so neither the policy nor any hash in it has to change.
pub(crate) fn with_scripts(html: &str, scripts: &[&str]) -> String {
    let scripts: String = scripts.iter().map(|script| format!("<script>{script}</script>")).collect();
    match html.find("<head>").map(|at| at + "<head>".len()) {
        Some(at) => [&html[..at], &scripts, &html[at..]].concat(),
        None => scripts + html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_come_before_all_else_in_the_head() {
        let html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>页</body></html>";
        let page = with_scripts(html, &["a", "b"]);
        let head = "<!DOCTYPE html>\n<html><head><script>a</script><script>b</script><meta charset=\"utf-8\">";
        assert!(page.starts_with(head), "{page}");
        assert_eq!(with_scripts("no head", &["a"]), "<script>a</script>no head");
    }

    #[test]
    fn no_script_ends_its_element_early() {
        assert!(!COLLECTOR.contains("</") && !live::SCRIPT.contains("</"));
    }
}
