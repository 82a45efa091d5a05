//! A static server for this machine alone, with the headers that the usual hosts are set up to give.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, ResponseBox};

use crate::encoding;
use crate::error::Error;
use crate::faults::Harm;
use crate::media::media_type;
use crate::site::{Answer, Site};
use crate::watched;

/// Serves for as long as it lives.
pub struct Server {
    http: Arc<tiny_http::Server>,
    address: SocketAddr,
    ending: Arc<AtomicBool>,
    workers: Vec<JoinHandle<()>>,
}

/// More than a browser's six connections to one host.
const WORKERS: usize = 8;

/// How long a connection may wait for a thread that is not there.
const NUDGE: Duration = Duration::from_millis(25);

/// How far to look for a free port beyond the one asked for.
const PORTS: u16 = 100;

impl Server {
    /// Listens at the port, or the next free one; port 0 is any free one.
    pub fn start(site: Site, port: u16) -> Result<Self, Error> {
        let listener = listen(port).map_err(|source| Error::NoPort { first: port, source })?;
        let refused = |source| Error::NoPort { first: port, source };
        let address = listener.local_addr().map_err(refused)?;
        let http =
            tiny_http::Server::from_listener(listener, None).map_err(|source| refused(io::Error::other(source)))?;
        let mut server = Self { http: Arc::new(http), address, ending: Arc::default(), workers: Vec::new() };
        let site = Arc::new(site);
        server.workers = (0..WORKERS).map(|_| server.worker(&site)).chain([server.nudger()]).collect();
        Ok(server)
    }

    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    fn worker(&self, site: &Arc<Site>) -> JoinHandle<()> {
        let (http, ending, site) = (self.http.clone(), self.ending.clone(), site.clone());
        thread::spawn(move || {
            while !ending.load(Ordering::SeqCst) {
                if let Ok(request) = http.recv() {
                    let response = respond(&site, &request);
                    // A browser that went away needs no answer.
                    let _ = request.respond(response);
                }
            }
        })
    }

    /// tiny_http takes a thread for idle until it has woken up: of two connections that come in that moment one waits
    /// for the next thread that comes free, which may be never, as browsers keep theirs. Another connection, closed at
    /// once, frees one.
    fn nudger(&self) -> JoinHandle<()> {
        let (address, ending) = (self.address, self.ending.clone());
        thread::spawn(move || {
            while !ending.load(Ordering::SeqCst) {
                let _ = TcpStream::connect(address);
                thread::park_timeout(NUDGE);
            }
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            worker.thread().unpark();
            // A worker that panicked has said so already.
            let _ = worker.join();
        }
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let first = open(port);
    if !first.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse) {
        return first;
    }
    (port..=port.saturating_add(PORTS)).skip(1).find_map(|port| open(port).ok()).map_or(first, Ok)
}

fn respond(site: &Site, request: &Request) -> ResponseBox {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return with_headers(Response::from_string("405 only GET and HEAD\n").with_status_code(405));
    }
    match site.answer(request.url()) {
        Answer::File(path) => file(&path, &accepted(request)).unwrap_or_else(|_| not_found()),
        Answer::Changed { file, watched, harm } => match fs::read(&file) {
            Ok(bytes) => changed(&file, bytes, watched, harm),
            Err(_) => not_found(),
        },
        Answer::Redirect(to) => match Header::from_bytes("Location", to) {
            Ok(location) => with_headers(Response::empty(301).with_header(location)),
            Err(()) => not_found(),
        },
        Answer::NotFound => not_found(),
    }
}

/// The file, or its smallest copy that the client takes.
fn file(path: &Path, accepted: &str) -> io::Result<ResponseBox> {
    let copies = encoding::copies(path);
    let copy = copies.iter().find(|copy| encoding::takes(accepted, copy.coding));
    let file = File::open(copy.map_or(path, |copy| &copy.path))?;
    let mut response = Response::from_file(file)
        .with_header(header("Content-Type", media_type(path)))
        // Otherwise larger files go in chunks, without their length.
        .with_chunked_threshold(usize::MAX);
    if let Some(copy) = copy {
        response.add_header(header("Content-Encoding", copy.coding));
    }
    if !copies.is_empty() {
        response.add_header(header("Vary", "Accept-Encoding"));
    }
    Ok(with_headers(response))
}

fn accepted(request: &Request) -> String {
    let fields = request.headers().iter().filter(|header| header.field.equiv("Accept-Encoding"));
    fields.map(|header| header.value.as_str()).collect::<Vec<_>>().join(",")
}

/// A file that is not sent as it is.
fn changed(file: &Path, bytes: Vec<u8>, watched: bool, harm: Harm) -> ResponseBox {
    let mut bytes = harm.spoil(bytes);
    if let Harm::Script(script) = harm {
        bytes = watched::with_script(&String::from_utf8_lossy(&bytes), script).into_bytes();
    }
    if watched {
        bytes = watched::page(&String::from_utf8_lossy(&bytes)).into_bytes();
    }
    let kind = if matches!(harm, Harm::Mistyped(_)) { "text/plain" } else { media_type(file) };
    let mut response = Response::from_data(bytes).with_header(header("Content-Type", kind));
    if let Harm::Policy(policy) = harm {
        response.add_header(header("Content-Security-Policy", policy));
    }
    with_headers(response.with_chunked_threshold(usize::MAX))
}

fn not_found() -> ResponseBox {
    with_headers(Response::from_string("404 not found\n").with_status_code(404))
}

fn with_headers<R: io::Read + Send + 'static>(response: Response<R>) -> ResponseBox {
    response
        .with_header(header("Access-Control-Allow-Origin", "*"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Cache-Control", "no-cache"))
        .boxed()
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("headers written in this program are ASCII")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    fn exchange(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_come_with_their_headers() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("embed")).unwrap();
        fs::write(root.path().join("index.html"), "page").unwrap();
        fs::write(root.path().join("a.wasm"), "x".repeat(100_000)).unwrap();
        fs::write(root.path().join("a.js"), "plain").unwrap();
        fs::write(root.path().join("a.js.br"), "brotli").unwrap();
        fs::write(root.path().join("a.js.gz"), "gzip").unwrap();
        let site = Site {
            dist: root.path().to_owned(),
            examples: root.path().join("examples"),
            hosts: root.path().join("hosts"),
            faults: true,
        };
        let server = Server::start(site, 0).unwrap();
        let cases: [(&str, &[&str]); 14] = [
            (
                "GET /?x",
                &[
                    "HTTP/1.1 200",
                    "Content-Type: text/html; charset=utf-8\r\n",
                    "Content-Length: 4\r\n",
                    "Access-Control-Allow-Origin: *\r\n",
                    "X-Content-Type-Options: nosniff\r\n",
                    "Cache-Control: no-cache\r\n",
                    "\r\n\r\npage",
                ],
            ),
            ("GET /a.wasm", &["HTTP/1.1 200", "application/wasm", "Content-Length: 100000\r\n"]),
            ("HEAD /a.wasm", &["HTTP/1.1 200", "Content-Length: 100000\r\n"]),
            ("GET /a.js", &["HTTP/1.1 200", "text/javascript", "Vary: Accept-Encoding\r\n", "\r\n\r\nplain"]),
            (
                "GET /at/a/b/a.js HTTP/1.1\r\nAccept-Encoding: gzip, deflate, br\r\nX-Rest:",
                &[
                    "HTTP/1.1 200",
                    "Content-Type: text/javascript; charset=utf-8\r\n",
                    "Content-Encoding: br\r\n",
                    "Vary: Accept-Encoding\r\n",
                    "Content-Length: 6\r\n",
                    "\r\n\r\nbrotli",
                ],
            ),
            (
                "GET /a.js HTTP/1.1\r\nAccept-Encoding: gzip, br;q=0\r\nX-Rest:",
                &["Content-Encoding: gzip\r\n", "\r\n\r\ngzip"],
            ),
            ("GET /embed", &["HTTP/1.1 301", "Location: /embed/\r\n"]),
            ("GET /fault/no-wasm/a.wasm", &["HTTP/1.1 404"]),
            ("GET /fault/half-wasm/a.wasm", &["HTTP/1.1 200", "application/wasm", "Content-Length: 50000\r\n"]),
            ("GET /fault/plain-wasm/a.wasm", &["text/plain", "Content-Length: 100000\r\n"]),
            ("GET /watched/fault/no-style/", &["Content-Security-Policy: style-src 'none'\r\n", "__seen", "page"]),
            (
                "GET /watched/",
                &["HTTP/1.1 200", "Content-Type: text/html; charset=utf-8\r\n", "__seen", "</script>page"],
            ),
            ("GET /../Cargo.toml", &["HTTP/1.1 404"]),
            ("POST /", &["HTTP/1.1 405"]),
        ];
        for (request, parts) in cases {
            let answer = exchange(&server, request);
            for part in parts {
                assert!(answer.contains(part), "{request}: {part:?} in {answer}");
            }
        }
        assert!(!exchange(&server, "GET /a.wasm").contains("Vary"), "a file without copies is always the same");
        assert!(exchange(&server, "HEAD /").ends_with("\r\n\r\n"), "HEAD has no body");
    }

    #[test]
    fn every_connection_is_answered_while_others_are_kept() {
        let server =
            Server::start(Site { dist: ".".into(), examples: ".".into(), hosts: ".".into(), faults: false }, 0);
        let address = server.as_ref().unwrap().address;
        let ask = move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            write!(stream, "GET /nothing HTTP/1.1\r\nHost: test\r\n\r\n").unwrap();
            let answered = stream.read(&mut [0; 64]).is_ok_and(|bytes| bytes > 0);
            (stream, answered)
        };
        let mut kept = Vec::new();
        for _ in 0..15 {
            // Leaves one thread idle.
            drop(ask());
            let together: Vec<_> = (0..6).map(|_| thread::spawn(ask)).collect();
            kept.extend(together.into_iter().map(|thread| thread.join().unwrap()));
        }
        assert_eq!(kept.iter().filter(|(_, answered)| !answered).count(), 0);
    }

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let site = || Site { dist: ".".into(), examples: ".".into(), hosts: ".".into(), faults: false };
        let first = Server::start(site(), 0).unwrap();
        let port = first.address.port();
        let second = Server::start(site(), port).unwrap();
        assert!(second.address.port() > port);
    }
}
