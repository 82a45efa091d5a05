//! Decides what is hydrated, and when. The only module that combines the others.

mod chunks;
mod extras;
mod live;
mod part;
mod start;
mod story;

pub use start::start;
