//! Numbers in the edition's own words that neither a quotation, nor the texts, nor a count of the
//! edition have. A label may round or sum up, so that this is a doubt and no problem.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::number::{Number, ONE, numbers};
use super::printed::plain;
use super::source_text::SourceTexts;
use model::Edition;

/// The first characters of the units that are looked for behind a numeral: other words with one, such
/// as 两岸 or 三农, count nothing. Digits count whatever follows.
const UNITS: &str = "个家所座条件项处户人名台套间场次辆棵只艘艇支批片类门对组幢栋部株趟级层轮羽尾本册份篇位张\
                     元角亩吨斤米里公平立千瓦天周月年日号小分秒倍成岁度%";
/// What the edition's own counts are counted in.
const COUNTERS: &str = "个项件处次块段条份篇句位张步幅类";

/// Each in a line of its own.
pub fn doubts(edition: &Edition, texts: &SourceTexts) -> Vec<String> {
    let known = Known::of(edition, texts);
    let told = own_words(edition).into_iter().flat_map(|(place, text, counts)| {
        let strange = known.strange(&text, &counts);
        strange.into_iter().map(move |number| format!("{place} 写了“{number}”，引文和原文里都没有这个数"))
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

/// A place, its text, and what may be counted there besides what the whole edition counts.
type Own = (String, String, Vec<usize>);

/// The texts that editors write in their own words.
fn own_words(edition: &Edition) -> Vec<Own> {
    let mut found = Vec::new();
    let mut put = |file: &str, id: &str, key: &str, text: &str, counts: &[usize]| {
        found.push((format!("{file} 的 {id}：{key}"), text.to_owned(), counts.to_vec()));
    };
    for matter in &edition.matters {
        put("matters.toml", &matter.id, "aim", &matter.aim, &[edition.echoes_of(&matter.id).count()]);
    }
    for pillar in &edition.pillars {
        let counts = [pillar.measures().count(), pillar.points.len(), pillar.slogans.len()];
        put("pillars.toml", &pillar.id, "gist", &pillar.gist, &counts);
    }
    for priority in &edition.priorities {
        let counts = [priority.measures.len(), priority.targets.len(), priority.sites.len()];
        put("priorities.toml", &priority.id, "gist", &priority.gist, &counts);
    }
    let whole = [edition.documents.len(), edition.indicators.len(), edition.readings.len()];
    for section in &edition.sections {
        let (id, lead) = (section.id.as_str(), section.lead.as_deref().unwrap_or_default());
        for (key, text) in [("title", section.title.as_str()), ("subtitle", &section.subtitle), ("lead", lead)] {
            put("sections.toml", id, key, text, &whole);
        }
    }
    for (number, step) in (1..).zip(&edition.tour) {
        put("tour.toml", &format!("第{number}步"), "text", &step.text, &whole);
    }
    let mut add = |file: &str, id: &str, key: &str, text: &str| put(file, id, key, text, &[]);
    for insistence in &edition.insistences {
        add("matters.toml", &insistence.id, "label", &insistence.label);
    }
    for subject in &edition.subjects {
        add("matters.toml", &subject.id, "label", &subject.label);
    }
    for pillar in &edition.pillars {
        for point in &pillar.points {
            add("pillars.toml", &point.id, "label", &point.label);
            point.measures.iter().for_each(|m| add("pillars.toml", &m.id, "label", &m.label));
        }
    }
    for priority in &edition.priorities {
        priority.measures.iter().for_each(|m| add("priorities.toml", &m.id, "label", &m.label));
        priority.targets.iter().for_each(|t| add("priorities.toml", &t.id, "label", &t.label));
        priority.sites.iter().for_each(|s| add("priorities.toml", &s.id, "label", &s.label));
    }
    for reading in &edition.readings {
        reading.traits.iter().for_each(|t| add("readings.toml", &reading.id, "gist", &t.gist));
    }
    for fact in &edition.city_facts {
        add("readings.toml", &fact.id, "gist", &fact.gist);
    }
    found
}

/// A number in millionths, and the first character of its unit.
type Counted = (u128, char);

/// The numbers that may be said.
struct Known {
    printed: BTreeSet<Counted>,
    /// What the edition counts of itself.
    counts: BTreeSet<u128>,
}

impl Known {
    fn of(edition: &Edition, texts: &SourceTexts) -> Self {
        let mut printed = BTreeSet::new();
        let mut read = |text: &str| printed.extend(counted(&plain(text)).into_iter().map(|(number, _)| number));
        texts.blocks().for_each(&mut read);
        for document in &edition.documents {
            let quoted = document.paragraphs.iter().flat_map(|paragraph| edition.passages_of(document, paragraph));
            quoted.for_each(|passage| read(passage.text));
        }
        for indicator in &edition.indicators {
            read(&indicator.words());
            indicator.before.iter().for_each(|before| read(&before.words()));
        }
        let head = &edition.masthead;
        read(&format!("{}年{}年", head.results_year, head.plan_year));
        let facts = Facts::of(edition);
        let values = facts.values().flat_map(|(name, said)| {
            numbers(&plain(said)).into_iter().filter_map(move |number| Some((name, number.value?))).collect::<Vec<_>>()
        });
        let mut counts = BTreeSet::new();
        for (name, value) in values {
            counts.insert(value);
            if name.starts_with("income.") {
                printed.insert((value, '元'));
            }
        }
        Self { printed, counts }
    }

    /// The numbers of a text that nothing has.
    fn strange(&self, text: &str, counts: &[usize]) -> Vec<String> {
        let text = plain(text);
        let found = counted(&text).into_iter().filter(|((value, unit), said)| {
            let is_here = counts.iter().any(|count| *count as u128 * ONE == *value);
            let is_count = COUNTERS.contains(*unit) && (is_here || self.counts.contains(value));
            // Two things are easily summed up.
            *value > ONE && !said.starts_with('两') && !is_count && !self.printed.contains(&(*value, *unit))
        });
        found.map(|(_, said)| said.to_owned()).collect()
    }
}

/// The numbers of a text that count something, and each with its unit's first character.
fn counted(text: &str) -> Vec<(Counted, &str)> {
    let read = |number: Number<'_>| {
        let from = number.before.len();
        // 第六座, 千家万户 and 百姓 count nothing.
        let is_ordinal = number.before.ends_with('第');
        let is_name = number.before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        let is_none = is_ordinal || is_name || !number.is_percent && text[from..].starts_with(['百', '千']);
        let in_digits = text[from..].starts_with(|c: char| c.is_ascii_digit());
        let is_unit = |c: &char| UNITS.contains(*c) || in_digits && matches!(c, '\u{4e00}'..='\u{9fff}');
        let unit = if number.is_percent { Some('%') } else { number.behind.chars().next() };
        // 四十个字 is said of the words themselves.
        let unit = unit.filter(|unit| is_unit(unit) && !is_none && !number.behind.starts_with("个字"))?;
        let end = text.len() - number.behind.len();
        let end = if number.is_percent { end } else { end + unit.len_utf8() };
        let value = number.value?;
        // 九成 are 90%.
        let counted = if unit == '成' { (value * 10, '%') } else { (value, unit) };
        Some((counted, &text[from..end]))
    };
    numbers(text).into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_nothing_is_no_number() {
        let said = |text| counted(text).into_iter().map(|(_, said)| said.to_owned()).collect::<Vec<_>>();
        assert_eq!(said("腾出三十间工坊，两岸三农，第六座桥，千家万户"), ["三十间"]);
        assert_eq!(said("41.3万人次，占百分之五，增长7.2%"), ["41.3万人", "百分之五", "7.2%"]);
    }
}
