use std::cmp::Reverse;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::listing;
use crate::error::SiteError;

/// Formats that are already compressed.
const DENSE: [&str; 2] = [".png", ".woff2"];

/// Writes `.br` and `.gz` copies beside every file of a folder that they make smaller. Hosts need
/// not compress on each request, and can serve the best, slowest compression.
///
/// # Errors
/// The first file that cannot be read or written.
pub fn compress(folder: &Path) -> Result<(), SiteError> {
    let read = |name: String| {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(|error| SiteError::file(&path, &error))?;
        Ok((path, bytes))
    };
    let names = listing::files(folder)?.into_iter();
    let names = names.filter(|name| DENSE.iter().all(|dense| !name.ends_with(dense)));
    let mut files = names.map(read).collect::<Result<Vec<(PathBuf, Vec<u8>)>, SiteError>>()?;
    // The longest work first, so that all cores end together.
    files.sort_by_key(|(_, bytes)| Reverse(bytes.len()));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((path, bytes)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            write_copies(path, bytes)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker that panicked has said why"))
    })
}

fn write_copies(file: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    let told = |error| SiteError::file(file, &error);
    let copies = [("br", brotli(bytes).map_err(told)?), ("gz", gzip(bytes).map_err(told)?)];
    // Both or none, so that responses vary by encoding for all clients or for none.
    if copies.iter().all(|(_, copy)| copy.len() < bytes.len()) {
        for (ending, copy) in copies {
            let mut name = file.as_os_str().to_owned();
            name.push(format!(".{ending}"));
            fs::write(&name, copy).map_err(|error| SiteError::file(Path::new(&name), &error))?;
        }
    }
    Ok(())
}

fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut copy = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut copy, &parameters)?;
    Ok(copy)
}

/// Without a timestamp, so that the same content always gives the same bytes.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
