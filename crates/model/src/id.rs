/// What the parts of an edition are called by: kebab-case ASCII, unique in the edition.
pub type Id = String;
