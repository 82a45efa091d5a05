//! The drawings. Data, width and size of type become a [`Plan`] of placed marks; the plan is painted
//! by any plotters backend, and gives the hit areas, the table and the description as well.
//!
//! Knows the model and plotters; must not know documents, browsers or colours.

mod amounts;
mod basis;
mod catalogue;
mod code;
mod cover;
mod curve;
mod draft;
mod echo;
mod elevation;
mod format;
mod frame;
mod geometry;
mod income;
mod ink;
mod kind;
mod ledger;
mod lettering;
mod order;
mod paint;
mod paper;
mod plan;
mod pretend;
mod print;
mod priority;
mod scale;
mod sheet;
mod shelf;
pub mod svg;
mod terms;
mod text;
mod tween;

pub use basis::Basis;
pub use catalogue::{Figure, Planner};
pub use code::{Code, QUIET};
pub use format::Format;
pub use frame::{BREAKPOINT, Class, Frame, LEAST, Twin};
pub use geometry::{Point, Rect};
pub use ink::{Colours, Ink, Palette};
pub use kind::{Kind, figures};
pub use lettering::{Face, width, wrap};
pub use paint::{Look, paint};
pub use paper::Paper;
pub use plan::{Align, Enter, Form, Growth, Mark, Plan, Shape, Text};
pub use print::{Foot, masthead_of, sheet_around, sheet_of};
pub use shelf::Shelf;
pub use text::{Table, cell, table, table_of};
pub use tween::between;
