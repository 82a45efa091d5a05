//! The pre-rendered site as readers without scripts get it, and as a browser's parser sees it.

use std::collections::BTreeSet;

use crate::rendered::{FIXTURE_SITE, Files, Page, check, pages, sites, unspaced};
use crate::support::{is_of_source, texts};
use figure::{Figure, Foot, Frame, Kind, figures, sheet_of, svg, table};
use model::{Echo, Edition, Size};
use scraper::{ElementRef, Selector};
use sijian::view::Roster;

fn index(files: &Files) -> Page {
    Page::new("index.html", std::str::from_utf8(&files["index.html"]).unwrap())
}

#[test]
fn the_sections_are_there_in_order() {
    for (_, files, edition) in sites() {
        let page = index(files);
        let expected: Vec<&str> = edition.sections.iter().map(|section| section.id.as_str()).collect();
        let sections = page.all("section[id]").into_iter().filter_map(|s| s.attr("id"));
        assert_eq!(sections.filter(|id| expected.contains(id)).collect::<Vec<_>>(), expected);
        let links: Vec<_> = page.all(".sections a").into_iter().filter_map(|a| a.attr("href")).collect();
        assert_eq!(links, expected.iter().map(|id| format!("#{id}")).collect::<Vec<_>>());
        let order: Vec<_> =
            page.all("header.cover, .sections, main, section[id=method]").iter().map(|e| e.value().name()).collect();
        assert_eq!(order, ["header", "nav", "main", "section"]);
    }
}

/// Inside quotation marks, quotation marks are single ones.
#[test]
fn no_double_quotation_mark_stands_within_another() {
    check(|page, _, _| {
        let elements = page.all("*");
        let texts = elements.iter().flat_map(|element| element.children()).filter_map(|node| node.value().as_text());
        let nested = texts.filter(|text| {
            let mut open = false;
            text.chars().any(|c| match c {
                '“' => std::mem::replace(&mut open, true),
                '”' => !std::mem::replace(&mut open, false) && text.contains('“'),
                _ => false,
            })
        });
        nested.map(|text| text.to_string()).collect()
    });
}

/// Readers who ask for large type also get drawings in large type: where no script runs in a page of their own, else
/// from a file for each size, in which they are looked up by their ids.
#[test]
fn pictures_have_the_size_of_type_of_their_page() {
    for (edition_name, files, edition) in sites() {
        for (page, size) in [
            ("index.html", Size::Standard),
            ("large.html", Size::Large),
            ("drawings-large.svg", Size::Large),
            ("drawings-xlarge.svg", Size::Xlarge),
        ] {
            let html = std::str::from_utf8(&files[page]).unwrap();
            if page.ends_with(".svg") {
                let parsed = roxmltree::Document::parse(html).unwrap();
                let there: Vec<_> = parsed.descendants().filter_map(|node| node.attribute("data-figure")).collect();
                let all: Vec<_> = figures(edition).into_iter().map(|kind| kind.id(edition)).collect();
                assert_eq!(there, all, "{edition_name}/{page}");
            }
            for kind in figures(edition) {
                let figure = Figure::new(edition, kind);
                for twin in figure.twins() {
                    let scene = figure.plan(Frame::new(twin.width, size));
                    let drawn = [svg::themed, svg::linked].iter().any(|draw| html.contains(&draw(&scene, twin.class)));
                    assert!(drawn, "{edition_name}/{page}: {} at {}", kind.id(edition), twin.width);
                }
            }
        }
    }
}

/// A drawing's embed carries all of the edition that its script needs; if anything is missing, the
/// drawings differ.
#[test]
fn the_script_of_a_drawings_frame_draws_as_that_of_the_page() {
    for (_, files, edition) in sites() {
        for kind in figures(edition) {
            let name = format!("embed/{}.html", kind.id(edition));
            let page = Page::new(&name, std::str::from_utf8(&files[&name]).unwrap());
            let classes = page.attributes("class").join(" ");
            let of_story = [
                "bar",
                "cards",
                "facts",
                "fold",
                "masthead",
                "pager",
                "pair",
                "panel",
                "section-head",
                "speaker",
                "subjects",
                "ties",
                "traits",
                "wrap",
            ];
            let found: Vec<_> = classes.split(' ').filter(|class| of_story.contains(class)).collect();
            assert_eq!(found, Vec::<&str>::new(), "{name} has no style for them");
            let mut excerpt: Edition = wire::unpack(&page.all("#edition")[0].text().collect::<String>()).unwrap();
            excerpt.tie();
            assert_same(&name, Figure::new(edition, kind), Figure::new(&excerpt, kind));
        }
    }
}

/// Compares everything that the browser asks of a drawing.
fn assert_same(name: &str, whole: Figure<'_>, part: Figure<'_>) {
    for (width, size) in
        [280.0, 390.0, 700.0, 1200.0].into_iter().zip([Size::Standard, Size::Large, Size::Xlarge, Size::Standard])
    {
        let frame = Frame::new(width, size);
        assert_eq!(part.plan(frame), whole.plan(frame), "{name} at {width}");
        let poster = |figure: Figure<'_>| sheet_of(figure, ("", ""), frame, Foot::Source);
        assert_eq!(poster(part), poster(whole), "{name}'s poster at {width}");
    }
    assert_eq!(part.sentence(), whole.sentence(), "{name}'s sentence");
    assert_eq!(part.caption(), whole.caption(), "{name}'s caption");
    let guess = |figure: Figure<'_>| {
        let guess = figure.edition.guess(figure.kind.id(figure.edition))?.clone();
        Some((figure.edition.truth_of(&guess), guess))
    };
    assert_eq!(guess(part), guess(whole), "{name}'s guess");
    let choices = |edition: &Edition| {
        let ids = edition.topics.iter().map(|topic| &topic.id).chain(edition.terms.iter().map(|term| &term.id));
        let ids = ids.cloned().chain(edition.ends().map(|end| end.id().clone()));
        ids.map(|id| edition.choice(&id).map(|choice| choice.label().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(choices(part.edition), choices(whole.edition), "{name}'s choices");
    // The chips beside the drawing must highlight the same measures.
    if Roster::beside(whole.edition, whole.kind).is_some() {
        let tags = |edition: &Edition| edition.measures().map(|(_, measure)| measure.tags()).collect::<Vec<_>>();
        assert_eq!(tags(part.edition), tags(whole.edition), "{name}'s chips");
        let ends = |edition: &Edition| {
            let work = |echo: &Echo| edition.work_of(&echo.measure).map(|work| work.id().to_owned());
            edition.echoes.iter().map(|echo| (echo.matter.clone(), work(echo))).collect::<Vec<_>>()
        };
        assert_eq!(ends(part.edition), ends(whole.edition), "{name}'s ends");
    }
}

/// A drawing is complete without a script: picture, canvas in waiting, and every mark in a table.
#[test]
fn every_figure_has_its_picture_its_canvas_and_its_table() {
    check(|page, _, edition| {
        let all: BTreeSet<&str> = figures(edition).into_iter().map(|kind| kind.id(edition)).collect();
        let frames = page.all("[data-figure]");
        let found: BTreeSet<&str> = frames.iter().filter_map(|frame| frame.attr("data-figure")).collect();
        let twice = (found.len() != frames.len()).then(|| "a figure twice".to_owned());
        let missing = all.difference(&found).filter(|_| page.is_index()).map(|id| format!("no {id}"));
        let poor = frames.iter().filter_map(|frame| {
            let id = frame.attr("data-figure")?;
            let kind = Kind::of_id(edition, id)?;
            let count = |what: &str| frame.select(&Selector::parse(what).unwrap()).count();
            let svgs = Figure::new(edition, kind).twins().len();
            let rows = table(Figure::new(edition, kind)).rows.len();
            let found = [
                count(".twins > svg"),
                count("canvas"),
                count("table"),
                count("tbody"),
                count("tbody > tr"),
                count("figcaption"),
            ];
            (found != [svgs, 1, 1, 1, rows, 1])
                .then(|| format!("{id}: svg, canvas, table, tbody, rows, caption {found:?}"))
        });
        let unknown = page
            .attributes("data-figure")
            .into_iter()
            .filter(|id| !all.contains(id))
            .map(|id| format!("{id} is no figure"));
        twice.into_iter().chain(missing).chain(poor).chain(unknown).collect()
    });
}

#[test]
fn headings_form_an_outline() {
    check(|page, _, _| {
        let headings = page.all("h1, h2, h3, h4, h5, h6");
        let levels: Vec<u8> = headings.iter().map(|h| h.value().name().as_bytes()[1] - b'0').collect();
        let firsts = levels.iter().filter(|&&level| level == 1).count();
        let top = (firsts != 1 || levels.first() != Some(&1)).then(|| format!("{firsts} h1"));
        let words = |heading: ElementRef<'_>| unspaced(&heading.text().collect::<String>());
        let skips = levels.windows(2).zip(&headings[1..]).filter(|(pair, _)| pair[1] > pair[0] + 1);
        let skips = skips.map(|(pair, heading)| format!("h{} after h{}: {}", pair[1], pair[0], words(*heading)));
        let empty = headings.iter().filter(|h| words(**h).is_empty()).map(|h| format!("an empty {}", h.value().name()));
        top.into_iter().chain(skips).chain(empty).collect()
    });
}

#[test]
fn ids_are_unique_and_everything_that_names_one_finds_it() {
    check(|page, _, _| {
        let mut ids = BTreeSet::new();
        let twice: Vec<String> = page
            .attributes("id")
            .into_iter()
            .filter(|id| !ids.insert(*id))
            .map(|id| format!("id {id} twice"))
            .collect();
        let links = page.attributes("href").into_iter().filter_map(|href| href.strip_prefix('#'));
        let named = ["aria-labelledby", "aria-describedby", "aria-controls", "for"]
            .into_iter()
            .flat_map(|name| page.attributes(name));
        let dead: BTreeSet<&str> =
            links.chain(named.flat_map(str::split_whitespace)).filter(|id| !ids.contains(id)).collect();
        let dead = dead.into_iter().map(|id| format!("nothing has the id {id}"));
        twice.into_iter().chain(dead).collect()
    });
}

/// The browser finds the parts to bring to life by these names; a part that is not found stays static.
#[test]
fn live_parts_name_what_there_is() {
    check(|page, _, edition| {
        let parts = page.all("[data-live]").into_iter();
        let wrong = parts.filter(|part| {
            let id = part.attr("data-live").unwrap_or_default();
            let known = Kind::of_id(edition, id).is_some() || ["topics", "terms", "ends", "tour"].contains(&id);
            !known || part.attr("data-part").is_none()
        });
        wrong.map(|part| format!("{:?} {:?}", part.attr("data-part"), part.attr("data-live"))).collect()
    });
}

/// The policy would refuse these attributes, with an error in the console.
#[test]
fn no_element_carries_style_or_script() {
    check(|page, _, _| {
        let elements = page.all("*").into_iter();
        let wrong = elements.flat_map(|e| e.value().attrs().map(move |(name, value)| (e.value().name(), name, value)));
        let wrong = wrong.filter(|(_, name, value)| {
            *name == "style" || name.starts_with("on") || value.trim_start().starts_with("javascript:")
        });
        wrong.map(|(element, name, value)| format!("<{element} {name}=\"{value}\">")).collect()
    });
}

/// Texts of an edition that readers of the page do not see, with the reason.
const UNSAID: [(&str, &str); 4] = [
    ("predecessor.sections", "no text: says what can be compared"),
    ("masthead.summary", "for search engines, in the head"),
    ("masthead.words", "on whichever page has such things to name"),
    ("tour", "said by the script, step by step"),
];

#[test]
fn the_index_and_the_method_say_everything_that_the_edition_says() {
    check(|page, files, edition| {
        if !page.is_index() {
            return Vec::new();
        }
        let method = Page::new("method.html", std::str::from_utf8(&files["method.html"]).unwrap());
        let words = [page.words(), method.words()].concat();
        // The index of the source has its own test.
        let said = texts(edition).into_iter().filter(|said| !is_of_source(edition, said));
        let said = said.filter(|said| UNSAID.iter().all(|(place, _)| !said.place.contains(place)));
        let missing = said.filter(|said| !words.contains(&unspaced(&said.text)));
        missing.map(|said| format!("{} is not there: {}", said.place, said.text)).collect()
    });
}

/// An editor's markup is shown as text, in elements, attributes and drawings.
#[test]
fn markup_in_the_content_is_shown_as_text() {
    let label = "带标记的<b>&\"'标签";
    for page in
        pages(&FIXTURE_SITE).iter().filter(|page| ["index.html", "embed/pillar-4.html"].contains(&page.name.as_str()))
    {
        assert!(page.words().contains(label), "{}", page.name);
        let element = page.all("b").into_iter().find(|b| b.text().collect::<String>().contains("标签"));
        assert!(element.is_none() && !page.text.contains("<b>&"), "{}", page.name);
    }
}

/// The links to the cards before and behind call them what stands on their faces.
#[test]
fn a_link_to_the_next_card_names_its_face() {
    check(|page, _, _| {
        let wrong = page.all(".pager a").into_iter().filter_map(|link| {
            let (card, named) = (link.attr("href")?.trim_start_matches('#'), link.text().collect::<String>());
            let face: String = page.all(&format!("#{card} > summary h3")).first()?.text().collect();
            (!unspaced(&named).ends_with(&unspaced(&face))).then(|| format!("{card}: {named}, not {face}"))
        });
        wrong.collect()
    });
}

/// What the Nu HTML checker says, where `cargo xtask test` could get it.
#[test]
fn the_nu_checker_finds_nothing() {
    let (Some(checker), Some(java)) = (std::env::var_os("SIJIAN_NU"), testbed::find("java")) else {
        println!("not checked: vnu-jar or java is missing; `cargo xtask test` installs the first");
        return;
    };
    for (name, files, _) in sites() {
        let folder = crate::support::empty_folder(&format!("nu-{name}"));
        for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        // Its CSS is years old. Data in a script element is no script, which it does not know.
        let known = "CSS: .*|.*Inline script violates Content Security Policy.*";
        let mut run = std::process::Command::new(&java);
        run.arg("-jar")
            .arg(&checker)
            .args(["--skip-non-html", "--format", "gnu", "--filterpattern", known])
            .arg(&folder);
        let output = run.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.trim().is_empty(), "{said}");
    }
}

/// Elements for a line of text must not contain blocks: parsers accept that, but validators and
/// some reading tools do not.
#[test]
fn the_markup_is_valid() {
    const BLOCKS: &str = "article,aside,blockquote,details,div,dl,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,\
                          main,nav,ol,p,pre,section,table,ul";
    const LINES: [&str; 15] =
        ["b", "button", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "label", "p", "small", "span", "strong"];
    check(|page, _, _| {
        let errors = page.html.errors.iter().map(|error| format!("parse error: {error}"));
        let nested = page.all(BLOCKS).into_iter().filter_map(|block| {
            let parent = block.ancestors().filter_map(ElementRef::wrap).find(|e| LINES.contains(&e.value().name()))?;
            Some(format!("<{}> in <{} class={:?}>", block.value().name(), parent.value().name(), parent.attr("class")))
        });
        errors.chain(nested.collect::<BTreeSet<_>>()).collect()
    });
}
