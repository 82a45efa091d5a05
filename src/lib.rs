//! Sijian: a district's year on one page. Suggested reading order: the crates `model`, `content`
//! and `figure`, then the modules `browser`, `view` and `app`.

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
