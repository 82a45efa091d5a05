//! Web servers and a load generator from Debian's packages, for testing the configurations in
//! `deploy/`.
//!
//! They are only unpacked, into the cache: an installed server would start itself, on the standard
//! port.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt;
use crate::cache::Cache;
use crate::process;

const PACKAGES: [&str; 5] = ["nginx", "libnginx-mod-http-brotli-static", "caddy", "wrk", "libluajit-5.1-2"];

const PROOF: &str = "usr/sbin/nginx";

/// The folder that they are unpacked into.
pub fn ensure(cache: &Cache) -> Result<PathBuf> {
    let debian = apt::debian().context("this is not Debian")?;
    let proof = cache.ensure("servers", &debian, PROOF, unpack)?;
    Ok(proof.ancestors().nth(3).map_or_else(PathBuf::new, Path::to_path_buf))
}

fn unpack(folder: &Path) -> Result<()> {
    println!("xtask: getting {}", PACKAGES.join(", "));
    // A fresh machine has no package lists, or old ones.
    if download(folder).is_err() {
        apt::apt_get(&["update"])?;
        download(folder)?;
    }
    for entry in fs::read_dir(folder)? {
        let package = entry?.path();
        let mut dpkg = Command::new("dpkg-deb");
        dpkg.arg("--extract").arg(&package).arg(folder);
        process::run(&mut dpkg, &format!("unpacking {}", package.display()), "remove it, and start again")?;
        fs::remove_file(package)?;
    }
    for (program, question) in [("usr/sbin/nginx", "-v"), ("usr/bin/caddy", "version")] {
        let mut program = Command::new(folder.join(program));
        process::run(program.arg(question), "starting a web server", "install what it says is missing")?;
    }
    Ok(())
}

fn download(folder: &Path) -> Result<()> {
    let mut apt = Command::new("apt-get");
    apt.current_dir(folder);
    // apt's sandbox user may not write into the cache.
    apt.args(["--quiet", "--option", "APT::Sandbox::User=root", "download"]).args(PACKAGES);
    process::run(&mut apt, "downloading Debian's packages", "see apt's words above, and start again")
}
