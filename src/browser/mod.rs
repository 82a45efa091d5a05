//! The only code that knows the browser: canvas, viewport, address, theme, storage, voice.
//!
//! Knows the model, the drawings and the signals of the stage; must not know components.

pub mod address;
pub mod aloud;
#[cfg(feature = "bench")]
pub mod bench;
pub mod cards;
pub mod choice;
pub mod display;
pub mod download;
pub mod extras;
pub mod find;
mod frame;
pub mod guess;
pub mod hydrate;
pub mod marks;
mod memory;
pub mod page;
mod palette;
pub mod panel;
pub mod parts;
pub mod pause;
pub mod place;
pub mod poster;
pub mod stage;
pub mod story;
mod surface;
pub mod swipe;
pub mod theme;
pub mod tour;
pub mod unroll;
mod watch;
