#[cfg(feature = "pictures")]
use std::collections::BTreeSet;
use std::path::Path;

use leptos::prelude::*;

use super::address::Site;
use super::bundle::{Bundle, Programs, Source};
use super::document::{Document, Scripts, Shell, link_to_whole};
use super::error::SiteError;
use super::excerpt::{excerpt, without_notes};
use super::html::render;
use super::oembed::Answer;
use super::paper::Paper;
#[cfg(feature = "pictures")]
use super::picture::{Painted, Painter};
use super::piece::Piece;
use super::{builder, hash, head, hosting, linked, offline, style};
use crate::data;
use crate::data::DataPage;
use figure::Shelf;
use model::Edition;
use sijian::view::{Lost, Report, SingleCard, SingleFigure, SourcePage, Summary, WholeStory};

/// What hosts load to embed cards by an element.
const EMBED: &str = include_str!("embed.js");

/// Writes every page of an edition into Trunk's staging folder. `project` holds style and assets.
///
/// # Errors
/// The first file that cannot be read or written.
pub fn write(edition: &'static Edition, script: &Source, project: &Path, staging: &Path) -> Result<(), SiteError> {
    let site = Site::told()?;
    let font = copy_asset(project, staging, "serif.woff2")?;
    let style_without = |unused: &[&str], entry: &str| {
        let bundled = style::bundle(&project.join("style").join(entry), unused);
        let named = bundled.map(|text| text.replace("serif.woff2", &font));
        named.map_err(|reason| SiteError::Style { reason })
    };
    let style_of = |entry| style_without(&[], entry);
    let inked = |entry| Ok::<_, SiteError>(style_of(entry)? + &style::inks());
    let programs = Programs::told();
    let shell = Shell {
        bundle: Bundle::stage(script, project, staging)?,
        scripts: Scripts::made_with(&programs)?,
        version: std::env::var("SIJIAN_VERSION").unwrap_or_else(|_| env!("CARGO_PKG_VERSION").to_owned()),
        icon: copy_asset(project, staging, "icon.svg")?,
    };
    let mut desk = Desk { edition, site, shell, builder: String::new(), staging };
    let pictured = desk.write_pictures(project)?;
    let dialog_style = desk.write_by_content("builder", "css", &style_of("builder.css")?)?;
    desk.builder = desk.write_by_content("builder", "js", &builder::script(edition, &pictured, &dialog_style))?;
    let whole = inked("index.css")?;
    desk.write_index(&whole, pictured.contains(&Piece::All))?;
    // Under its own name, as hosts' pages refer to it.
    desk.write("embed.js", programs.minified(EMBED)?)?;
    desk.write_papers(&inked("summary.css")?, &inked("data.css")?, &style_of("source.css")?)?;
    let pieces = |unused: &[&str]| Ok::<_, SiteError>(style_without(unused, "piece.css")? + &style::inks());
    let asking = pieces(&style::STORY)?;
    let plain = pieces(&[&style::STORY[..], &style::GUESS].concat())?;
    for piece in Piece::all(edition) {
        let style = match piece {
            Piece::All => &whole,
            Piece::Drawing(kind) if edition.guess(kind.id(edition)).is_some() => &asking,
            Piece::Drawing(_) => &plain,
        };
        desk.write_embed(piece, style, pictured.contains(&piece))?;
    }
    desk.write_lost(&style_of("lost.css")?)?;
    desk.write_data()?;
    // Last, as they tell of the other files.
    desk.write_worker(&font)?;
    desk.write("version.json", hosting::release(staging)?)?;
    desk.write("_headers", hosting::netlify(staging)?)
}

/// What every file of the site is written from.
struct Desk<'a> {
    edition: &'static Edition,
    site: Option<Site>,
    shell: Shell,
    /// The name of the script that shows how to embed.
    builder: String,
    staging: &'a Path,
}

impl Desk<'_> {
    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
        let path = self.staging.join(name);
        let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        folder.and_then(|()| std::fs::write(&path, bytes)).map_err(|error| SiteError::file(&path, &error))
    }

    /// Under a name that tells its content, which it gives.
    fn write_by_content(&self, stem: &str, extension: &str, text: &str) -> Result<String, SiteError> {
        let name = format!("{stem}-{}.{extension}", hash::short(text.as_bytes()));
        self.write(&name, text)?;
        Ok(name)
    }

    fn title(&self) -> String {
        let head = &self.edition.masthead;
        format!("{}：{}", head.title(), head.place)
    }

    /// A draft has none.
    #[cfg(not(feature = "pictures"))]
    fn write_pictures(&self, _project: &Path) -> Result<Vec<Piece>, SiteError> {
        Ok(Vec::new())
    }

    /// The share pictures; gives the pieces that have one. The page can do without, where the fonts
    /// were cut for other words; a picture with holes in its words would be worse than none.
    #[cfg(feature = "pictures")]
    fn write_pictures(&self, project: &Path) -> Result<Vec<Piece>, SiteError> {
        let painter = Painter::open(project)?;
        let mut pictured = Vec::new();
        let mut missing = BTreeSet::new();
        for piece in Piece::all(self.edition) {
            match painter.paint(self.edition, piece)? {
                Painted::Picture(picture) => {
                    self.write(&piece.file(self.edition, "png"), picture)?;
                    pictured.push(piece);
                }
                Painted::Lacking(glyphs) => missing.extend(glyphs),
            }
        }
        if !missing.is_empty() {
            let missing: String = missing.into_iter().collect();
            eprintln!("some share pictures are left out, as their fonts lack {missing}: run `cargo xtask font`");
        }
        Ok(pictured)
    }

    fn write_index(&self, style: &str, pictured: bool) -> Result<(), SiteError> {
        let (edition, site) = (self.edition, self.site);
        let title = self.title();
        let picture = pictured.then(|| Piece::All.file(edition, "png"));
        let tags = head::own(site)
            + &head::social(edition, Piece::All, &title, site, pictured)
            + &head::discovery(edition, Piece::All, &title, site)
            + &head::builder(&self.builder)
            + &linked::script(edition, site, picture);
        let page = site.map(Site::page);
        let body = render(move || view! { <Report edition site=page/> });
        let description = edition.masthead.summary.clone();
        let part = Shelf::Cover.as_str();
        let told = &without_notes(edition);
        let document = Document { edition: told, style, title, root: "", embed: false, description, part, tags, body };
        self.write("index.html", document.to_html(&self.shell)?)
    }

    /// The pages that have nothing live.
    fn write_papers(&self, summary_style: &str, data_style: &str, source_style: &str) -> Result<(), SiteError> {
        let (edition, site, shell) = (self.edition, self.site, &self.shell);
        let page = site.map(Site::page);
        let summary = Paper {
            title: format!("{}：一页摘要", self.title()),
            tags: head::excerpt(site, "index.html"),
            icon: &shell.icon,
            style: summary_style,
            body: &render(move || view! { <Summary edition site=page/> }),
            follows_settings: false,
        };
        self.write("summary.html", summary.to_html(shell))?;
        let address = site.map(|site| site.of(""));
        let data = Paper {
            title: format!("{}：数据与引用", self.title()),
            tags: String::new(),
            icon: &shell.icon,
            style: data_style,
            body: &render(move || view! { <DataPage edition address/> }),
            follows_settings: true,
        };
        self.write("data.html", data.to_html(shell))?;
        let source = Paper {
            title: format!("{}：原文索引", self.title()),
            tags: String::new(),
            icon: &shell.icon,
            style: source_style,
            body: &render(move || view! { <SourcePage edition/> }),
            follows_settings: true,
        };
        self.write("source.html", source.to_html(shell))
    }

    /// For addresses that lead nowhere; hosts look for it under this name. No relative address holds
    /// in it, so that it refers to no file.
    fn write_lost(&self, style: &str) -> Result<(), SiteError> {
        let (edition, page) = (self.edition, self.site.map(|site| site.of("").leak() as &str));
        let lost = Paper {
            title: self.title(),
            tags: "<meta name=\"robots\" content=\"noindex\">".to_owned(),
            icon: "data:,",
            style,
            body: &render(move || view! { <Lost edition page/> }),
            follows_settings: false,
        };
        self.write("404.html", lost.to_html(&self.shell))
    }

    /// A piece for other pages' frames, and what their programs ask about it.
    fn write_embed(&self, piece: Piece, style: &str, pictured: bool) -> Result<(), SiteError> {
        let (edition, site) = (self.edition, self.site);
        let body = match piece {
            Piece::All => render(move || view! { <WholeStory edition/> }),
            Piece::Drawing(kind) if kind.is_overview() => render(move || view! { <SingleFigure edition kind/> }),
            Piece::Drawing(kind) => {
                let id = kind.id(edition).to_owned();
                render(move || view! { <SingleCard edition id/> })
            }
        };
        let title = piece.title(edition);
        let tags = head::excerpt(site, "../index.html")
            + &head::social(edition, piece, &title, site, pictured)
            + &head::discovery(edition, piece, &title, site)
            + &head::builder(&format!("../{}", self.builder));
        let description = piece.description(edition);
        // Alone too, a drawing would take the place of its host's frame.
        let body = link_to_whole(&body)
            .replace("href=\"embed/", "target=\"_blank\" href=\"")
            .replace("href=\"source.html", "target=\"_blank\" href=\"../source.html");
        let part = piece.shelf().as_str();
        let told = match piece {
            Piece::All => without_notes(edition),
            Piece::Drawing(kind) => excerpt(edition, kind),
        };
        let document =
            Document { edition: &told, style, title, root: "../", embed: true, description, part, tags, body };
        self.write(&piece.file(edition, "html"), document.to_html(&self.shell)?)?;
        if let Some(site) = site {
            let answer = data::pretty(&Answer::new(edition, piece, site, pictured));
            self.write(&piece.file(edition, "json"), answer)?;
        }
        Ok(())
    }

    /// It keeps what can be read and used, and not what hosts and
    /// programs ask for.
    fn write_worker(&self, font: &str) -> Result<(), SiteError> {
        let Shell { bundle, icon, .. } = &self.shell;
        let own = [&bundle.script, &bundle.core].into_iter().chain(bundle.chunks.iter().map(|(_, part)| part));
        let parts: Vec<&str> = own.map(|part| part.name.as_str()).chain([font, icon]).collect();
        self.write(
            offline::WORKER,
            offline::worker(self.staging, &["index.html", "source.html", "summary.html", "data.html"], &parts)?,
        )
    }

    fn write_data(&self) -> Result<(), SiteError> {
        let page = self.site.map(|site| site.of(""));
        let tables = data::tables(self.edition);
        for table in &tables {
            self.write(&format!("data/{}.csv", table.name), table.to_csv())?;
            self.write(&format!("data/{}.json", table.name), table.to_json())?;
        }
        let package = data::package(self.edition, &tables, page.as_deref());
        self.write("data/datapackage.json", data::pretty(&package))?;
        self.write("data/citations.json", data::pretty(&data::citations(self.edition, page.as_deref())))
    }
}

/// Copies an asset under a name that tells its content.
fn copy_asset(project: &Path, staging: &Path, name: &str) -> Result<String, SiteError> {
    let from = project.join("assets").join(name);
    let bytes = std::fs::read(&from).map_err(|error| SiteError::file(&from, &error))?;
    let (stem, extension) = name.split_once('.').unwrap_or((name, "bin"));
    let hashed = format!("{stem}-{}.{extension}", hash::short(&bytes));
    let to = staging.join(&hashed);
    std::fs::write(&to, bytes).map_err(|error| SiteError::file(&to, &error))?;
    Ok(hashed)
}
