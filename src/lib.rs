//! Sijian: a district's year on one page. Reading order: the report as types, the files that fill
//! them, the drawings, what only a browser can do, the components, and their composition.

// The components' types nest deeply when views are rendered.
#![recursion_limit = "512"]

pub mod model;

#[cfg(feature = "content")]
pub mod content;
#[cfg(feature = "ssr")]
pub mod data;
pub mod figure;
pub mod packet;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub mod browser;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod view;

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod app;
#[cfg(feature = "ssr")]
pub mod page;
