//! What the live parts of a page share: signals, and what can be said of them without a browser.
//!
//! Knows the model and the drawings; must not know browsers or components.

mod chart_state;
mod page_state;

pub use chart_state::ChartState;
pub use page_state::PageState;
