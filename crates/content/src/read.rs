use toml::de::DeTable;

use super::aside;
use super::files::FILES;
use super::paragraph;
use super::problem::Problem;
use super::quantity::quantity;
use super::registry::{Kind, Registry};
use super::row::{Row, Source};
use super::{finding, target, tie};
use model::{
    CityFact, Credit, Document, Echo, Edition, Indicator, Insistence, Lever, Masthead, Matter, Measure, Money, Pillar,
    Point, Priority, Reading, Section, SectionId, Site, SiteKind, Slogan, Story, Term, Topic, Trait, Wording,
};

/// Reads an edition from its files, whose text `load` gives by name.
///
/// # Errors
/// All problems of all files, sorted by file and line.
pub fn read(load: impl Fn(&str) -> std::io::Result<String>) -> Result<Edition, Vec<Problem>> {
    let registry = Registry::default();
    let texts = FILES.map(|name| load_text(name, &load, &registry));
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
    ] = std::array::from_fn(|i| Source { name: FILES[i], text: texts[i].as_deref(), registry: &registry });

    let masthead = file(&edition, masthead);
    let mut documents = file(&documents, |row| row.rows("document", document));
    file(&source, |row| paragraph::read(row, &mut documents));
    let (sections, captions) = file(&sections, |row| (sections_in_order(row), row.rows("caption", finding::caption)));
    let (captions, findings): (Vec<_>, Vec<_>) = captions.into_iter().unzip();
    let topics = file(&topics, |row| row.rows("topic", topic));
    let indicators = file(&indicators, |row| row.rows("indicator", indicator));
    let (matters, insistences, subjects) = file(&matters, |row| {
        (row.rows("matter", matter), row.rows("insistence", insistence), row.rows("subject", tie::subject))
    });
    let (beam, pillars) = file(&pillars, |row| (row.text("beam"), row.rows("pillar", pillar)));
    let priorities = file(&priorities, priorities_with_scale);
    let echoes = file(&echoes, |row| row.rows("echo", |row| echo(row, &pillars, &priorities)));
    let (readings, city_facts, pairs) = file(&readings, |row| {
        (row.rows("reading", reading), row.rows("city_fact", city_fact), row.rows("pair", tie::pair))
    });
    let terms = file(&terms, |row| row.rows("term", term));
    let drawn = aside::drawings(&captions, &matters, &pillars, &priorities);
    let tour = file(&tour, |row| row.rows("step", |row| aside::step(row, &drawn)));
    let guesses = file(&guesses, |row| row.rows("guess", |row| aside::guess(row, &drawn, &indicators, &priorities)));

    let problems = registry.finish();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut edition = Edition {
        masthead,
        documents,
        sections,
        captions,
        topics,
        indicators,
        matters,
        insistences,
        subjects,
        beam,
        pillars,
        priorities,
        echoes,
        readings,
        city_facts,
        pairs,
        terms,
        tour,
        guesses,
    };
    edition.tie();
    finding::fill(&mut edition, findings);
    Ok(edition)
}

fn load_text(name: &str, load: impl Fn(&str) -> std::io::Result<String>, registry: &Registry) -> Option<String> {
    let missing = |error| {
        registry.miss(Problem {
            file: name.to_owned(),
            line: 0,
            column: 0,
            what: format!("读不了这个文件（{error}）"),
            cure: "每一期都要有这个文件，编码是 UTF-8".into(),
        });
    };
    load(name).map_err(missing).ok()
}

/// Reads one file; syntax errors do not keep the rest of it from being read.
fn file<T>(source: &Source<'_>, read: impl FnOnce(&Row<'_>) -> T) -> T {
    let (table, errors) = DeTable::parse_recoverable(source.text.unwrap_or_default());
    for error in errors {
        let place = source.place(error.span().map_or(0, |span| span.start));
        let what = format!("TOML 写法不对（{}）", error.message().replace('\n', " "));
        source.registry.complain(place.problem(what, "检查引号、方括号和等号是否成对".into()));
    }
    let span = table.span();
    Row::read(source, table.get_ref(), span, read)
}

fn masthead(row: &Row<'_>) -> Masthead {
    let (headline, emphasis) = (row.texts("headline"), row.text("emphasis"));
    if !headline.is_empty() && !headline.iter().any(|line| line.contains(&emphasis)) {
        let what = format!("“{emphasis}” 不在 headline 的任何一行里");
        row.complain("emphasis", what, "从标题里选几个连着的字".into());
    }
    Masthead {
        place: row.text("place"),
        short_place: row.text("short_place"),
        results_year: row.small_number("results_year"),
        plan_year: row.small_number("plan_year"),
        headline,
        emphasis,
        standfirst: row.text("standfirst"),
        seal: row.texts("seal"),
        summary: row.text("summary"),
        method: row.texts("method"),
    }
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

/// A link on the page and a code on paper are made of it, so it must be whole.
fn address(row: &Row<'_>) -> Option<String> {
    let address = row.optional_text("address")?;
    if !["https://", "http://"].iter().any(|scheme| address.len() > scheme.len() && address.starts_with(scheme)) {
        row.complain("address", format!("“{address}” 不是网址"), "写全网址，以 https:// 开头".into());
    }
    Some(address)
}

/// Every section must be there; their order is the page's, whatever the file's.
fn sections_in_order(row: &Row<'_>) -> Vec<Section> {
    let names = SectionId::ALL.map(|id| (id.as_str(), id));
    let found = row.rows("section", |row| Section {
        id: row.declared_choice("id", &names),
        title: row.text("title"),
        subtitle: row.text("subtitle"),
        lead: row.text("lead"),
    });
    let ordered = SectionId::ALL.into_iter().filter_map(|id| {
        let section = found.iter().find(|section| section.id == id).cloned();
        if section.is_none() {
            let cure = format!("加上一段 [[section]]，id = \"{}\"", id.as_str());
            row.complain("section", format!("缺少版块 “{}”", id.as_str()), cure);
        }
        section
    });
    ordered.collect()
}

fn topic(row: &Row<'_>) -> Topic {
    Topic { id: row.id(Kind::Topic), label: row.text("label"), meaning: row.text("meaning") }
}

fn indicator(row: &Row<'_>) -> Indicator {
    let amount = row.number("amount");
    let money: fn(u64) -> Money = row
        .choice("unit", &[("wan_yuan", Money::WanYuan as fn(u64) -> Money), ("yuan", Money::Yuan as fn(u64) -> Money)]);
    Indicator {
        id: row.id(Kind::Indicator),
        name: row.text("name"),
        money: money(amount),
        gloss: row.optional_text("gloss"),
        quote: row.quotation(),
    }
}

fn matter(row: &Row<'_>) -> Matter {
    let lever = Lever { kind: row.text("lever_kind"), text: row.text("lever"), term: row.text("term") };
    if !lever.text.contains(&lever.term) {
        let what = format!("关键词 “{}” 不在 lever 里", lever.term);
        row.complain("term", what, format!("从 “{}” 里选几个字", lever.text));
    }
    Matter { id: row.id(Kind::Matter), lever, aim: row.text("aim"), quote: row.quotation() }
}

fn insistence(row: &Row<'_>) -> Insistence {
    Insistence { id: row.id(Kind::Other), label: row.text("label"), quote: row.quotation() }
}

fn measure(row: &Row<'_>, document: &str, paragraph: u16) -> Measure {
    let (quote, role) = (row.quotation_in(document, paragraph), row.optional_text("role"));
    if let Some(role) = &role {
        target::expect_quoted(row, "role", role, &quote.text);
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
    let paragraph = row.block(&document);
    let point = |row: &Row<'_>| Point {
        id: row.id(Kind::Other),
        label: row.text("label"),
        measures: row.rows("measure", |row| measure(row, &document, paragraph)),
    };
    let slogan = |row: &Row<'_>| {
        let slogan = Slogan {
            label: row.text("label"),
            counts: row.small_numbers("counts"),
            units: row.texts("units"),
            quote: row.quotation_in(&document, paragraph),
            measure: None,
        };
        if !slogan.counts.is_empty() && slogan.counts.len() != slogan.units.len() {
            let what =
                format!("“{}” 有 {} 个数，却有 {} 个单位", slogan.label, slogan.counts.len(), slogan.units.len());
            row.complain("units", what, "counts 和 units 一样多".into());
        }
        slogan
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
        slogans: row.rows("slogan", slogan),
    }
}

/// The scale of wordings stands before the targets that it measures.
fn priorities_with_scale(row: &Row<'_>) -> Vec<Priority> {
    let scale = target::wordings(row);
    let priorities = row.rows("priority", |row| priority(row, &scale));
    target::expect_used(row, &scale, priorities.iter().flat_map(|p| &p.targets));
    priorities
}

fn priority(row: &Row<'_>, scale: &[Wording]) -> Priority {
    let document = row.reference("document", Kind::Document);
    let paragraph = row.block(&document);
    let site = |row: &Row<'_>| Site {
        id: row.id(Kind::Other),
        label: row.text("label"),
        kind: row.choice(
            "kind",
            &[
                ("park", SiteKind::Park),
                ("mall", SiteKind::Mall),
                ("school", SiteKind::School),
                ("hospital", SiteKind::Hospital),
                ("street", SiteKind::Street),
                ("network", SiteKind::Network),
                ("programme", SiteKind::Programme),
            ],
        ),
        measure: row.reference("measure", Kind::Measure),
        quote: row.quotation_in(&document, paragraph),
    };
    Priority {
        id: row.id(Kind::Card),
        title: row.text("title"),
        short: row.text("short"),
        heading: row.text("heading"),
        gist: row.text("gist"),
        measures: row.rows("measure", |row| measure(row, &document, paragraph)),
        targets: row.rows("target", |row| target::target(row, scale, (&document, paragraph))),
        sites: row.rows("site", site),
    }
}

/// An echo stands in the paragraph of the measure that it names.
fn echo(row: &Row<'_>, pillars: &[Pillar], priorities: &[Priority]) -> Echo {
    let measure = row.reference("measure", Kind::Measure);
    let of_pillars = pillars.iter().flat_map(Pillar::measures);
    let found = of_pillars.chain(priorities.iter().flat_map(|p| &p.measures)).find(|m| m.id == measure);
    let (document, paragraph) = found.map_or((String::new(), 0), |m| (m.quote.document.clone(), m.quote.paragraph));
    Echo {
        matter: row.reference("matter", Kind::Matter),
        measure,
        quote: row.quotation_in(&document, paragraph),
        why: row.text("why"),
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
            quote: row.quotation_in(&document, row.block(&document)),
        }),
        document,
    }
}

fn city_fact(row: &Row<'_>) -> CityFact {
    let quantity = row.optional_number("value").map(|value| quantity(row, value));
    CityFact {
        id: row.id(Kind::Other),
        label: row.text("label"),
        quantity,
        gist: row.text("gist"),
        quote: row.quotation(),
    }
}

fn term(row: &Row<'_>) -> Term {
    Term { id: row.id(Kind::Other), text: row.text("text"), counts: row.counts("counts") }
}
