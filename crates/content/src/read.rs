use toml::de::DeTable;

use super::aside;
use super::caption;
use super::echo;
use super::facts::Facts;
use super::files::FILES;
use super::found::{self, Found};
use super::indicator::indicator;
use super::lettering::lettering;
use super::limits;
use super::lint;
use super::load;
use super::masthead::masthead;
use super::paragraph;
use super::predecessor::{self, Earlier};
use super::problem::Problem;
use super::quantity::quantity;
use super::quoted::Quoted;
use super::registry::{Kind, Registry};
use super::row::Row;
use super::slogan::slogan;
use super::source::Source;
use super::source_text::SourceTexts;
use super::syntax;
use super::vocabulary::words;
use super::{target, term, tie, topic};
use model::{
    CityFact, Credit, Document, Edition, Insistence, Matter, Measure, Pillar, Point, Priority, Reading, Section,
    SectionId, Site, Story, Trait, Wording,
};

/// Reads an edition from its files, whose text `load` gives by name.
///
/// # Errors
/// All problems of all files, sorted by file and line.
pub fn read(load: impl Fn(&str) -> std::io::Result<String>) -> Result<Edition, Vec<Problem>> {
    read_against(load, SourceTexts::default(), &Earlier::None).map(|(edition, _)| edition)
}

/// As [`read`], looks up every quotation in the texts that are there, and compares with the edition
/// before. Also gives the places of the quotations whose paragraph nobody wrote.
///
/// # Errors
/// All problems of all files, sorted by file and line.
pub fn read_against(
    load: impl Fn(&str) -> std::io::Result<String>,
    texts: SourceTexts,
    earlier: &Earlier,
) -> Result<(Edition, Found), Vec<Problem>> {
    let (found, unreadable) = found::load(&load);
    let mut registry = Registry::against(Quoted::new(texts, found));
    registry.plan_year = plan_year(&load("edition.toml").unwrap_or_default());
    unreadable.into_iter().for_each(|problem| registry.complain(problem));
    let mut whole = read_with(load, &registry, earlier);
    let (problems, found) = registry.finish();
    if !problems.is_empty() {
        return Err(problems);
    }
    let names = whole.terms.iter().map(|term| &term.text).chain(whole.matters.iter().map(|matter| &matter.term));
    whole.words = words::words_of(lettering(&whole), names.map(String::as_str));
    whole.words.retain(|word| word.chars().count() <= Edition::LONGEST_WORD);
    whole.tie();
    Ok((whole, found))
}

/// Reads all files; what is wrong with them goes to the registry.
pub fn read_with(load: impl Fn(&str) -> std::io::Result<String>, registry: &Registry, earlier: &Earlier) -> Edition {
    let texts = FILES.map(|name| load::text(name, &load, registry));
    let [
        edition,
        documents,
        source,
        sections,
        topics,
        indicators,
        matters,
        pillars,
        priorities,
        echoes,
        readings,
        terms,
        tour,
        guesses,
    ] = std::array::from_fn(|i| Source::new(FILES[i], texts[i].as_deref(), registry));

    // The texts in all files refer to it.
    let [report] = syntax::named(edition.text.unwrap_or_default(), ["report"]).map(Option::unwrap_or_default);
    let mut documents = file(&documents, &report, |row| row.rows("document", document));
    let cut_off = file(&source, &report, |row| paragraph::read(row, &mut documents));
    let topics = file(&topics, &report, |row| {
        let topics = row.rows("topic", topic::topic);
        topic::expect_apart(row, &topics);
        limits::expect_few(row, topics.len());
        topics
    });
    let indicators = file(&indicators, &report, |row| row.rows("indicator", indicator));
    let (matters, insistences, subjects) = file(&matters, &report, |row| {
        (row.rows("matter", matter), row.rows("insistence", insistence), row.rows("subject", tie::subject))
    });
    let (beam, pillars) =
        file(&pillars, &report, |row| (row.optional_text("beam").unwrap_or_default(), row.rows("pillar", pillar)));
    let priorities = file(&priorities, &report, priorities_with_scale);
    let (echoes, refrains) = file(&echoes, &report, |row| {
        let echoes = row.rows("echo", |row| echo::echo(row, &matters, &pillars, &priorities));
        (echoes, row.rows("refrain", |row| echo::refrain(row, &matters, &insistences)))
    });
    let (readings, city_facts, pairs) = file(&readings, &report, |row| {
        (row.rows("reading", reading), row.rows("city_fact", city_fact), row.rows("pair", tie::pair))
    });
    let terms = file(&terms, &report, |row| {
        let (often, texts) = (row.optional_small_number("frequent_from"), registry.quoted.texts());
        let rule = term::Rule { matters: &matters, documents: &documents, often, texts, cut_off: &cut_off };
        row.rows("term", |row| term::term(row, &rule))
    });
    let mut whole = Edition {
        documents,
        topics,
        indicators,
        matters,
        insistences,
        subjects,
        beam,
        pillars,
        priorities,
        echoes,
        refrains,
        readings,
        city_facts,
        pairs,
        terms,
        ..Edition::default()
    };
    let facts;
    (whole.masthead, facts) = file(&edition, &report, |row| {
        limits::expect_content(row, &whole);
        // Editorial texts insert counts of the content.
        whole.masthead.words = words(row);
        let facts = Facts::of(&whole);
        let head = masthead(row, &facts, whole.masthead.words.clone());
        predecessor::compare(row, earlier, &mut whole, &head);
        (head, facts)
    });
    (whole.sections, whole.captions) = file(&sections, &report, |row| {
        (sections_in_order(row, &whole, &facts), caption::captions(row, &whole, &facts))
    });
    let drawn = caption::drawings(&whole);
    whole.tour = file(&tour, &report, |row| row.rows("step", |row| aside::step(row, &facts, &drawn)));
    whole.guesses = file(&guesses, &report, |row| {
        row.rows("guess", |row| aside::guess(row, &drawn, &whole.indicators, &whole.priorities))
    });
    paragraph::derive(registry, &mut whole.documents);
    whole
}

/// The year that dates of the plans are in.
fn plan_year(text: &str) -> u16 {
    let (table, _) = DeTable::parse_recoverable(text);
    let year = table.get_ref().get("plan_year").and_then(|value| value.get_ref().as_integer());
    year.and_then(|year| year.as_str().parse().ok()).unwrap_or_default()
}

/// Reads one file; one that cannot be read, which has been reported, is empty.
fn file<T>(source: &Source<'_>, report: &str, read: impl FnOnce(&Row<'_>) -> T) -> T {
    let (table, _) = DeTable::parse_recoverable(source.text.unwrap_or_default());
    // The documents' own titles are the source's.
    if source.name != "documents.toml" {
        lint::lint(source, table.get_ref(), report);
    }
    let span = table.span();
    Row::read(source, table.get_ref(), span, read)
}

fn document(row: &Row<'_>) -> Document {
    Document {
        id: row.id(Kind::Document),
        label: row.text("label"),
        title: row.optional_text("title"),
        author: row.optional_text("author"),
        address: address(row),
        offices: row.texts("offices"),
        credits: row.rows("credits", |row| Credit { role: row.text("role"), name: row.text("name") }),
        paragraphs: Vec::new(),
    }
}

/// Used for a link on the page and a QR code on paper, so it must be a complete URL.
fn address(row: &Row<'_>) -> Option<String> {
    let address = row.optional_text("address")?;
    if !["https://", "http://"].iter().any(|scheme| address.len() > scheme.len() && address.starts_with(scheme)) {
        row.complain("address", format!("“{address}” 不是网址"), "写全网址，以 https:// 开头；没有就删去这一行".into());
    }
    Some(address)
}

/// Every section that has something to show must be present; they take the page's order, not the file's.
fn sections_in_order(row: &Row<'_>, edition: &Edition, facts: &Facts) -> Vec<Section> {
    let names = SectionId::ALL.map(|id| (id.as_str(), id));
    let found = row.rows("section", |row| Section {
        id: row.declared_choice("id", &names),
        title: facts.text(row, "title"),
        subtitle: facts.optional_text(row, "subtitle").unwrap_or_default(),
        lead: facts.optional_text(row, "lead"),
        opening: row.optional_row("opening", Row::quotation),
    });
    let shown = SectionId::ALL.into_iter().filter(|id| edition.has_section(*id));
    let ordered = shown.filter_map(|id| {
        let section = found.iter().find(|section| section.id == id).cloned();
        if section.is_none() {
            let cure = format!("加上一段 [[section]]，写 id = \"{}\"，再写 title", id.as_str());
            row.complain("section", format!("{}缺少版块 “{}”", needed(row, edition, id), id.as_str()), cure);
        }
        section
    });
    ordered.collect()
}

/// What is shown in a section, and where the first of it is written, for editors.
fn needed(row: &Row<'_>, edition: &Edition, section: SectionId) -> String {
    let (what, first) = match section {
        SectionId::Figures => ("[[indicator]]", edition.indicators.first().map(|i| &i.id)),
        SectionId::Matters => ("[[matter]]", edition.matters.first().map(|m| &m.id)),
        SectionId::Pillars => ("[[pillar]]", edition.pillars.first().map(|p| &p.id)),
        SectionId::Priorities => ("[[priority]]", edition.priorities.first().map(|p| &p.id)),
        SectionId::Ledger => ("[[priority.target]]", edition.targets().next().map(|(_, target)| &target.id)),
        SectionId::Subjects => match (edition.subjects.first(), edition.insistences.first()) {
            (Some(subject), _) => ("[[subject]]", Some(&subject.id)),
            (None, other) => ("[[insistence]]", other.map(|i| &i.id)),
        },
        SectionId::Readings => match (edition.readings.first(), edition.city_facts.first(), edition.terms.first()) {
            (Some(reading), ..) => ("[[reading]]", Some(&reading.id)),
            (None, Some(fact), _) => ("[[city_fact]]", Some(&fact.id)),
            (None, None, Some(term)) => ("[[term]]", Some(&term.id)),
            (None, None, None) => ("[[pair]]", None),
        },
        SectionId::Method => return String::new(),
    };
    let place = first.and_then(|id| row.where_is(id)).map_or_else(String::new, |place| format!("（{place}）"));
    format!("有 {what}{place}，却")
}

fn matter(row: &Row<'_>) -> Matter {
    let (quote, lever, term) = (row.quotation(), row.optional_text("lever"), row.text("term"));
    match &lever {
        None => row.expect_quoted("term", &term, &quote.text),
        Some(lever) => {
            row.expect_quoted("lever", lever, &quote.text);
            if !lever.contains(&term) {
                let what = format!("关键词 “{term}” 不在 lever 里");
                row.complain("term", what, format!("从 “{lever}” 里选几个字"));
            }
        }
    }
    Matter { id: row.id(Kind::Matter), lever: lever.unwrap_or_default(), term, aim: row.text("aim"), quote }
}

fn insistence(row: &Row<'_>) -> Insistence {
    Insistence { id: row.id(Kind::Insistence), label: row.text("label"), quote: row.quotation() }
}

fn measure(row: &Row<'_>, document: &str, block: Option<u16>) -> Measure {
    let (quote, role) = (row.quotation_in(document, block), row.optional_text("role"));
    if let Some(role) = &role {
        row.expect_quoted("role", role, &quote.text);
    }
    Measure {
        id: row.id(Kind::Measure),
        label: row.text("label"),
        quote,
        topics: row.references("topics", Kind::Topic),
        role,
        terms: Vec::new(),
        ties: Vec::new(),
    }
}

fn pillar(row: &Row<'_>) -> Pillar {
    let document = row.reference("document", Kind::Document);
    let block = row.block(&document);
    let point = |row: &Row<'_>| Point {
        id: row.id(Kind::Other),
        label: row.text("label"),
        measures: row.rows("measure", |row| measure(row, &document, block)),
    };
    Pillar {
        id: row.id(Kind::Card),
        title: row.text("title"),
        heading: row.text("heading"),
        gist: row.text("gist"),
        story: row.choice(
            "story",
            &[
                ("ladder", Story::Ladder),
                ("loop", Story::Loop),
                ("lines", Story::Lines),
                ("levers", Story::Levers),
                ("cycle", Story::Cycle),
            ],
        ),
        points: row.rows("point", point),
        slogans: row.rows("slogan", |row| slogan(row, &document, block)),
    }
}

/// Reads the scale of wordings first, since targets refer to it.
fn priorities_with_scale(row: &Row<'_>) -> Vec<Priority> {
    let scale = target::wordings(row);
    let priorities = row.rows("priority", |row| priority(row, &scale));
    target::expect_used(row, &scale, priorities.iter().flat_map(|p| &p.targets));
    priorities
}

fn priority(row: &Row<'_>, scale: &[Wording]) -> Priority {
    let document = row.reference("document", Kind::Document);
    let block = row.block(&document);
    let site = |row: &Row<'_>| Site {
        id: row.id(Kind::Other),
        label: row.text("label"),
        kind: row.text("kind"),
        sign: limits::sign(row),
        measure: row.reference("measure", Kind::Measure),
        quote: row.quotation_in(&document, block),
    };
    Priority {
        id: row.id(Kind::Card),
        title: row.text("title"),
        short: row.text("short"),
        heading: row.text("heading"),
        gist: row.text("gist"),
        measures: row.rows("measure", |row| measure(row, &document, block)),
        targets: row.rows("target", |row| target::target(row, scale, (&document, block))),
        sites: row.rows("site", site),
    }
}

fn reading(row: &Row<'_>) -> Reading {
    let document = row.reference("document", Kind::Document);
    Reading {
        id: row.id(Kind::Other),
        speaker: row.text("speaker"),
        traits: row.rows("trait", |row| Trait {
            word: row.text("word"),
            gist: row.text("gist"),
            quote: row.quotation_in(&document, None),
        }),
        document,
    }
}

fn city_fact(row: &Row<'_>) -> CityFact {
    let quote = row.quotation();
    CityFact {
        id: row.id(Kind::Other),
        label: row.text("label"),
        quantity: row.optional_decimal("value").map(|value| quantity(row, || value, &quote.text)),
        gist: row.text("gist"),
        quote,
    }
}
