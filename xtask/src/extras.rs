//! Optional tools for some tests. A variable tells the tests of each; without it they skip what
//! needs the tool.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::cache::Cache;
use crate::tools::Tool;
use crate::{npm, python, servers};

pub struct Extras {
    variables: Vec<(&'static str, PathBuf)>,
    /// Checks licences, sources and duplicates of crates.
    pub deny: Option<PathBuf>,
    /// A sentence for each thing that is missing.
    pub missing: Vec<String>,
}

/// From npm: axe's accessibility rules, the Nu HTML checker, Firefox's reading view, and the libraries with which host pages resize our
/// frames. iframe-resizer 5 is not free for every use; it is only run in tests, never shipped.
const SCRIPTS: [(&str, &str); 6] = [
    ("SIJIAN_AXE", "axe-core/axe.min.js"),
    ("SIJIAN_NU", "vnu-jar/build/dist/vnu.jar"),
    ("SIJIAN_READABILITY", "@mozilla/readability"),
    ("SIJIAN_PYM", "pym.js/dist/pym.v1.js"),
    ("SIJIAN_RESIZER_4", "iframe-resizer/js/iframeResizer.js"),
    ("SIJIAN_RESIZER_5", "@iframe-resizer/parent/index.umd.js"),
];

/// Every variable that tests look for.
const VARIABLES: [&str; 8] = [
    "SIJIAN_AXE",
    "SIJIAN_NU",
    "SIJIAN_READABILITY",
    "SIJIAN_PYM",
    "SIJIAN_RESIZER_4",
    "SIJIAN_RESIZER_5",
    "SIJIAN_FRICTIONLESS",
    "SIJIAN_SERVERS",
];

impl Extras {
    pub fn none() -> Self {
        Self { variables: Vec::new(), deny: None, missing: Vec::new() }
    }

    /// Installs what is missing, as far as possible.
    pub fn ensure(cache: &Cache) -> Self {
        let mut extras = Self::none();
        if let Some(modules) = extras.note("rules of accessibility and hosts' libraries", npm::ensure(cache)) {
            extras.variables.extend(SCRIPTS.map(|(variable, path)| (variable, modules.join(path))));
        }
        let validator = python::ensure(cache, &python::FRICTIONLESS);
        if let Some(folder) = extras.note("the data package", validator) {
            extras.variables.push(("SIJIAN_FRICTIONLESS", folder));
        }
        let unpacked = servers::ensure(cache);
        if let Some(folder) = extras.note("the configurations in deploy/", unpacked) {
            extras.variables.push(("SIJIAN_SERVERS", folder));
        }
        extras.deny = extras.note("licences and sources of crates", Tool::cargo_deny().ensure(cache));
        extras
    }

    fn note(&mut self, what: &str, found: Result<PathBuf>) -> Option<PathBuf> {
        found.inspect_err(|reason| self.missing.push(format!("not checked: {what}, as {reason:#}"))).ok()
    }

    /// Sets the variables for a program.
    pub fn tell(&self, command: &mut Command) {
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        command.envs(self.variables.iter().map(|(variable, path)| (variable, path)));
    }
}
