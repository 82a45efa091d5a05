use serde::{Deserialize, Serialize};

use super::{Amount, Decimal, Id, Measure, Quantity, Quotation};

/// One of the district head's priorities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Priority {
    pub id: Id,
    pub title: String,
    /// About four characters, for tight spaces.
    pub short: String,
    pub heading: String,
    pub gist: String,
    pub measures: Vec<Measure>,
    pub targets: Vec<Target>,
    pub sites: Vec<Site>,
}

/// A number that is to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub id: Id,
    pub label: String,
    pub quantity: Quantity,
    /// How firmly the source words it.
    pub wording: Wording,
    /// By when, in the source's own words; none where it names no time.
    pub deadline: Option<String>,
    pub measure: Id,
    pub quote: Quotation,
    pub view: TargetView,
}

/// How a target is drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum TargetView {
    /// As its kind of number is drawn: pieces, a fall or rise, a date, or the number alone.
    #[default]
    Plain,
    /// A percentage as a part of one whole: a hundred squares.
    Share,
    /// An area as a floor that is filled with yardsticks.
    Floor(Yardstick),
}

impl Target {
    /// The source's own word of caution, such as 力争, which stands before the number; else empty.
    pub fn hedge(&self) -> &str {
        if self.wording.firmness == Firmness::Striving { &self.wording.word } else { "" }
    }

    /// The words around the number, with that of caution: 力争 and %以上.
    pub fn around(&self) -> (String, String) {
        let (before, after) = self.quantity.around();
        (self.hedge().to_owned() + &before, after)
    }

    /// A time with the word for how firmly it is meant, as the source has it: 两年内完成, but 要在9月20日前.
    pub fn timed(&self) -> String {
        let (words, word) = (self.words(), &self.wording.word);
        let (quote, unit) = (&self.quote.text, &self.quantity.amount.unit);
        let is_first = matches!((quote.find(word), quote.find(unit)), (Some(word), Some(unit)) if word < unit);
        if !self.hedge().is_empty() {
            words
        } else if !is_first {
            format!("{words}{word}")
        } else {
            format!("{word}{}{words}", if word.ends_with('在') { "" } else { "在" })
        }
    }

    /// What its area is compared with.
    pub const fn yardstick(&self) -> Option<&Yardstick> {
        if let TargetView::Floor(yardstick) = &self.view { Some(yardstick) } else { None }
    }

    /// The number with all words around it: 力争31%以上.
    pub fn words(&self) -> String {
        let (before, after) = self.around();
        format!("{before}{}{after}", self.quantity.number())
    }
}

/// A word of the source that says how firmly a target is meant. The edition puts these words in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    pub word: String,
    /// Its place on the edition's scale: 0 is the firmest.
    pub rank: u16,
    pub firmness: Firmness,
}

/// What a wording promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Firmness {
    /// A result: 完成, 不少于.
    Fixed,
    /// An effort: 力争, 争取.
    Striving,
    /// Only that things move: 取得积极进展.
    Progress,
}

/// Something familiar to compare a number with: common knowledge, with its calculation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Yardstick {
    pub label: String,
    pub formula: String,
    pub amount: Amount,
}

/// A place, institution or programme that is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub id: Id,
    pub label: String,
    /// What it is: 学校, 医院.
    pub kind: String,
    /// One character that stands for what it is, as on a map: 校, 医.
    pub sign: Option<String>,
    pub measure: Id,
    pub quote: Quotation,
}

impl Yardstick {
    /// How often it fits into an amount, exactly or to one decimal; none if they are of different kinds.
    pub fn times(&self, whole: &Amount) -> Option<Decimal> {
        let (whole, part) = (whole.in_ones()?, self.amount.in_ones()?);
        let places = whole.value.places().max(part.value.places());
        let digits = |amount: &Amount| amount.value.times_ten(places).and_then(Decimal::whole);
        let (whole_digits, part_digits) = (digits(&whole)?, digits(&part)?);
        let exact = part_digits > 0 && whole_digits.is_multiple_of(part_digits);
        let fits = whole.unit == part.unit && part_digits > 0;
        fits.then(|| Decimal::quotient(whole_digits, part_digits, if exact { 0 } else { 1 }))
    }
}
