use crate::geometry::Rect;
use crate::order::ranked;
use crate::scene::Mark;
use model::{Edition, Firmness, Measure, Priority, Target, Wording};

/// What the ledger lists.
pub struct Entries<'a> {
    /// From the firmest wording to the least firm.
    pub groups: Vec<Group<'a>>,
    /// Measures with which the district only assists, by the source's word for that.
    pub helped: Vec<(&'a str, Vec<&'a Measure>)>,
    place: &'a str,
    /// What is said of a target without a deadline; may be empty.
    pub undated: &'a str,
}

/// The targets that are worded alike.
pub struct Group<'a> {
    pub wording: &'a Wording,
    pub entries: Vec<Entry<'a>>,
}

pub struct Entry<'a> {
    priority: &'a Priority,
    pub target: &'a Target,
}

impl<'a> Entries<'a> {
    pub fn of(edition: &'a Edition) -> Self {
        let all = edition.targets().map(|(priority, target)| Entry { priority, target }).collect();
        let mut groups: Vec<Group<'a>> = Vec::new();
        for entry in ranked(all, |entry| i64::from(entry.target.wording.rank)) {
            let wording = &entry.target.wording;
            match groups.last_mut().filter(|group| group.wording == wording) {
                Some(group) => group.entries.push(entry),
                None => groups.push(Group { wording, entries: vec![entry] }),
            }
        }
        let mut helped: Vec<(&str, Vec<&Measure>)> = Vec::new();
        for (_, measure) in edition.measures() {
            let Some(role) = measure.role.as_deref() else {
                continue;
            };
            match helped.iter_mut().find(|(known, _)| *known == role) {
                Some((_, measures)) => measures.push(measure),
                None => helped.push((role, vec![measure])),
            }
        }
        let head = &edition.masthead;
        Self { groups, helped, place: &head.short_place, undated: &head.lacks.deadline }
    }

    /// Whether a target says by when, or that is said of those which do not.
    pub fn tells_deadlines(&self) -> bool {
        self.targets().any(|entry| !entry.deadline(self.undated).is_empty())
    }

    pub fn targets(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.groups.iter().flat_map(|group| &group.entries)
    }

    /// Whether deadlines set targets apart: some have one, but fewer than half.
    pub fn deadline_tells(&self) -> bool {
        let (dated, all) =
            (self.targets().filter(|entry| entry.target.deadline.is_some()).count(), self.targets().count());
        dated > 0 && dated * 2 < all
    }

    pub fn mark(&self, entry: &Entry<'_>, area: Rect) -> Mark {
        let Target { id, label, wording, deadline, quote, measure, .. } = entry.target;
        let tags = entry.priority.measures.iter().find(|m| m.id == *measure).map(Measure::tags);
        let value = entry.value().words();
        let value = match wording.firmness {
            Firmness::Fixed | Firmness::Progress if entry.target.quantity.bound.is_time() => entry.target.timed(),
            Firmness::Fixed | Firmness::Striving => format!("{}{value}", wording.word),
            Firmness::Progress => format!("{value}{}", wording.word),
        };
        let role = entry.priority.measures.iter().find(|m| m.id == *measure).and_then(|m| m.role.as_deref());
        let who = role.map(|role| format!("写的是{}“{role}”", self.place));
        let undated = || (!self.undated.is_empty()).then(|| format!("{}期限", self.undated));
        let until = deadline.as_ref().map(|deadline| format!("期限：{deadline}")).or_else(undated);
        let notes: Vec<String> = until.into_iter().chain(who).collect();
        Mark {
            key: id.clone(),
            area,
            name: label.clone(),
            value,
            note: (!notes.is_empty()).then(|| notes.join("；")),
            quote: Some(quote.clone()),
            target: Some(id.clone()),
            tags: tags.unwrap_or_default(),
        }
    }

    pub fn helped_mark(&self, measure: &Measure, area: Rect) -> Mark {
        let role = measure.role.as_deref().unwrap_or_default();
        Mark {
            key: measure.id.clone(),
            area,
            name: measure.label.clone(),
            value: role.to_owned(),
            note: Some(format!("不带数；写的是{}“{role}”", self.place)),
            quote: Some(measure.quote.clone()),
            target: Some(measure.id.clone()),
            tags: measure.tags(),
        }
    }
}

impl Group<'_> {
    /// Whether its weight is solid.
    pub fn is_fixed(&self) -> bool {
        self.wording.firmness == Firmness::Fixed
    }
}

impl Entry<'_> {
    /// The number with its limiting words, unless the wording already contains them.
    pub fn value(&self) -> Value {
        let quantity = &self.target.quantity;
        let (before, after) = quantity.around();
        let before = if self.target.wording.word.contains(&before) { String::new() } else { before };
        Value { before, number: quantity.number(), after }
    }

    /// The text under the heading 期限; `undated` where the target has none.
    pub fn deadline<'b>(&'b self, undated: &'b str) -> &'b str {
        match &self.target.deadline {
            // The number of the target is itself the deadline.
            _ if self.target.quantity.bound.is_time() => "写了",
            None => undated,
            Some(deadline) => deadline,
        }
    }
}

/// A number with the words around it.
pub struct Value {
    pub before: String,
    pub number: String,
    pub after: String,
}

impl Value {
    pub fn words(&self) -> String {
        format!("{}{}{}", self.before, self.number, self.after)
    }
}
