//! A simulated network between browser and server, which fails on command; each is an origin of its
//! own.

use std::env;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The state of the network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NetworkState {
    Up,
    /// No connection is answered.
    Down,
    /// The program's files neither arrive nor fail.
    Slow,
    /// The server has a new version of the page: its parts have other names, and the old ones are
    /// gone.
    Next,
    /// As `Next`, but half deployed: the page is new, its program is still missing.
    HalfDeployed,
    Closed,
}

pub struct Network {
    address: SocketAddr,
    state: Arc<Mutex<NetworkState>>,
}

impl Network {
    pub fn open() -> Self {
        let base = env::var("SIJIAN_BASE_URL").expect("the server's address; run `cargo xtask test`");
        let server: SocketAddr =
            base.trim_start_matches("http://").trim_end_matches('/').parse().expect("an address with a port");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("the port");
        let state = Arc::new(Mutex::new(NetworkState::Up));
        let known = state.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let state = known.clone();
                if now(&state) == NetworkState::Closed {
                    return;
                }
                // An error means that the browser went away, so it is ignored.
                thread::spawn(move || carry(stream, server, &state));
            }
        });
        Self { address, state }
    }

    /// The site's root, through this network.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    pub fn turn(&self, state: NetworkState) {
        *self.state.lock().expect("nobody panics with it") = state;
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.turn(NetworkState::Closed);
        // Wakes the listener.
        let _ = TcpStream::connect(self.address);
    }
}

fn now(state: &Mutex<NetworkState>) -> NetworkState {
    *state.lock().expect("nobody panics with it")
}

/// Passes on one request and its answer.
fn carry(mut stream: TcpStream, server: SocketAddr, state: &Mutex<NetworkState>) -> io::Result<()> {
    let Some(path) = requested(&mut stream)? else {
        return Ok(());
    };
    while now(state) == NetworkState::Slow && path.ends_with(".wasm") {
        thread::sleep(Duration::from_millis(20));
    }
    let answer = match now(state) {
        NetworkState::Down | NetworkState::Closed => return Ok(()),
        NetworkState::Up | NetworkState::Slow => ask(server, &path)?,
        NetworkState::HalfDeployed if path.ends_with(".wasm") => ask(server, "/gone")?,
        NetworkState::Next | NetworkState::HalfDeployed => next(server, &path)?,
    };
    stream.write_all(&answer)
}

/// The requested path; `None` if the browser only opened a connection.
fn requested(stream: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte)? == 0 {
            return Ok(None);
        }
        head.push(byte[0]);
    }
    Ok(String::from_utf8_lossy(&head).split(' ').nth(1).map(str::to_owned))
}

/// The server's complete answer; the connection closes after it.
fn ask(server: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

const PRESENT: &str = "app-";
const COMING: &str = "neo-";

/// The answer in the next version.
fn next(server: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let text = match path.split('?').next().unwrap_or_default() {
        "/" | "/index.html" => {
            // As networks and hosts change pages on the way.
            let page = renamed(&body(&ask(server, "/")?)).replace("data-version=\"", "data-version=\"next-");
            page.replace("</body>", "<!-- put in by a host --></body>")
        }
        "/sw.js" => renamed(&body(&ask(server, path)?)).replace("VERSION = '", "VERSION = 'next-"),
        path if path[1..].starts_with(PRESENT) => return ask(server, "/gone"),
        path => return ask(server, &path.replace(COMING, PRESENT)),
    };
    let kind = if path == "/sw.js" { "text/javascript" } else { "text/html; charset=utf-8" };
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nCache-Control: no-cache\r\n");
    Ok(format!("{head}Content-Length: {}\r\nConnection: close\r\n\r\n{text}", text.len()).into_bytes())
}

/// Replaces the parts' names by new ones; other words start like them and must stay.
fn renamed(text: &str) -> String {
    let mut parts = text.split(PRESENT);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let is_name = part.len() > 10 && part.as_bytes()[..10].iter().all(u8::is_ascii_hexdigit);
        text + if is_name { COMING } else { PRESENT } + part
    })
}

fn body(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    text.split_once("\r\n\r\n").map_or_else(String::new, |(_, body)| body.to_owned())
}
