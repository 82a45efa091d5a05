//! A testbed for pages: a local server that can fail on purpose, and a browser of each engine with
//! its driver.
//!
//! Used by the browser tests and by xtask. Knows nothing of the report.

mod display;
mod driver;
mod engine;
mod faults;
mod group;
mod live;
mod server;
mod session;
mod site;

pub use driver::Driver;
pub use engine::Engine;
pub use group::{Group, end_all, interrupted};
pub use live::Live;
pub use server::Server;
pub use session::{Session, chromium};
pub use site::Site;

/// Finds a program: a name is looked up on PATH, a path is taken as it is.
pub fn find(program: &str) -> Option<std::path::PathBuf> {
    which::which(program).ok()
}
