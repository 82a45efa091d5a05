//! Builds, serves, and rebuilds on every change, until Ctrl-C. Open pages follow.
//!
//! This build skips what does not matter while editing: optimisation for size, compressed copies,
//! share pictures, and Trunk, whose work the pre-renderer would only repeat. It has its own folder,
//! `target/serve/`, or for an edition in `editions/` `target/serve-<name>/`.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use testbed::{Live, Server, Site};

use crate::cache::{Cache, Lock};
use crate::edition::Chosen;
use crate::glyphs;
use crate::process;
use crate::project::Project;
use crate::rustup::{self, WASM};
use crate::steps::spoken_in_chinese;
use crate::tools::Tool;
use crate::watch::Watch;

#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    pub edition: Chosen,
    /// The port to serve at; the next free one if it is taken
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// The address to listen at; 0.0.0.0 lets a phone on the same network see the pages
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
}

/// If a build fails, the open pages show it; before the first good one, a bare page does. It speaks
/// Chinese, to editors.
pub fn run(project: &Project, arguments: &Arguments) -> Result<()> {
    // Each edition has its own last good pages.
    let name = arguments.edition.name().map_or_else(|| "serve".to_owned(), |name| format!("serve-{name}"));
    let folder = project.scratch(&name)?;
    let _lock = Lock::take(&folder.join(".lock"))?;
    let watch = Watch::start(project.root())?;
    let mut draft = Draft::prepare(project, &folder)?;
    let live = Live::default();
    draft.build_and_tell(Change::Program, &live);
    let site = Site::live(&draft.dist(), project.root(), live.clone());
    let server = Server::start_at(site, arguments.host, arguments.port)?;
    loop {
        println!("xtask：网页在 {}（存一次文件就重做一次，按 Ctrl-C 结束）", server.address());
        if let Some(own) = arguments.host.is_unspecified().then(own_address).flatten() {
            println!("xtask：同一网络里的手机打开 http://{own}:{}/", server.port());
        }
        let changed = watch.wait();
        if changed.is_empty() {
            bail!("看不到文件的变化了，请重新运行");
        }
        println!("\nxtask：改了 {}", changed[0].display());
        let change = changed.iter().map(|file| Change::of(file)).max().unwrap_or(Change::Words);
        draft.build_and_tell(change, &live);
    }
}

/// The address by which this machine would reach others. Connecting a UDP socket sends nothing.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(("192.0.2.1", 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// How much has to be rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// Content, style, assets: the pages are rendered again, with the existing wasm.
    Words,
    /// The program that renders the pages.
    Writer,
    /// The program that runs in the browser, and everything else.
    Program,
}

impl Change {
    fn of(file: &Path) -> Self {
        if ["content", "editions", "style", "assets"].iter().any(|folder| file.starts_with(folder)) {
            Self::Words
        } else if ["crates/site", "crates/content"].iter().any(|folder| file.starts_with(folder)) {
            Self::Writer
        } else {
            Self::Program
        }
    }
}

/// The pages that are served, rebuilt on every change.
struct Draft<'a> {
    project: &'a Project,
    folder: &'a Path,
    /// The folder of wasm-bindgen.
    tools: PathBuf,
    /// What has to be rebuilt because the last build failed.
    due: Change,
}

impl<'a> Draft<'a> {
    /// Installs what is missing, while cargo compiles the wasm, which takes longest.
    fn prepare(project: &'a Project, folder: &'a Path) -> Result<Self> {
        rustup::ensure_target(project)?;
        let cache = Cache::open()?;
        let tool = thread::scope(|scope| {
            let tool = scope.spawn(|| Tool::wasm_bindgen(project)?.ensure(&cache));
            // If this fails, the first build fails in the same way and reports it.
            let _ = process::tee(&mut wasm(project), |line| eprintln!("{line}"));
            tool.join().map_err(|_| anyhow!("installing wasm-bindgen panicked"))?
        })?;
        let tools = tool.parent().context("wasm-bindgen has no folder")?.to_owned();
        Ok(Self { project, folder, tools, due: Change::Words })
    }

    fn dist(&self) -> PathBuf {
        self.folder.join("dist")
    }

    /// Builds, and says what came of it here and in the open pages.
    fn build_and_tell(&mut self, change: Change, live: &Live) {
        let Err(problem) = self.build(change) else {
            live.built();
            if let Some(lacking) = glyphs::lacking(self.project) {
                println!("xtask：{lacking}");
            }
            return;
        };
        let is_begun = self.dist().join("index.html").is_file();
        let shown = if is_begun { "网页还是上一次做好的" } else { "还没有做好的网页" };
        eprintln!("xtask：{shown}，改好存盘就重做");
        live.failed(&problem.to_string());
    }

    fn build(&mut self, change: Change) -> Result<()> {
        let started = Instant::now();
        self.due = self.due.max(change);
        if self.due == Change::Program {
            compile(&mut wasm(self.project))?;
        }
        self.render()?;
        self.due = Change::Words;
        println!("xtask：网页做好了，用了{}", spoken_in_chinese(started.elapsed()));
        Ok(())
    }

    /// Writes the pages beside the old ones, then swaps them in.
    fn render(&self) -> Result<()> {
        let next = self.folder.join("next");
        let _ = fs::remove_dir_all(&next);
        fs::create_dir_all(&next).with_context(|| next.display().to_string())?;
        let mut writer = self.project.quick_site();
        process::prefer(&mut writer, std::slice::from_ref(&self.tools))?;
        writer.env("TRUNK_SOURCE_DIR", self.project.root()).env("TRUNK_STAGING_DIR", &next);
        writer.env("SIJIAN_WASM", self.project.target().join(WASM).join("debug/sijian.wasm"));
        for variable in ["SIJIAN_COMPRESS", "SIJIAN_WASM_OPT", "SIJIAN_TERSER"] {
            writer.env_remove(variable);
        }
        if let Some(version) = self.project.version() {
            writer.env("SIJIAN_VERSION", version);
        }
        compile(&mut writer)?;
        let (dist, old) = (self.dist(), self.folder.join("old"));
        let _ = fs::remove_dir_all(&old);
        if dist.is_dir() {
            fs::rename(&dist, &old)?;
        }
        fs::rename(&next, &dist).with_context(|| dist.display().to_string())
    }
}

/// Compiles quickly, and runs fast enough to try. These are changes to the dev profile, so that
/// what is compiled for the host is shared with the host's programs; a profile of its own would
/// compile it twice.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_DEV_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_DEV_DEBUG", "none"),
    ("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false"),
    ("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false"),
    ("CARGO_PROFILE_DEV_PANIC", "abort"),
];

fn wasm(project: &Project) -> Command {
    let mut cargo = project.cargo("build --locked --package sijian --bin sijian --features hydrate --target");
    cargo.arg(WASM).envs(PROFILE);
    cargo
}

/// Shows the output while it runs; on failure the output is the error.
fn compile(command: &mut Command) -> Result<()> {
    let (succeeded, output) = process::tee(command.env("CARGO_TERM_COLOR", "never"), |line| eprintln!("{line}"))?;
    if succeeded { Ok(()) } else { Err(anyhow!(problem(&output))) }
}

/// Drops the lines in which cargo reports its progress.
fn problem(output: &str) -> String {
    const DOINGS: [&str; 5] = ["Compiling ", "Finished ", "Running ", "Blocking ", "Fresh "];
    let is_doing = |line: &&str| DOINGS.iter().any(|doing| line.trim_start().starts_with(doing));
    output.lines().filter(|line| !is_doing(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_say_how_much_has_to_be_done_again() {
        for (file, change) in [
            ("content/edition.toml", Change::Words),
            ("editions/a/edition.toml", Change::Words),
            ("style/tokens.css", Change::Words),
            ("crates/site/src/lib.rs", Change::Writer),
            ("crates/model/src/lib.rs", Change::Program),
            ("src/app.rs", Change::Program),
            ("Cargo.lock", Change::Program),
        ] {
            assert_eq!(Change::of(Path::new(file)), change, "{file}");
        }
        assert!(Change::Words < Change::Writer && Change::Writer < Change::Program);
    }

    #[test]
    fn a_problem_is_told_without_what_cargo_does() {
        assert_eq!(problem("   Compiling site v1\ncontent/a.toml:3: x\n    Finished in 1 s\n"), "content/a.toml:3: x");
    }
}
