//! Installs browsers and fonts from Debian's packages. Without root it only says what is missing;
//! on other systems it does nothing.

use std::fs;
use std::process::Command;

use anyhow::Result;
use testbed::find;

use crate::process;

pub fn ensure() -> Result<()> {
    if debian().is_none() || find("apt-get").is_none() {
        return Ok(());
    }
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root() {
        println!(
            "xtask: only root may install packages; for every browser: sudo apt-get install {}",
            missing.join(" ")
        );
        return Ok(());
    }
    println!("xtask: installing {}: first time only, about 3 minutes", missing.join(", "));
    apt_get(&["update"])?;
    let options = ["install", "--yes", "--no-install-recommends"];
    apt_get(&[&options[..], &missing].concat())
}

const PACKAGES: [&str; 8] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-noto-cjk",
    "fonts-noto-cjk-extra",
];

pub fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command.arg("--quiet").args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    process::run(
        &mut command,
        &format!("apt-get {}", arguments.join(" ")),
        "see apt's words above, check the network, and start again",
    )
}

fn missing() -> Vec<&'static str> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]);
    query.args(PACKAGES);
    // dpkg-query fails if it does not know one of them, but still lists the others.
    let listed = query.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    not_installed(&listed)
}

fn not_installed(listed: &str) -> Vec<&'static str> {
    PACKAGES
        .into_iter()
        .filter(|package| {
            let installed = format!("{package} installed");
            !listed.lines().any(|line| line == installed)
        })
        .collect()
}

/// Debian's version; `None` on its derivatives, where some of the packages have other names or are
/// stubs without a browser.
pub fn debian() -> Option<String> {
    version(&fs::read_to_string("/etc/os-release").ok()?)
}

/// Debian testing and unstable have no version number.
fn version(release: &str) -> Option<String> {
    let value =
        |key: &str| release.lines().find_map(|line| line.strip_prefix(key)).map(|value| value.trim_matches('"'));
    (value("ID=") == Some("debian")).then(|| value("VERSION_ID=").unwrap_or("unstable").to_owned())
}

fn is_root() -> bool {
    process::ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wholly_installed_counts() {
        let all: String = PACKAGES.iter().map(|p| format!("{p} installed\n")).collect();
        assert!(not_installed(&all).is_empty());
        assert_eq!(not_installed(""), PACKAGES);
        let removed = all.replace("xvfb installed", "xvfb config-files");
        assert_eq!(not_installed(&removed), ["xvfb"]);
        let halved = all.replace("chromium installed\n", "");
        assert_eq!(not_installed(&halved), ["chromium"]);
    }

    #[test]
    fn only_debian_itself_counts() {
        for (release, expected) in [
            ("NAME=\"Debian\"\nVERSION_ID=\"12\"\nID=debian\n", Some("12")),
            ("ID=debian\n", Some("unstable")),
            ("ID=ubuntu\nID_LIKE=debian\nVERSION_ID=\"24.04\"\n", None),
            ("", None),
        ] {
            assert_eq!(version(release).as_deref(), expected);
        }
    }
}
