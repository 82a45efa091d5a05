//! The only code that knows the browser: canvas, viewport, address, theme, storage, voice.
//!
//! Knows the model, the drawings and the signals of the stage; must not know components.

pub mod address;
pub mod aloud;
mod animation_frame;
mod canvas_budget;
pub mod cards;
pub mod choice;
pub mod display;
pub mod dom;
mod download;
pub mod find;
pub mod guess;
pub mod hydrate;
pub mod marks;
mod preferences;

pub mod chart;
pub mod exports;
mod palette;
pub mod panel;
pub mod pause;
pub mod place;
pub mod planners;
mod poster;
mod poster_dialog;
pub mod prelayout;
mod rest;
mod surface;
pub mod swipe;
pub mod theme;
pub mod tour;
pub mod unroll;
mod watch;
