//! Signals that the live parts of a page share, and logic on them that needs no browser.
//!
//! Knows the model and the drawings; must not know browsers or components.

mod chart_state;
mod page_state;

pub use chart_state::ChartState;
pub use page_state::PageState;
