//! What hosts serve: compressed copies beside the files.
#![cfg(feature = "ssr")]

mod support;

use std::fs;
use std::io::Read;

use support::empty_folder;

#[test]
fn copies_hold_what_their_files_hold() {
    let folder = empty_folder("publishing-copies");
    fs::create_dir(folder.join("embed")).unwrap();
    let long = "四件大事，一年一张表。".repeat(500).into_bytes();
    for (name, bytes) in [("index.html", &long), ("embed/a.json", &long), ("a.png", &long), ("b.woff2", &long)] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::write(folder.join("short.csv"), "1").unwrap();
    sijian::page::compress(&folder).unwrap();

    for name in ["index.html", "embed/a.json"] {
        let copy = |ending: &str| fs::read(folder.join(format!("{name}.{ending}"))).unwrap();
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(&*copy("br"), 4096).read_to_end(&mut from_brotli).unwrap();
        flate2::read::GzDecoder::new(&*copy("gz")).read_to_end(&mut from_gzip).unwrap();
        assert!(from_brotli == long && from_gzip == long, "{name}");
        assert!(copy("br").len() < copy("gz").len() && copy("gz").len() < 500, "{name}");
    }
    for name in ["a.png", "b.woff2", "short.csv"] {
        for ending in ["br", "gz"] {
            assert!(!folder.join(format!("{name}.{ending}")).exists(), "{name} gains nothing by a copy");
        }
    }
}
