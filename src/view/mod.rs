//! The components, one per file. Most are only rendered on the host; the few that are hydrated in
//! the browser are [`ChartView`] and what stands beside it.
//!
//! Knows the model, the drawings and the browser; holds no logic worth a unit test.

mod chart;
mod chips;

pub use chart::ChartView;
pub use chips::{Chips, Roster};

#[cfg(feature = "ssr")]
pub use chart::pictures;
#[cfg(feature = "ssr")]
pub use chips::ChipRow;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod marks;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod tip;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
mod tools;

#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use marks::Marks;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use tip::Tip;
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
pub use tools::Tools;

#[cfg(feature = "ssr")]
mod builder;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod counted;
#[cfg(feature = "ssr")]
mod cover;
#[cfg(feature = "ssr")]
mod display;
#[cfg(feature = "ssr")]
mod figure;
#[cfg(feature = "ssr")]
mod find;
#[cfg(feature = "ssr")]
mod guess;
#[cfg(feature = "ssr")]
mod icon;
#[cfg(feature = "ssr")]
mod indicators;
#[cfg(feature = "ssr")]
mod ledger;
#[cfg(feature = "ssr")]
mod looks_links;
#[cfg(feature = "ssr")]
mod lost;
#[cfg(feature = "ssr")]
mod masthead;
#[cfg(feature = "ssr")]
mod matters;
#[cfg(feature = "ssr")]
mod method;
#[cfg(feature = "ssr")]
mod method_page;
#[cfg(feature = "ssr")]
mod nav;
#[cfg(feature = "ssr")]
mod pager;
#[cfg(feature = "ssr")]
mod pairs;
#[cfg(feature = "ssr")]
mod pillars;
#[cfg(feature = "ssr")]
mod poster;
#[cfg(feature = "ssr")]
mod priorities;
#[cfg(feature = "ssr")]
mod quote;
#[cfg(feature = "ssr")]
mod readings;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod section;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
mod subjects;
#[cfg(feature = "ssr")]
mod summary;
#[cfg(feature = "ssr")]
mod tour;

#[cfg(feature = "ssr")]
pub use builder::{Builder, Offer};
#[cfg(feature = "ssr")]
pub use card::{formal_ordinal, ordinal};
#[cfg(feature = "ssr")]
pub use looks_links::LooksLinks;
#[cfg(feature = "ssr")]
pub use lost::Lost;
#[cfg(feature = "ssr")]
pub use method_page::MethodPage;
#[cfg(feature = "ssr")]
pub use report::{Report, SingleCard, SingleFigure, WholeStory};
#[cfg(feature = "ssr")]
pub use source::SourcePage;
#[cfg(feature = "ssr")]
pub use summary::Summary;
