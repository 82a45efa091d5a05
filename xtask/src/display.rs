//! The display that WebKitGTK's browser needs: a virtual one, or else the desktop's.

use std::env;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::error::Error;
use crate::process;
use crate::process_group::Group;
use crate::project::Project;

pub enum Display {
    /// It lives as long as its server; its name is like `:99`.
    Virtual {
        _server: Group,
        name: String,
    },
    Desktop,
}

impl Display {
    pub fn can_open() -> bool {
        process::find(XVFB).is_some() || desktop()
    }

    /// Xvfb chooses a free number and tells it when it is ready, so there is nothing to wait or guess for.
    pub fn open(project: &Project) -> Result<Self, Error> {
        if process::find(XVFB).is_none() {
            return Ok(Self::Desktop);
        }
        let log = project.scratch()?.join("Xvfb.log");
        let words = File::create(&log).map_err(|source| Error::File { path: log.clone(), source })?;
        let mut command = project.command(XVFB);
        command.args(["-displayfd", "1", "-screen", "0", "1920x1200x24"]);
        command.args(["-nolisten", "tcp", "-noreset"]);
        command.stdout(Stdio::piped()).stderr(words);
        let mut server = Group::start(&mut command)?;
        let mut number = String::new();
        let read = server.stdout().map(|output| BufReader::new(output).read_line(&mut number));
        match (read, number.trim()) {
            (Some(Ok(_)), number) if !number.is_empty() => {
                let name = format!(":{number}");
                Ok(Self::Virtual { _server: server, name })
            }
            _ => Err(Error::Silent { program: XVFB.to_owned(), log }),
        }
    }

    /// Makes a program open its windows here.
    pub fn show(&self, command: &mut Command) {
        if let Self::Virtual { name, .. } = self {
            command.env("DISPLAY", name);
            command.env("GDK_BACKEND", "x11");
            command.env_remove("WAYLAND_DISPLAY");
        }
    }
}

const XVFB: &str = "Xvfb";

fn desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
