//! Writes the site of an edition that has grown: `grown <times> <folder>`, with Trunk's script and wasm in the folder.
//! `cargo xtask bench scale` runs it and measures the pages.

#[path = "../../tests/support/growth.rs"]
mod growth;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let times = arguments.next().and_then(|times| times.parse().ok());
    let (Some(times), Some(folder)) = (times, arguments.next()) else {
        eprintln!("grown <times> <folder>");
        return ExitCode::FAILURE;
    };
    let edition = Box::leak(Box::new(growth::grown(&growth::edition(), times)));
    match site::write(
        edition,
        site::Source::Staged,
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")),
        Path::new(&folder),
    ) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
