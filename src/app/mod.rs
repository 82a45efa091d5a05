//! What comes alive, and when: the only module that composes what the others offer.

mod chunks;
mod extras;
mod live;
mod start;
mod story;

pub use start::start;
