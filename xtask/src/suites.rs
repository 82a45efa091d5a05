//! The app's test suites, as cargo knows them.

use serde_json::Value;

use crate::error::Error;
use crate::process;
use crate::project::Project;

/// The suite that needs drivers and a server; all others run without.
pub const BROWSER: &str = "browser";

/// cargo cannot leave a suite out, so all others are named.
pub fn without_browser(project: &Project) -> Result<Vec<String>, Error> {
    let mut cargo = project.cargo(["metadata", "--format-version=1", "--no-deps"]);
    let text = process::ask(&mut cargo).ok_or(Error::Failed {
        doing: "reading Cargo.toml".to_owned(),
        cure: "run `cargo metadata` and see what it says",
    })?;
    let metadata = serde_json::from_str(&text).map_err(Error::Metadata)?;
    Ok(suites(&metadata).filter(|suite| suite != BROWSER).collect())
}

fn suites(metadata: &Value) -> impl Iterator<Item = String> {
    list(&metadata["packages"])
        .filter(|package| package["name"] == "site")
        .flat_map(|package| list(&package["targets"]))
        .filter(|target| list(&target["kind"]).any(|kind| kind == "test"))
        .filter(|target| list(&target["required-features"]).all(|feature| feature == "ssr"))
        .filter_map(|target| target["name"].as_str().map(str::to_owned))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_apps_own_suites_are_listed() {
        let metadata = json!({"packages": [
            {"name": "xtask", "targets": [{"kind": ["test"], "name": "cli"}]},
            {"name": "site", "targets": [
                {"kind": ["lib"], "name": "sijian"},
                {"kind": ["bin"], "name": "prerender", "required-features": ["ssr"]},
                {"kind": ["test"], "name": "content"},
                {"kind": ["test"], "name": "page", "required-features": ["ssr"]},
                {"kind": ["test"], "name": "island", "required-features": ["hydrate"]},
                {"kind": ["test"], "name": "browser"},
            ]},
        ]});
        let suites: Vec<String> = suites(&metadata).collect();
        assert_eq!(suites, ["content", "page", "browser"]);
    }
}
