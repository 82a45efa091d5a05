//! The pages in real browsers: `cargo xtask test` builds them, serves them, and passes the
//! addresses of the server and the engine's driver in the environment. Most cases run in every
//! available engine.
//!
//! Knows the pages as a reader and a host page do: addresses, elements and their attributes,
//! pixels. Tests never wait for a fixed time, only for a state, and everything read from a page is
//! checked against the page itself.

mod cast;
mod elements;
mod engines;
mod network;
mod page;
mod parts;
mod pdf;
mod shipped;
mod tree;

mod builder;
mod canvas;
mod cards;
mod choice;
mod devices;
mod downloads;
mod editions;
mod fall;
mod faults;
mod first_screen;
mod foreign;
mod guess;
mod hostile;
mod hosts;
mod keyboard;
mod layout;
mod length;
mod lines;
mod listening;
mod loading;
mod marks;
mod offline;
mod pictures;
mod place;
mod posters;
mod print;
mod reader;
mod returning;
mod rules;
mod shift;
mod source;
mod swipe;
mod taking;
mod theme;
mod tour;
