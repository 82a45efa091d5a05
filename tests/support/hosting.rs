//! Real web servers on this machine, with the configurations in `deploy/`, and their answers.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::header::HeaderMap;
use tokio::runtime::{Builder, Runtime};

use crate::support::{empty_folder, project};

/// A running server; dropping it ends it.
pub struct Server {
    process: Child,
    /// The site's address on a server of its own.
    pub site: String,
    /// The site's address in a folder of another site.
    pub folder: String,
    runtime: Runtime,
    client: reqwest::Client,
}

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    /// As received, still compressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// All values of a header; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let first = values.next().map_or("", |value| value.to_str().unwrap());
        assert_eq!(values.count(), 0, "{name} is there twice: {:?}", self.headers);
        first
    }
}

impl Server {
    fn start(mut command: Command, ports: [u16; 2]) -> Self {
        let process = command.stdin(Stdio::null()).spawn().unwrap();
        let [site, folder] = [format!("http://127.0.0.1:{}/", ports[0]), format!("http://127.0.0.1:{}/a/b/", ports[1])];
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let mut server = Self { process, site, folder, runtime, client };
        let begun = Instant::now();
        while !ports.iter().all(|port| TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok()) {
            assert_eq!(server.process.try_wait().unwrap(), None, "it ended, see its words above");
            assert!(begun.elapsed() < Duration::from_secs(30), "it does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    pub fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request =
            headers.iter().fold(self.client.get(address), |request, (name, value)| request.header(*name, *value));
        self.runtime.block_on(async {
            let response = request.send().await.unwrap();
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            Answer { status, headers, body: response.bytes().await.unwrap().to_vec() }
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A single process, so that killing it leaves nothing behind.
pub fn nginx(programs: &Path) -> Server {
    let scratch = empty_folder("servers-nginx");
    let ports = free_ports();
    let (own, dist) = (scratch.display(), project().join("dist"));
    for name in ["maps.conf", "serve.conf", "server.conf"] {
        let text = deployed(&format!("nginx/{name}"));
        let text = if name == "server.conf" {
            let text = with(&text, "listen 80;", &format!("listen 127.0.0.1:{};", ports[0]));
            let text = with(&text, "/srv/sijian/current", dist.to_str().unwrap());
            with(&text, "/etc/nginx/sijian", scratch.to_str().unwrap())
        } else {
            text
        };
        fs::write(scratch.join(name), text).unwrap();
    }
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|what| format!("{what}_temp_path {own}/{what};"))
        .collect();
    let main = format!(
        "load_module {modules}/ngx_http_brotli_static_module.so; daemon off; master_process off; pid {own}/pid;
         error_log stderr crit; events {{}} http {{ access_log off; {temporary} include {own}/server.conf;
         server {{ listen 127.0.0.1:{port}; location /a/b/ {{ alias {dist}/; include {own}/serve.conf; }} }} }}",
        modules = programs.join("usr/lib/nginx/modules").display(),
        port = ports[1],
        dist = dist.display(),
    );
    fs::write(scratch.join("main.conf"), main).unwrap();
    let mut command = Command::new(programs.join("usr/sbin/nginx"));
    command.args(["-e", "stderr", "-p"]).arg(&scratch).arg("-c").arg(scratch.join("main.conf"));
    Server::start(command, ports)
}

pub fn caddy(programs: &Path) -> Server {
    let scratch = empty_folder("servers-caddy");
    let ports = free_ports();
    let dist = project().join("dist");
    let text = with(&deployed("Caddyfile"), "\nexample.org {", &format!("\nhttp://127.0.0.1:{} {{", ports[0]));
    let text = with(&text, "\troot * /srv/sijian/current\n\timport", &format!("\troot * {}\n\timport", dist.display()));
    let text = format!(
        "{{\n\tadmin off\n\tlog {{\n\t\tlevel FATAL\n\t}}\n}}\n{text}\n\
         http://127.0.0.1:{} {{\n\thandle_path /a/b/* {{\n\t\troot * {}\n\t\timport sijian\n\t}}\n\
         \thandle {{\n\t\trespond 404\n\t}}\n}}\n",
        ports[1],
        dist.display()
    );
    fs::write(scratch.join("Caddyfile"), text).unwrap();
    let mut command = Command::new(programs.join("usr/bin/caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(scratch.join("Caddyfile"));
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, &scratch);
    }
    command.stderr(fs::File::create(scratch.join("log")).unwrap());
    Server::start(command, ports)
}

/// A sentence on how much the server sends in a second to 32 readers at once.
pub fn load(programs: &Path, server: &Server, path: &str) -> String {
    let mut wrk = Command::new(programs.join("usr/bin/wrk"));
    wrk.args(["--threads", "1", "--connections", "32", "--duration", "1s", "--header", "Accept-Encoding: br"]);
    wrk.arg(format!("{}{}", server.site.trim_end_matches('/'), path));
    wrk.env("LD_LIBRARY_PATH", libraries(programs));
    let output = wrk.output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && !said.contains("Non-2xx") && !said.contains("Socket errors"), "{said}");
    let value = |name: &str| {
        let line = said.lines().find_map(|line| line.trim().strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in {said}")).trim().to_owned()
    };
    let requests: f64 = value("Requests/sec:").parse().unwrap();
    assert!(requests > 0.0, "{said}");
    format!("{requests:.0} requests and {} a second", value("Transfer/sec:"))
}

/// Debian keeps libraries in a folder named after the architecture.
fn libraries(programs: &Path) -> PathBuf {
    let mut folders = fs::read_dir(programs.join("usr/lib")).unwrap().map(|entry| entry.unwrap().path());
    folders.find(|folder| folder.to_str().unwrap().ends_with("-linux-gnu")).unwrap()
}

fn deployed(name: &str) -> String {
    fs::read_to_string(project().join("deploy").join(name)).unwrap()
}

/// A configuration, adapted as its users would.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "no {from:?} in {text}");
    text.replace(from, to)
}

/// Both are open at once, so that they differ.
fn free_ports() -> [u16; 2] {
    let listeners = [(); 2].map(|()| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}
