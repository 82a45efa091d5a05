//! A static file server for this machine, with the headers that common web hosts send.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, middleware};
use tokio::runtime::{Builder, Runtime};
use tower_http::services::{ServeDir, ServeFile};

use crate::faults::Harm;
use crate::live;
use crate::site::{Mode, Route, Site, with_scripts};

/// Serves for as long as it lives.
pub struct Server {
    address: SocketAddr,
    _runtime: Runtime,
}

/// How far to look for a free port beyond the one asked for.
const PORTS: u16 = 100;

impl Server {
    /// Listens only on this machine, on any free port.
    pub fn start(site: Site) -> Result<Self> {
        Self::start_at(site, Ipv4Addr::LOCALHOST.into(), 0)
    }

    /// Listens on the port, or the next free one.
    pub fn start_at(site: Site, host: IpAddr, port: u16) -> Result<Self> {
        let last = if port == 0 { 0 } else { port.saturating_add(PORTS) };
        let open = |port| TcpListener::bind((host, port));
        let listener = open(port).or_else(|error| (port..=last).skip(1).find_map(|port| open(port).ok()).ok_or(error));
        let listener =
            listener.with_context(|| format!("no port from {port} on could be opened; choose another with --port"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let app = Router::new().fallback(answer).with_state(Arc::new(site)).layer(middleware::map_response(finish));
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, app).await
        });
        Ok(Self { address, _runtime: runtime })
    }

    /// The site's root, as this machine sees it.
    pub fn address(&self) -> String {
        let host = if self.address.ip().is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { self.address.ip() };
        format!("http://{}/", SocketAddr::new(host, self.address.port()))
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    if let (Mode::Live(live), live::PATH) = (&site.mode, request.uri().path()) {
        return live.told().to_string().into_response();
    }
    let is_bare = matches!(site.mode, Mode::Live(_)) && !site.dist.join("index.html").is_file();
    if is_bare {
        return (StatusCode::SERVICE_UNAVAILABLE, Html(with_scripts(live::BARE, &[live::SCRIPT]))).into_response();
    }
    let route = site.route(request.uri().path());
    match serve(&site, &route, request).await {
        Ok(response) => response,
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Request headers about the file on disk; they do not fit a file that is changed on its way.
const ABOUT_THE_FILE: [header::HeaderName; 4] =
    [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE, header::RANGE];

async fn serve(site: &Site, route: &Route, mut request: Request) -> Result<Response> {
    let whole = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let (prefix, rest) = whole.split_at(route.prefix);
    let file = request.uri().path();
    let file = if file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
    let file = Path::new(&file);
    if route.harm.withholds(file) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    let is_page = file.extension() == Some("html".as_ref());
    let harmed = route.harm.touches(file);
    let changed = harmed || (is_page && !route.scripts.is_empty());
    if changed {
        ABOUT_THE_FILE.iter().for_each(|name| drop(request.headers_mut().remove(name)));
    }
    *request.uri_mut() = rest.parse::<Uri>()?;
    // As hosts do.
    let lost = ServeFile::new(route.folder.join("404.html"));
    let mut files = ServeDir::new(&route.folder).precompressed_br().precompressed_gzip().not_found_service(lost);
    let mut response = files.try_call(request).await?.map(Body::new);
    // The file service does not know the prefix.
    if let Some(to) = response.headers().get(header::LOCATION) {
        let to = HeaderValue::from_str(&format!("{prefix}{}", to.to_str()?))?;
        response.headers_mut().insert(header::LOCATION, to);
    }
    if !changed || response.status() != StatusCode::OK {
        return Ok(response);
    }
    let (mut parts, body) = response.into_parts();
    let mut bytes = to_bytes(body, usize::MAX).await?.to_vec();
    if harmed {
        bytes = route.harm.spoil(bytes);
    }
    if is_page {
        let html = with_scripts(&String::from_utf8_lossy(&bytes), &route.scripts);
        bytes = if matches!(site.mode, Mode::Live(_)) { may_connect(&html) } else { html }.into_bytes();
    }
    // These headers describe the unchanged file.
    for name in [header::CONTENT_LENGTH, header::LAST_MODIFIED, header::ACCEPT_RANGES] {
        parts.headers.remove(name);
    }
    match route.harm {
        Harm::Mistyped(_) if harmed => replace(&mut parts.headers, header::CONTENT_TYPE, "text/plain"),
        Harm::Policy(policy) if harmed => replace(&mut parts.headers, header::CONTENT_SECURITY_POLICY, policy),
        _ => {}
    }
    Ok(Response::from_parts(parts, Body::from(Bytes::from(bytes))))
}

/// The policy of pages without scripts forbids connections; to follow the build they need one.
fn may_connect(html: &str) -> String {
    if html.contains("connect-src") {
        return html.to_owned();
    }
    html.replacen("default-src 'none'", "default-src 'none'; connect-src 'self'", 1)
}

/// Adds the headers that every answer has.
async fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        replace(headers, name, value);
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    if kind.starts_with("text/") && !kind.contains("charset") {
        let kind = format!("{kind}; charset=utf-8");
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(&kind).expect("it was one before"));
    }
    response
}

fn replace(headers: &mut HeaderMap, name: header::HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;
    use crate::live::Live;

    fn exchange(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    /// A checkout in which most files contain their own path.
    fn checkout() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in ["dist/index.html", "dist/embed/a.html", "dist/data/四.csv", "dist/a.js", "dist/a.js.br"]
            .into_iter()
            .chain(["dist/a.js.gz", "examples/host.html", "tests/hosts/plain.html", "secret.txt"])
            .chain(["editions/a/index.html", "editions/a/a.js"])
        {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        fs::write(root.path().join("dist/a.wasm"), "x".repeat(100_000)).unwrap();
        root
    }

    fn expect(server: &Server, cases: &[(&str, &[&str])]) {
        for (request, parts) in cases {
            let answer = exchange(server, request);
            for part in *parts {
                let there = answer.to_lowercase().contains(&part.to_lowercase());
                assert!(there, "{request}: {part:?} is not in {answer:.800}");
            }
        }
    }

    #[test]
    fn files_come_with_their_headers() {
        let root = checkout();
        let server = Server::start(Site::tested(root.path(), &root.path().join("editions"))).unwrap();
        let br = "GET /at/a/b/a.js HTTP/1.1\r\nAccept-Encoding: gzip, br\r\nX-Rest:";
        let common = ["Access-Control-Allow-Origin: *\r\n", "X-Content-Type-Options: nosniff\r\n"];
        expect(
            &server,
            &[
                (
                    "GET /?x",
                    &["HTTP/1.1 200", "text/html; charset=utf-8\r\n", "Content-Length: 15\r\n", common[0], common[1]],
                ),
                ("GET /?card=x&y=/../", &["Cache-Control: no-cache\r\n", "\r\n\r\ndist/index.html"]),
                ("GET /a.wasm", &["200", "application/wasm", "Content-Length: 100000\r\n"]),
                ("HEAD /a.wasm", &["200", "Content-Length: 100000\r\n"]),
                ("GET /a.js", &["200", "text/javascript", "\r\n\r\ndist/a.js"]),
                (br, &["200", "text/javascript; charset=utf-8", "Content-Encoding: br\r\n", "\r\n\r\ndist/a.js.br"]),
                ("GET /data/%E5%9B%9B.csv", &["text/csv; charset=utf-8", "\r\n\r\ndist/data/四.csv"]),
                ("GET /embed?x=1", &["307", "Location: /embed/?x=1\r\n"]),
                ("GET /at/a/b", &["404"]),
                ("GET /watched/at/a/b/embed", &["Location: /watched/at/a/b/embed/\r\n"]),
                ("GET /nothing", &["404"]),
                ("POST /", &["405"]),
                ("GET /examples/host.html", &["\r\n\r\nexamples/host.html"]),
                ("GET /hosts/plain.html", &["\r\n\r\ntests/hosts/plain.html"]),
                ("GET /editions/a/", &["\r\n\r\neditions/a/index.html"]),
                ("GET /fault/no-script/editions/a/", &["\r\n\r\neditions/a/index.html"]),
                ("GET /fault/no-script/editions/a/a.js", &["404"]),
            ],
        );
        assert!(exchange(&server, "HEAD /").ends_with("\r\n\r\n"), "HEAD has no body");
    }

    #[test]
    fn nothing_outside_is_ever_served() {
        let root = checkout();
        let server = Server::start(Site::tested(root.path(), &root.path().join("editions"))).unwrap();
        for path in [
            "/../secret.txt",
            "/embed/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "/at/a/b/../secret.txt",
            "/examples/../secret.txt",
            "/hosts/../../secret.txt",
            "//secret.txt",
        ] {
            let answer = exchange(&server, &format!("GET {path}"));
            assert!(!answer.contains("secret") && !answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        }
    }

    #[test]
    fn faults_spoil_what_they_say_and_nothing_else() {
        let root = checkout();
        let server = Server::start(Site::tested(root.path(), &root.path().join("editions"))).unwrap();
        expect(
            &server,
            &[
                ("GET /fault/no-wasm/a.wasm", &["404"]),
                ("GET /fault/no-wasm/", &["\r\n\r\ndist/index.html"]),
                ("GET /watched/fault/no-wasm/a.wasm", &["404"]),
                ("GET /fault/half-wasm/a.wasm", &["200", "application/wasm", "Content-Length: 50000\r\n"]),
                ("GET /fault/plain-wasm/a.wasm", &["text/plain", "Content-Length: 100000\r\n"]),
                (
                    "GET /watched/fault/no-style/",
                    &["Content-Security-Policy: style-src 'none'\r\n", "__seen", "dist/index"],
                ),
                ("GET /watched/", &["200", "text/html; charset=utf-8\r\n", "__seen", "</script>dist/index.html"]),
                ("GET /watched/examples/host.html", &["__seen", "</script>examples/host.html"]),
                ("GET /fault/no-canvas/", &["getContext", "</script>dist/index.html"]),
            ],
        );
        let plain = Server::start(Site::plain(&root.path().join("dist"), root.path())).unwrap();
        let off: Vec<(&str, &[&str])> =
            ["GET /watched/", "GET /hosts/plain.html", "GET /fault/no-wasm/"].map(|path| (path, &["404"][..])).into();
        expect(&plain, &off);
    }

    #[test]
    fn pages_follow_the_build() {
        let root = checkout();
        fs::write(root.path().join("dist/summary.html"), "<head>default-src 'none'; style-src").unwrap();
        let live = Live::default();
        let site = Site::live(&root.path().join("dist"), root.path(), live.clone());
        let server = Server::start(site).unwrap();
        expect(
            &server,
            &[
                ("GET /", &["build-problem"]),
                ("GET /summary.html", &["<head><script>", "default-src 'none'; connect-src 'self'; style-src"]),
                ("GET /.live", &["\"problem\":null", "\"version\":0"]),
            ],
        );
        live.failed("content/x.toml:3");
        expect(&server, &[("GET /.live", &["\"problem\":\"content/x.toml:3\"", "\"version\":0"])]);
        live.built();
        expect(&server, &[("GET /.live", &["\"problem\":null", "\"version\":1"])]);
    }

    #[test]
    fn before_the_first_good_build_a_bare_page_waits() {
        let root = tempfile::tempdir().unwrap();
        let live = Live::default();
        live.failed("content/x.toml:3");
        let site = Site::live(&root.path().join("dist"), root.path(), live);
        let server = Server::start(site).unwrap();
        expect(&server, &[("GET /", &["503", "build-problem", "还没有做好的网页"]), ("GET /.live", &["x.toml:3"])]);
        fs::create_dir(root.path().join("dist")).unwrap();
        fs::write(root.path().join("dist/index.html"), "<head>built").unwrap();
        expect(&server, &[("GET /", &["200", "build-problem", "built"])]);
    }

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let site = || Site::plain(Path::new("."), Path::new("."));
        let first = Server::start(site()).unwrap();
        let second = Server::start_at(site(), Ipv4Addr::LOCALHOST.into(), first.port()).unwrap();
        assert!(second.port() > first.port());
    }
}
