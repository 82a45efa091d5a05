//! Sijian: a district's year on one page. Reading order: the report as types, the files that fill
//! them, the drawings, what only a browser can do, the components, and their composition.

// The components' types nest deeply when views are rendered.
#![recursion_limit = "512"]

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub mod app;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub mod browser;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
mod state;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod view;
