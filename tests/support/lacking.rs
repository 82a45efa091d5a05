//! Editions from which something is taken away, with everything that refers to it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind};
use std::path::Path;

use figure::figures;
use model::Edition;
use toml::{Table, Value};

use crate::support::project;

/// What is taken away.
#[derive(Clone, Copy)]
pub enum Cut {
    /// A whole file.
    File(&'static str),
    /// A key, by its path through tables and lists of tables.
    Key(&'static str, &'static [&'static str]),
    /// All items of a list but the first.
    ButFirst(&'static str, &'static [&'static str]),
    /// The items of the file's only list in which a key has this value.
    With(&'static str, &'static str, &'static str),
}

/// An edition's files; a file that is not there is missing.
#[derive(Clone)]
pub struct Lacking(BTreeMap<&'static str, Table>);

impl Lacking {
    pub fn of(folder: &str, cuts: &[Cut]) -> Self {
        // With the places where quotations stand, as the texts may not be there.
        let names = content::FILES.into_iter().chain([content::FOUND]);
        let read = |name: &'static str| {
            let text = std::fs::read_to_string(project().join(folder).join(name)).ok()?;
            Some((name, text.parse().unwrap()))
        };
        let mut files = Self(names.filter_map(read).collect());
        cuts.iter().for_each(|cut| files.cut(*cut));
        files.mend();
        files
    }

    fn cut(&mut self, cut: Cut) {
        match cut {
            Cut::File(name) => assert!(self.0.remove(name).is_some(), "{name} is there"),
            Cut::Key(name, path) => at(self.0.get_mut(name).unwrap(), path, &mut |table, key| {
                table.remove(key);
            }),
            Cut::ButFirst(name, path) => at(self.0.get_mut(name).unwrap(), path, &mut |table, key| {
                table.get_mut(key).and_then(Value::as_array_mut).unwrap().truncate(1);
            }),
            Cut::With(name, key, value) => {
                let lists = self.0.get_mut(name).unwrap().iter_mut().filter_map(|(_, list)| list.as_array_mut());
                lists.for_each(|list| list.retain(|item| item.get(key).and_then(Value::as_str) != Some(value)));
            }
        }
    }

    /// Takes away what refers to things that are gone.
    fn mend(&mut self) {
        let ids = |files: &Self, name: &str, path: &[&str]| -> BTreeSet<String> {
            let mut found = BTreeSet::new();
            let mut table = files.0.get(name).cloned().unwrap_or_default();
            at(&mut table, path, &mut |table, key| found.extend(table[key].as_str().map(str::to_owned)));
            found
        };
        let matters = ids(self, "matters.toml", &["matter", "id"]);
        let insistences = ids(self, "matters.toml", &["insistence", "id"]);
        let pillars = ids(self, "pillars.toml", &["pillar", "id"]);
        let priorities = ids(self, "priorities.toml", &["priority", "id"]);
        let of_pillars = ids(self, "pillars.toml", &["pillar", "point", "measure", "id"]);
        let of_priorities = ids(self, "priorities.toml", &["priority", "measure", "id"]);
        let topics = ids(self, "topics.toml", &["topic", "id"]);
        let indicators = ids(self, "indicators.toml", &["indicator", "id"]);
        let terms = ids(self, "matters.toml", &["matter", "term"]);
        let targets = ids(self, "priorities.toml", &["priority", "target", "id"]);
        let wordings = ids(self, "priorities.toml", &["priority", "target", "wording"]);
        let works: BTreeSet<String> = pillars.union(&priorities).cloned().collect();
        let cards: BTreeSet<String> = works.union(&matters).cloned().collect();
        let measures: BTreeSet<String> = of_pillars.union(&of_priorities).cloned().collect();
        let past: BTreeSet<String> = matters.union(&insistences).cloned().collect();

        self.retain("echoes.toml", &["echo"], |echo| {
            known(echo, "matter", &matters) && known(echo, "measure", &measures)
        });
        self.retain("echoes.toml", &["refrain"], |refrain| known(refrain, "of", &past));
        self.retain("matters.toml", &["subject", "tie"], |tie| known(tie, "card", &works));
        self.retain("readings.toml", &["pair"], |pair| known(pair, "card", &cards));
        for of in ["target", "site"] {
            self.retain("priorities.toml", &["priority", of], |item| known(item, "measure", &measures));
        }
        self.retain("priorities.toml", &["wording"], |wording| known(wording, "word", &wordings));
        self.retain("terms.toml", &["term"], |term| text(term, "reason") != "matter" || known(term, "text", &terms));
        self.retain("guesses.toml", &["guess"], |guess| {
            ["part", "of"].iter().all(|key| guess.get(key).is_none() || known(guess, key, &indicators))
                && (guess.get("target").is_none() || known(guess, "target", &targets))
        });
        for (name, path) in [
            ("pillars.toml", &["pillar", "point", "measure", "topics"][..]),
            ("priorities.toml", &["priority", "measure", "topics"]),
        ] {
            at(self.0.entry(name).or_default(), path, &mut |table, key| {
                let list = table.get_mut(key).and_then(Value::as_array_mut).unwrap();
                list.retain(|topic| topics.contains(topic.as_str().unwrap()));
            });
        }
        // The captions of drawings that any edition may have, or its cards share, may stay.
        let shared = Edition::OVERVIEWS.into_iter().chain(["echo", "sheet", "priority"]);
        let captioned = shared.map(str::to_owned).chain(cards).collect();
        self.retain("sections.toml", &["caption"], |caption| known(caption, "figure", &captioned));
        // A caption may count what is gone.
        if let Some(sections) = self.0.get_mut("sections.toml") {
            at(sections, &["caption", "title"], &mut |table, key| {
                table[key] = table[key].as_str().unwrap().replace("{self.yardsticks}", "几").into();
            });
            // Or name squares, of which there are none without targets.
            at(sections, &["caption", "scale"], &mut |table, key| {
                if targets.is_empty() && table["figure"].as_str().is_some_and(|figure| priorities.contains(figure)) {
                    table.remove(key);
                }
            });
        }
        self.0.retain(|_, table| !table.is_empty());
        // Only what is drawn can be shown, or guessed at.
        let mut bare = self.clone();
        ["tour.toml", "guesses.toml"].into_iter().for_each(|name| drop(bare.0.remove(name)));
        let edition = bare.edition();
        let drawn = figures(&edition).into_iter().map(|kind| kind.id(&edition).to_owned()).collect();
        self.retain("tour.toml", &["step"], |step| known(step, "target", &drawn));
        self.retain("guesses.toml", &["guess"], |guess| known(guess, "figure", &drawn));
    }

    fn retain(&mut self, name: &'static str, path: &[&str], keep: impl Fn(&Value) -> bool) {
        let Some(table) = self.0.get_mut(name) else { return };
        at(table, path, &mut |table, key| {
            let list = table.get_mut(key).and_then(Value::as_array_mut).unwrap();
            list.retain(&keep);
            if list.is_empty() {
                table.remove(key);
            }
        });
    }

    /// As the reader reads it.
    pub fn edition(&self) -> Edition {
        let load = |name: &str| match self.0.get(name) {
            Some(table) => Ok(table.to_string()),
            None => Err(Error::new(ErrorKind::NotFound, "not found")),
        };
        content::read(load).unwrap_or_else(|problems| panic!("{}", content::report(&problems)))
    }

    pub fn write(&self, folder: &Path) {
        for (name, table) in &self.0 {
            std::fs::write(folder.join(name), table.to_string()).unwrap();
        }
    }
}

/// Calls back for every table that has the key at the end of a path.
fn at(table: &mut Table, path: &[&str], visit: &mut impl FnMut(&mut Table, &str)) {
    match path {
        [key] if table.contains_key(*key) => visit(table, key),
        [key, rest @ ..] => match table.get_mut(*key) {
            Some(Value::Array(items)) => {
                items.iter_mut().filter_map(Value::as_table_mut).for_each(|item| at(item, rest, visit));
            }
            Some(Value::Table(inner)) => at(inner, rest, visit),
            _ => {}
        },
        [] => {}
    }
}

fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn known(item: &Value, key: &str, ids: &BTreeSet<String>) -> bool {
    ids.contains(text(item, key))
}
