//! The one place that pins versions of tools. wasm-bindgen's is not here: it must equal the one in `Cargo.lock`.

/// 0.22 asks for a newer Rust than the one in `Cargo.toml`.
pub const TRUNK: &str = "0.21.14";

pub const GECKODRIVER: &str = "0.37.1";

/// Checks licences, sources and duplicates of crates.
pub const CARGO_DENY: &str = "0.19.0";

/// Cuts the fonts.
pub const FONTTOOLS: &str = "4.68.0";

/// Validates the data package.
pub const FRICTIONLESS: &str = "5.21.0";

/// The npm package that makes scripts smaller.
pub const TERSER: &str = "5.51.4";

/// The npm package that carries wasm-opt.
pub const BINARYEN: &str = "132.0.0";

/// The npm package that carries the rules of accessibility.
pub const AXE: &str = "4.14.1";

/// The npm packages of hosts' libraries. The fifth iframe-resizer is not free for every use; it is run in
/// tests, and never shipped.
pub const PYM: &str = "1.3.2";
pub const RESIZER_4: &str = "4.4.5";
pub const RESIZER_5: &str = "5.5.9";

/// The thirteenth asks for a newer Node.js than Debian's.
pub const LIGHTHOUSE: &str = "12.8.2";
