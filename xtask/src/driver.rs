//! A WebDriver server that runs in the background.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::engine::Drivable;
use crate::error::Error;
use crate::process_group::Group;
use crate::project::Project;

/// A driver that answers; dropping it ends it and its browsers, and then clears away what they left.
pub struct Driver {
    _group: Group,
    _profiles: Profiles,
    address: SocketAddr,
}

impl Driver {
    /// Starts the driver and waits until it says that it is there.
    pub fn start(project: &Project, found: &Drivable, display: Option<&Display>) -> Result<Self, Error> {
        let name = found.engine.name();
        let log = project.scratch()?.join(format!("{name}.log"));
        let told = |source| Error::File { path: log.clone(), source };
        let address = free_address().map_err(|source| Error::NoPort { first: 0, source })?;
        let words = File::create(&log).map_err(told)?;
        let mut command = project.command(&found.driver);
        command.args(found.engine.arguments(address.port()));
        command.stdout(words.try_clone().map_err(told)?).stderr(words);
        if let Some(display) = display {
            display.show(&mut command);
        }
        let profiles = Profiles::create(name)?;
        command.env("TMPDIR", &profiles.folder);
        let mut group = Group::start(&mut command)?;
        if answers(&mut group, address) {
            println!("xtask: {name} is driven at http://{address}");
            Ok(Self { _group: group, _profiles: profiles, address })
        } else {
            Err(Error::Silent { program: found.driver.display().to_string(), log })
        }
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn socket(&self) -> SocketAddr {
        self.address
    }
}

/// Browsers that are ended rather than closed leave their profiles, megabytes each, in the folder for such files.
struct Profiles {
    folder: PathBuf,
}

impl Profiles {
    /// Its path is short: Chromium puts a socket in it.
    fn create(name: &str) -> Result<Self, Error> {
        let folder = env::temp_dir().join(format!("sijian-{name}-{}", process::id()));
        match fs::create_dir_all(&folder) {
            Ok(()) => Ok(Self { folder }),
            Err(source) => Err(Error::File { path: folder, source }),
        }
    }
}

impl Drop for Profiles {
    fn drop(&mut self) {
        // What cannot be removed is in nobody's way.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A driver that has not answered by then never will; one that ends earlier is not waited for.
const LIMIT: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);

/// Drivers cannot choose a port and tell it, so one is chosen here and let go just before.
fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

fn answers(group: &mut Group, address: SocketAddr) -> bool {
    let started = Instant::now();
    while started.elapsed() < LIMIT && !group.has_ended() {
        if status(address).is_ok_and(|line| line.starts_with("HTTP/1.1 200")) {
            return true;
        }
        thread::sleep(PAUSE);
    }
    false
}

/// The first line of the answer to WebDriver's question whether it is ready.
fn status(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, LIMIT)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut line = [0; 12];
    stream.read_exact(&mut line)?;
    Ok(String::from_utf8_lossy(&line).into_owned())
}
