//! The files of the site: documents around the components, style, scripts, data. Host only.
//!
//! Knows everything but the browser. Paths are relative, so that the site works from any folder.

mod address;
mod builder;
mod bundle;
mod compressed;
mod document;
mod excerpt;
mod glyphs;
mod hash;
mod head;
mod hosting;
mod linked;
mod listing;
mod oembed;
mod offline;
mod paper;
mod picture;
mod piece;
mod policy;
mod site;
mod style;

pub use compressed::compress;
pub use glyphs::glyphs_of;
pub use hosting::lifetime;
pub use policy::headers;
pub use site::{SiteError, write};
