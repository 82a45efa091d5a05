//! Web servers and a load generator from Debian's packages, to try the configurations in `deploy/` with.
//!
//! They are unpacked into the cache: a server that is installed starts itself, at the port that everyone knows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::apt;
use crate::cache::Cache;
use crate::error::Error;
use crate::process;

/// The variable that tells the tests in which folder they lie.
pub const VARIABLE: &str = "SIJIAN_SERVERS";

const PACKAGES: [&str; 5] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "wrk", "libluajit-5.1-2"];

const PROOF: &str = "usr/sbin/nginx";

/// The folder, or a sentence that says why no server is tried.
pub fn ensure(cache: &Cache) -> Result<PathBuf, String> {
    let told = |reason: String| format!("the configurations in deploy/ are not tried with nginx and Caddy: {reason}");
    let debian = apt::debian().ok_or_else(|| told("this is not Debian".to_owned()))?;
    let root = |proof: PathBuf| proof.ancestors().nth(3).map_or_else(PathBuf::new, Path::to_path_buf);
    let installed = || cache.installed("servers", &debian, PROOF).map(root);
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    let _lock = cache.lock().map_err(|error| told(error.to_string()))?;
    let unpacked = || cache.install("servers", &debian, PROOF, unpack).map(root);
    installed().map_or_else(unpacked, Ok).map_err(|error| told(error.to_string()))
}

fn unpack(folder: &Path) -> Result<(), Error> {
    println!("xtask: getting {}", PACKAGES.join(", "));
    // A fresh machine has no lists of packages, or old ones.
    if download(folder).is_err() {
        apt::apt_get(&["update"])?;
        download(folder)?;
    }
    let told = |source| Error::File { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(told)? {
        let package = entry.map_err(told)?.path();
        let mut dpkg = Command::new("dpkg-deb");
        dpkg.arg("--extract").arg(&package).arg(folder);
        process::run(&mut dpkg, &format!("unpacking {}", package.display()), "remove it, and start again")?;
        fs::remove_file(package).map_err(told)?;
    }
    for (program, question) in [("usr/sbin/nginx", "-v"), ("usr/bin/caddy", "version")] {
        let mut program = Command::new(folder.join(program));
        process::run(program.arg(question), "starting a web server", "install what it says is missing")?;
    }
    Ok(())
}

fn download(folder: &Path) -> Result<(), Error> {
    let mut apt = Command::new("apt-get");
    apt.current_dir(folder);
    // Its own user may not write into the cache.
    apt.args(["--quiet", "--option", "APT::Sandbox::User=root", "download"]).args(PACKAGES);
    process::run(&mut apt, "downloading Debian's packages", "see apt's words above, and start again")
}
