//! Tests the configurations in `deploy/` with their servers, on the built site.

#[path = "support/hosting.rs"]
mod hosting;
mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use hosting::{Answer, Server, caddy, load, nginx};
use support::{assert_none, project};

/// The folder into which `cargo xtask test` has unpacked them.
fn programs() -> Option<PathBuf> {
    let folder = std::env::var_os("SIJIAN_SERVERS").map(PathBuf::from);
    if folder.is_none() {
        println!("nginx and Caddy are not there; on Debian `cargo xtask test` gets them");
    }
    folder
}

#[test]
fn nginx_serves_the_site_as_it_should() {
    let Some(programs) = programs() else { return };
    let server = nginx(&programs);
    try_site(&server);
    let mut figures = needs();
    for (path, what) in [("/", "index.html"), ("/embed/cover.html", "one embed")] {
        figures +=
            &format!("\nnginx on this machine, one worker, {what} as brotli: {}", load(&programs, &server, path));
    }
    // Written directly, since the harness hides what a passing test prints.
    writeln!(std::io::stdout(), "{figures}").unwrap();
}

/// The figures that deploy/README.md uses.
fn needs() -> String {
    let size = |file: &String| {
        let copy = dist().join(format!("{file}.br"));
        fs::metadata(if copy.is_file() { copy } else { dist().join(file) }).unwrap().len()
    };
    let once = |file: &&String| {
        let lasts = site::lifetime(file) != site::lifetime("index.html") && !file.contains('/');
        lasts || ["index.html", "sw.js"].contains(&file.as_str())
    };
    let mut line = String::from("\na first view, brotli:");
    let (mut requests, mut bytes) = (0, 0);
    for file in files().iter().filter(once) {
        line += &format!(" {file} {:.1} KB,", size(file) as f64 / 1000.0);
        requests += 1;
        bytes += size(file);
    }
    let a_second = 1e6 / 3600.0;
    format!(
        "{line} together {:.0} KB in {requests} requests; a million an hour: {:.0} requests and {:.2} Gbit a second",
        bytes as f64 / 1000.0,
        a_second * f64::from(requests),
        a_second * bytes as f64 * 8.0 / 1e9
    )
}

#[test]
fn caddy_serves_the_site_as_it_should() {
    let Some(programs) = programs() else { return };
    try_site(&caddy(&programs));
}

/// Tests the site at its own address, and in a folder of another site.
fn try_site(server: &Server) {
    let mut wrong = Vec::new();
    for base in [&server.site, &server.folder] {
        for file in files() {
            for accepted in ["br", "gzip", "identity"] {
                let answer = server.get(&format!("{base}{file}"), &[("Accept-Encoding", accepted)]);
                let found = complaints(&file, accepted, &answer);
                wrong.extend(found.into_iter().map(|what| format!("{base}{file}, {accepted}: {what}")));
            }
        }
        let index = server.get(base, &[("Accept-Encoding", "gzip"), ("Via", "1.1 a network")]);
        wrong.extend(complaints("index.html", "gzip", &index).into_iter().map(|what| format!("{base}: {what}")));

        let known = server.get(base, &[("If-None-Match", index.header("ETag")), ("Accept-Encoding", "gzip")]);
        let fresh = known.status == 304 && known.body.is_empty() && known.header("Cache-Control") == "no-cache";
        wrong.extend((!fresh).then(|| format!("{base} again: {} {:?}", known.status, known.headers)));

        for nothing in ["nothing", "embed/", "embed/nothing.html", "a/b/c", "app-0123456789.js"] {
            let answer = server.get(&format!("{base}{nothing}"), &[]);
            // A missing file may exist a moment later, so the answer must not be cached for long.
            let right = [403, 404].contains(&answer.status)
                && answer.header("Cache-Control") != site::lifetime("a-0123456789.js");
            wrong.extend((!right).then(|| format!("{base}{nothing}: {} {:?}", answer.status, answer.headers)));
            if *base == server.site {
                let ours = answer.status == 404
                    && answer.body == fs::read(dist().join("404.html")).unwrap()
                    && answer.header("Content-Type") == "text/html; charset=utf-8"
                    && answer.header("Content-Security-Policy") == "frame-ancestors 'none'"
                    && answer.header("Cache-Control") == "no-cache";
                wrong.extend((!ours).then(|| format!("{base}{nothing} is not our page: {:?}", answer.headers)));
            }
        }
    }
    assert_none(&wrong);
}

/// What is wrong with the answer for a file.
fn complaints(file: &str, accepted: &str, answer: &Answer) -> Vec<String> {
    let path = |ending: &str| dist().join(format!("{file}{ending}"));
    let has_copies = path(".br").is_file() && path(".gz").is_file();
    let (ending, coding) = match accepted {
        "br" if has_copies => (".br", "br"),
        "gzip" if has_copies => (".gz", "gzip"),
        _ => ("", ""),
    };
    let mut expected = site::headers(file);
    expected.push(("Cache-Control", site::lifetime(file)));
    expected.push(("Content-Type", media_type(file)));
    expected.push(("Content-Encoding", coding));
    let mut wrong: Vec<String> = expected
        .into_iter()
        .filter(|(name, value)| answer.header(name) != *value)
        .map(|(name, value)| format!("{name}: {:?}, not {value:?}", answer.header(name)))
        .collect();
    let open = site::headers(file).iter().all(|(name, _)| *name != "Content-Security-Policy");
    let closed =
        ["Content-Security-Policy", "X-Frame-Options"].into_iter().find(|name| !answer.header(name).is_empty());
    wrong.extend(closed.filter(|_| open).map(|name| format!("has {name}: {}", answer.header(name))));
    wrong.extend((answer.status != 200).then(|| format!("status {}", answer.status)));
    wrong.extend((answer.body != fs::read(path(ending)).unwrap()).then(|| "other bytes".to_owned()));
    wrong.extend((has_copies && answer.header("Vary") != "Accept-Encoding").then(|| "does not vary".to_owned()));
    wrong
}

fn media_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        other => panic!("{file}: the configurations in deploy/ do not know .{other}"),
    }
}

fn dist() -> PathBuf {
    project().join("dist")
}

/// Everything that readers may request. The copies are for the server, `_headers` is for other
/// hosts.
fn files() -> Vec<String> {
    fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                collect(&path, &format!("{name}/"), files);
            } else if !name.ends_with(".br") && !name.ends_with(".gz") && name != "_headers" && !name.starts_with('.') {
                files.push(name);
            }
        }
    }
    let mut files = Vec::new();
    collect(&dist(), "", &mut files);
    assert!(files.iter().any(|name| name == "index.html"), "`cargo xtask build` makes dist/");
    files
}
