mod number;
mod quotation;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::condition;
use super::cure::Cure;
use super::keys;
use super::registry::{Kind, Place, nearest};
use super::source::Source;
use model::Id;

/// A table being read. Each key is requested by name and type; keys that nobody requests are
/// reported. A missing or wrong value is reported and replaced by an empty one, so that reading
/// continues.
pub struct Row<'a> {
    source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    /// The table's name: `pillar.point`; nothing at the top of the file.
    name: String,
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Row<'a> {
    /// Reads a whole table through `read`, then reports the keys that `read` did not ask for.
    pub fn read<T>(
        source: &'a Source<'a>,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        read: impl FnOnce(&Self) -> T,
    ) -> T {
        Self::read_named(source, table, String::new(), span, read)
    }

    fn read_named<T>(
        source: &'a Source<'a>,
        table: &'a DeTable<'a>,
        name: String,
        span: Range<usize>,
        read: impl FnOnce(&Self) -> T,
    ) -> T {
        let row = Self { source, table, name, span, asked: RefCell::default() };
        let value = read(&row);
        row.report_unknown();
        value
    }

    fn report_unknown(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if asked.contains(&name) {
                continue;
            }
            let (what, cure) = match condition::only((self.source.name, &self.name), name) {
                // What kept the reader from asking for it is reported.
                Some(condition) if condition.holds(self.table) => continue,
                Some(condition) => (format!("“{name}” 没有用到"), format!("{} 才写它，否则删去", condition.label())),
                None => (
                    format!("不认识的键 “{name}”"),
                    match nearest(name, asked.iter().copied()) {
                        Some(near) => format!("是不是 “{near}”？"),
                        None => format!("删去它；这里可以写：{}", asked.join("、")),
                    },
                ),
            };
            self.source.complain(key.span(), what, cure);
        }
    }

    fn find(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        #[cfg(test)]
        self.source.registry.note((self.source.name, &self.name), key, false);
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn require(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        #[cfg(test)]
        self.source.registry.note((self.source.name, &self.name), key, true);
        let found = self.find(key);
        if found.is_none() && self.is_mistyped(key) {
            self.source.registry.hold_back();
        } else if found.is_none() {
            let when = condition::of((self.source.name, &self.name), key)
                .map_or_else(String::new, |condition| format!("{} 就必写；", condition.label()));
            let cure = format!("{when}在这一段里加上，例如 {}", self.cure(key).example());
            self.source.complain(self.span.clone(), format!("缺少 “{key}”"), cure);
        }
        found
    }

    /// Whether another key must be this one: that key is reported instead of the missing one.
    fn is_mistyped(&self, key: &str) -> bool {
        let unknown = |name: &str| keys::find(self.source.name, &self.name, name).is_none();
        self.table.keys().any(|other| unknown(other.get_ref()) && nearest(other.get_ref(), [key].into_iter()).is_some())
    }

    fn cure<'k>(&self, key: &'k str) -> Cure<'k> {
        Cure { key, known: keys::find(self.source.name, &self.name, key) }
    }

    /// Whether a value is one of a list, rather than the key's own.
    fn is_item(&self, key: &str, value: &Spanned<DeValue<'_>>) -> bool {
        self.table.get(key).is_none_or(|whole| whole.span() != value.span())
    }

    fn mistyped(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let cure = format!("写成 {}", self.cure(key).example());
        self.source.complain(value.span(), format!("“{key}” 应当是{wanted}"), cure);
    }

    fn as_text(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<String> {
        match value.get_ref().as_str() {
            None => {
                let cure = self.cure(key).of_text(value.get_ref());
                self.source.complain(value.span(), format!("“{key}” 应当是引号里的文字"), cure);
            }
            Some(text) if text.trim().is_empty() => {
                let is_item = self.is_item(key, value);
                let what = format!("“{key}” {}是空的", if is_item { "里有一项" } else { "" });
                self.source.complain(value.span(), what, self.cure(key).of_empty(is_item));
            }
            // XML cannot contain them, so no drawing could be saved.
            Some(text) if text.contains(is_unwritable) => {
                let what = format!("“{key}” 里有看不见的控制字符");
                self.source.complain(value.span(), what, "删去重打这几个字".into());
            }
            Some(text) => return Some(text.to_owned()),
        }
        None
    }

    pub fn optional_text(&self, key: &'static str) -> Option<String> {
        self.find(key).and_then(|value| self.as_text(key, value))
    }

    pub fn text(&self, key: &'static str) -> String {
        self.require(key).and_then(|value| self.as_text(key, value)).unwrap_or_default()
    }

    /// A list of texts; an absent key is a problem.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.items(key).into_iter().filter_map(|value| self.as_text(key, value)).collect()
    }

    /// A list of texts; an absent key is an empty list.
    pub fn optional_texts(&self, key: &'static str) -> Vec<String> {
        let items = self.find(key).map(|value| self.as_items(key, value)).unwrap_or_default();
        items.into_iter().filter_map(|value| self.as_text(key, value)).collect()
    }

    /// Two texts in a list; an absent key is fine.
    pub fn optional_pair(&self, key: &'static str) -> Option<[String; 2]> {
        let value = self.find(key)?;
        let Some([first, second]) = value.get_ref().as_array().map(|array| &array[..]) else {
            self.mistyped(key, value, "方括号里的两段文字");
            return None;
        };
        Some([self.as_text(key, first), self.as_text(key, second)].map(Option::unwrap_or_default))
    }

    fn items(&self, key: &'static str) -> Vec<&'a Spanned<DeValue<'a>>> {
        self.require(key).map(|value| self.as_items(key, value)).unwrap_or_default()
    }

    fn as_items(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Vec<&'a Spanned<DeValue<'a>>> {
        match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => {
                let cure = self.cure(key).of_list(value.get_ref());
                self.source.complain(value.span(), format!("“{key}” 应当是方括号里的列表"), cure);
                Vec::new()
            }
        }
    }

    /// `true` or `false`; an absent key is `false`.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.find(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, " true 或 false");
        }
        flag.unwrap_or_default()
    }

    /// One of a few words; anything else is a problem that lists them.
    pub fn choice<T: Copy>(&self, key: &'static str, options: &[(&str, T)]) -> T {
        #[cfg(test)]
        self.source.registry.offer((self.source.name, &self.name), key, options.iter().map(|(name, _)| *name));
        let fallback = options[0].1;
        let Some((value, word)) = self.require(key).and_then(|v| Some((v, self.as_text(key, v)?))) else {
            return fallback;
        };
        self.one_of(key, value, &word, options).unwrap_or(fallback)
    }

    /// As [`Row::choice`]; an absent key is none.
    pub fn optional_choice<T: Copy>(&self, key: &'static str, options: &[(&str, T)]) -> Option<T> {
        #[cfg(test)]
        self.source.registry.offer((self.source.name, &self.name), key, options.iter().map(|(name, _)| *name));
        let value = self.find(key)?;
        let word = self.as_text(key, value)?;
        self.one_of(key, value, &word, options)
    }

    fn one_of<T: Copy>(&self, key: &str, value: &Spanned<DeValue<'_>>, word: &str, options: &[(&str, T)]) -> Option<T> {
        let option = options.iter().find(|(name, _)| *name == word).map(|(_, option)| *option);
        if option.is_none() {
            let names: Vec<&str> = options.iter().map(|(name, _)| *name).collect();
            // No guess: at_most resembles at_least.
            let cure = format!("只能是：{}", names.join("、"));
            self.source.complain(value.span(), format!("“{key}” 不能是 “{word}”"), cure);
        }
        option
    }

    /// One of a few words that, like an id, may be used only once.
    pub fn declared_choice<T: Copy>(&self, key: &'static str, options: &[(&str, T)]) -> T {
        if let Some((value, word)) = self.table.get(key).and_then(|v| Some((v, v.get_ref().as_str()?))) {
            self.source.registry.declare(word, Kind::Section, self.source.place(value.span().start));
        }
        self.choice(key, options)
    }

    /// The row's own id, declared for references.
    pub fn id(&self, kind: Kind) -> Id {
        let Some((value, id)) = self.require("id").and_then(|v| Some((v, self.as_text("id", v)?))) else {
            return Id::default();
        };
        let place = self.source.place(value.span().start);
        if !Id::is_valid(&id) {
            let cure = self.cure("id").of_id(&id);
            self.source.registry.complain(place.problem(format!("id “{id}” 不能用在网址里"), cure));
        }
        self.source.registry.declare(&id, kind, place);
        id.into()
    }

    /// A reference to the id of another item.
    pub fn reference(&self, key: &'static str, kind: Kind) -> Id {
        self.require(key).and_then(|value| self.as_reference(key, value, kind)).unwrap_or_default()
    }

    pub fn references(&self, key: &'static str, kind: Kind) -> Vec<Id> {
        self.items(key).into_iter().filter_map(|value| self.as_reference(key, value, kind)).collect()
    }

    fn as_reference(&self, key: &str, value: &'a Spanned<DeValue<'a>>, kind: Kind) -> Option<Id> {
        let id = self.as_text(key, value)?;
        self.source.registry.refer(&id, kind, self.source.place(value.span().start));
        Some(id.into())
    }

    /// What `read` reads, and whether nothing was wrong with it: only then it can be compared.
    pub fn sound<T>(&self, read: impl FnOnce() -> T) -> (T, bool) {
        let before = self.source.registry.count();
        let value = read();
        (value, self.source.registry.count() == before)
    }

    /// The tables `[[key]]` below this one; none is fine.
    pub fn rows<T>(&self, key: &'static str, read: impl Fn(&Row<'a>) -> T) -> Vec<T> {
        let Some(value) = self.find(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.mistyped(key, value, &format!("一段段 [[{}]]", self.below(key)));
            return Vec::new();
        };
        let tables = array.iter().filter_map(|item| {
            let table = item.get_ref().as_table();
            if table.is_none() {
                self.mistyped(key, item, "花括号里的一组键和值");
            }
            Some((table?, item.span()))
        });
        tables.map(|(table, span)| Row::read_named(self.source, table, self.below(key), span, &read)).collect()
    }

    /// The name of a table below this one.
    fn below(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    /// The table `key = { … }`; absent is fine.
    pub fn optional_row<T>(&self, key: &'static str, read: impl FnOnce(&Row<'a>) -> T) -> Option<T> {
        let value = self.find(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Row::read_named(self.source, table, self.below(key), value.span(), read)),
            None => {
                self.mistyped(key, value, "花括号里的一组键和值");
                None
            }
        }
    }

    /// The table `key = { … }`; its absence is a problem.
    pub fn row<T>(&self, key: &'static str, read: impl FnOnce(&Row<'a>) -> T) -> Option<T> {
        self.require(key)?;
        self.optional_row(key, read)
    }

    /// The texts at `key` in the tables `[[list]]`, which are read later.
    pub fn peek(&self, list: &str, key: &str) -> Vec<&'a str> {
        let items = self.table.get(list).and_then(|value| value.get_ref().as_array());
        let texts = items.into_iter().flatten().filter_map(|item| item.get_ref().as_table()?.get(key));
        texts.filter_map(|value| value.get_ref().as_str()).collect()
    }

    /// Whether a key is there, whatever it holds.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether something of this kind has this id.
    pub fn declares(&self, id: &str, kind: Kind) -> bool {
        self.source.registry.declares(id, kind)
    }

    /// The year of the plans; 0 if it is not known.
    pub const fn plan_year(&self) -> u16 {
        self.source.registry.plan_year
    }

    /// Whether nothing wrong was found in a file so far.
    pub fn is_clean(&self, file: &str) -> bool {
        self.source.registry.is_clean(file)
    }

    /// File and line of what has this id.
    pub fn where_is(&self, id: &str) -> Option<String> {
        self.source.registry.place_of(id)
    }

    /// Reports that something is not found elsewhere, unless a missing file may contain it.
    pub fn miss(&self, key: &str, what: String, cure: String) {
        if !self.source.registry.is_incomplete() {
            self.complain(key, what, cure);
        }
    }

    /// Reports a problem of meaning at an item of the list `key`.
    pub fn complain_item(&self, key: &str, index: usize, what: String, cure: String) {
        let item = self.table.get(key).and_then(|list| list.get_ref().as_array()?.get(index));
        self.source.complain(item.map_or(self.span.clone(), Spanned::span), what, cure);
    }

    fn place(&self, key: &str) -> Place {
        let span = self.table.get(key).map_or(self.span.clone(), Spanned::span);
        self.source.place(span.start)
    }

    /// Reports a problem of meaning at `key`, or at the row itself if the key is absent.
    pub fn complain(&self, key: &str, what: String, cure: String) {
        let span = self.table.get(key).map_or(self.span.clone(), Spanned::span);
        self.source.complain(span, what, cure);
    }
}

/// Characters that XML cannot contain. Line feeds and tabs are allowed.
fn is_unwritable(c: char) -> bool {
    (c.is_control() && !['\n', '\t'].contains(&c)) || ['\u{fffe}', '\u{ffff}'].contains(&c)
}
