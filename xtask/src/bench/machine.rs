//! The machine that numbers were measured on: without it they mean nothing.

use std::env::consts;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use serde_json::{Value, json};

use crate::process;

/// The driver's version stands for the browser's: they match.
pub fn described(driver: &Path) -> Value {
    json!({
        "system": format!("{} {}", consts::OS, consts::ARCH),
        "cores": thread::available_parallelism().map_or(1, usize::from),
        "processor": processor(),
        "browser": process::ask(Command::new(driver).arg("--version")),
    })
}

/// As Linux names it.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
