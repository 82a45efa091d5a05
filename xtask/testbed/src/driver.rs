//! A WebDriver server that runs in the background.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, process, thread};

use anyhow::{Context, Result, bail};

use crate::display::Display;
use crate::engine::Engine;
use crate::group::Group;

/// A running driver. Dropping it ends it and its browsers, then removes their files.
pub struct Driver {
    // Dropped in this order.
    _group: Group,
    _display: Option<Display>,
    _profiles: Profiles,
    address: SocketAddr,
}

/// A driver that has not answered by then never will. If it exits earlier, waiting ends at once.
const LIMIT: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(50);

impl Driver {
    /// Starts the driver and waits until it is ready. Its output goes to a file in `logs`.
    pub fn start(engine: Engine, program: &Path, logs: &Path) -> Result<Self> {
        let name = engine.name();
        let log = logs.join(format!("{name}.log"));
        let words = File::create(&log).with_context(|| log.display().to_string())?;
        // Drivers cannot report a port of their own choice, so a free one is picked here and
        // released just before.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let mut command = Command::new(program);
        command.args(engine.arguments(address.port()));
        command.stdout(words.try_clone()?).stderr(words);
        let display = (engine == Engine::WebKit).then(|| Display::open(logs)).transpose()?;
        if let Some(display) = &display {
            display.show(&mut command);
            // Without a GPU, composited layers only cost: a third of all processor time.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let profiles = Profiles::create(name)?;
        let group = Group::start(command.env("TMPDIR", &profiles.folder))?;
        let started = Instant::now();
        while !status(address).is_ok_and(|line| line.starts_with("HTTP/1.1 200")) {
            if started.elapsed() > LIMIT || group.ended().is_some() {
                bail!("{} did not get ready; see {}", program.display(), log.display());
            }
            thread::sleep(PAUSE);
        }
        Ok(Self { _group: group, _display: display, _profiles: profiles, address })
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// The start of the answer to WebDriver's `/status`.
fn status(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, LIMIT)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut line = [0; 12];
    stream.read_exact(&mut line)?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}

/// Killed browsers leave their profiles, megabytes each, in the folder for temporary files.
struct Profiles {
    folder: PathBuf,
}

impl Profiles {
    /// The path must be short: Chromium creates a socket in it.
    fn create(name: &str) -> Result<Self> {
        let folder = env::temp_dir().join(format!("sijian-{name}-{}", process::id()));
        fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(Self { folder })
    }
}

impl Drop for Profiles {
    fn drop(&mut self) {
        // Leftovers do no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
