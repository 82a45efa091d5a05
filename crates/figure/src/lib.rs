//! The drawings. Data, width and size of type become a [`Scene`] of placed marks; the scene is painted
//! by any plotters backend, and gives the hit areas, the table and the description as well.
//!
//! Knows the model and plotters; must not know documents, browsers or colours.

#[macro_use]
mod register;

mod about;
mod amounts;
mod chart_group;
mod code;
mod cover;
mod curve;
mod echo;
mod face;
mod figure;
mod format;
mod frame;
mod geometry;
mod income;
mod ink;
mod kind;
mod ledger;
mod order;
mod paint;
mod paper;
mod poster;
mod pretend;
mod print;
mod priority;
mod ruler;
mod scale;
mod scene;
mod scene_builder;
mod sheet;
pub mod svg;
mod terms;
mod text;
mod text_layout;
mod tween;

pub use chart_group::ChartGroup;
pub use code::{Code, QUIET};
pub use figure::{Figure, Planner};
pub use format::Format;
pub use frame::{BREAKPOINT, Class, Frame, LEAST, Twin};
pub use geometry::{Point, Rect};
pub use ink::{Colours, Ink, Palette};
pub use kind::{Kind, figures};
pub use paint::{PaintOptions, paint};
pub use paper::Paper;
pub use poster::{POSTER, poster_of};
pub use print::{Foot, sheet_around, sheet_of};
pub use scene::{Align, Enter, Growth, Mark, Primitive, Scene, Shape, Text};
pub use terms::others as other_terms;
pub use text::{Table, cell, table, table_of};
pub use text_layout::{Face, keep_whole, width, wrap};
pub use tween::between;
