//! The browser's entry. On any other target there is nothing to run.

fn main() {
    #[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
    sijian::app::start();
}
