//! Everything that can be tested without a browser, in one program: it links once, and renders the site once.

#[path = "../support/chance.rs"]
mod chance;
#[path = "../support/drawings.rs"]
mod drawings;
#[path = "../support/growth.rs"]
mod growth;
#[path = "../support/json_schema.rs"]
mod json_schema;
#[path = "../support/lacking.rs"]
mod lacking;
#[path = "../support/rendered.rs"]
mod rendered;
#[path = "../support/rust.rs"]
mod rust;
#[path = "../support/mod.rs"]
mod support;

mod bars;
mod captions;
mod case;
mod colours;
mod content;
mod contrast;
mod cover;
mod damage;
mod data;
mod drafts;
mod edition;
mod editions;
mod faces;
mod figures;
mod find;
mod findings;
mod font;
mod growing;
mod hostile;
mod interface_words;
mod layering;
mod limits;
mod links;
mod model;
mod options;
mod outputs;
mod page;
mod pictures;
mod predecessor;
mod publishing;
mod quantities;
mod random_reports;
mod schema;
mod shipped;
mod slips;
mod source;
mod source_page;
mod sparse;
mod style;
mod truth;
mod vocabulary;
mod words;
