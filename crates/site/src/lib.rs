//! The files of the site: documents around the components, style, scripts, data. Host only.
//!
//! Knows everything but the browser. Paths are relative, so that the site works from any folder.

// The components' types nest deeply when views are rendered.
#![recursion_limit = "512"]

mod address;
mod asset;
mod builder;
mod bundle;
#[cfg(feature = "compress")]
mod compressed;
pub mod data;
mod document;
mod edition_writer;
mod editions;
mod embed;
mod error;
mod excerpt;
mod fonts;
mod glyphs;
mod hash;
mod head;
mod hosting;
mod html;
mod issue;
mod linked;
mod listing;
mod oembed;
mod options;
#[cfg(feature = "pictures")]
mod picture;
mod policy;
mod script;
mod service_worker;
mod site;
mod static_document;
mod style;
mod tokens;

pub use bundle::Source;
#[cfg(feature = "compress")]
pub use compressed::compress;
pub use error::SiteError;
pub use glyphs::glyphs_of;
pub use hosting::lifetime;
pub use issue::Issue;
pub use policy::headers;
pub use site::write;
pub use tokens::{Rgb, Tokens};
