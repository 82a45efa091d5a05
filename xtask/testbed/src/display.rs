//! The display that WebKitGTK's browser needs: a virtual one, or else the desktop's.

use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::find;
use crate::group::Group;

pub enum Display {
    /// Lives as long as its server; its name is like `:99`.
    Virtual {
        _server: Group,
        name: String,
    },
    Desktop,
}

const XVFB: &str = "Xvfb";

impl Display {
    pub fn can_open() -> bool {
        let desktop = || {
            ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
        };
        find(XVFB).is_some() || desktop()
    }

    /// Xvfb chooses a free number and prints it when it is ready, so there is nothing to wait or guess for.
    pub fn open(logs: &Path) -> Result<Self> {
        if find(XVFB).is_none() {
            return Ok(Self::Desktop);
        }
        let log = logs.join("Xvfb.log");
        let words = File::create(&log).with_context(|| log.display().to_string())?;
        let mut command = Command::new(XVFB);
        command.args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = Group::start(command.stdout(Stdio::piped()).stderr(words))?;
        let mut number = String::new();
        let read = server.stdout().map(|output| BufReader::new(output).read_line(&mut number));
        match (read, number.trim()) {
            (Some(Ok(_)), number) if !number.is_empty() => {
                let name = format!(":{number}");
                Ok(Self::Virtual { _server: server, name })
            }
            _ => bail!("{XVFB} did not get ready; see {}", log.display()),
        }
    }

    /// Makes a program open its windows here.
    pub fn show(&self, command: &mut Command) {
        if let Self::Virtual { name, .. } = self {
            command.env("DISPLAY", name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
        }
    }
}
