//! The report as types: what was done, what is planned, and the sentence behind each.
//!
//! Knows nothing of files, pixels or browsers. The types derive serde's traits for one purpose
//! only: to travel from the host to the page's script. No format is named here.

mod amount;
mod compared;
mod decimal;
mod document;
mod edition;
pub mod find;
mod guess;
mod id;
mod indicator;
mod looks;
mod matter;
mod measure;
mod options;
mod passage;
mod pillar;
pub mod place;
mod predecessor;
mod presence;
mod priority;
mod quantity;
mod reading;
mod section;
mod selection;
pub mod speech;
mod term;
mod tour;
mod truth;
mod truth_of;
mod words;

pub use amount::Amount;
pub use decimal::{Decimal, Derived, numeral};
pub use document::{Credit, Document, Note, Paragraph, Quotation, quoted};
pub use edition::{Choice, Edition, Lacks, Masthead, Work, bare};
pub use guess::{Guess, Guessing};
pub use id::Id;
pub use indicator::{Before, Indicator, IndicatorView};
pub use looks::Looks;
pub use matter::{Echo, Grade, Insistence, Matter, Refrain, Subject, Tie};
pub use measure::{Measure, Topic};
pub use options::{AddressOption, OPTIONS, Offered, Size, Theme, Values};
pub use passage::{Passage, Use};
pub use pillar::{Pillar, Point, Slogan, Story};
pub use predecessor::Predecessor;
pub use priority::{Firmness, Priority, Site, Target, TargetView, Wording, Yardstick};
pub use quantity::{Bound, Limits, Quantity};
pub use reading::{CityFact, Pair, Reading, Trait};
pub use section::{Caption, Section, SectionId};
pub use selection::Selection;
pub use term::{Reason, Term};
pub use tour::{Step, Tour};
pub use truth::Truth;
pub use words::{Noun, Words};
