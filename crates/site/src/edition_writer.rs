#[cfg(feature = "pictures")]
use std::collections::BTreeSet;
use std::path::Path;

use leptos::prelude::*;

use super::address::Site;
use super::bundle::Programs;
use super::document::{Document, PICTURES, Shell, link_to_whole};
use super::embed::Embed;
use super::error::SiteError;
use super::excerpt::{excerpt, without_notes};
use super::fonts::Fonts;
use super::html::render;
use super::oembed::Answer;
use super::options::fill;
#[cfg(feature = "pictures")]
use super::picture::{Painted, Painter};
use super::static_document::StaticDocument;
use super::{builder, editions, hash, head, hosting, linked, service_worker, style};
use crate::data;
use crate::data::DataPage;
use figure::{ChartGroup, Figure, figures};
use model::{Edition, Id, Size};
use sijian::view::{Lost, MethodPage, Report, SingleCard, SingleFigure, SourcePage, Summary, WholeStory, pictures};

/// The pages of an edition that are available offline.
const PAGES: [&str; 5] = ["index.html", "source.html", "summary.html", "data.html", "method.html"];

/// The script that hosts load for the embedding element.
const EMBED: &str = include_str!("embed.js");

/// Writes the files of one edition into a folder.
pub struct EditionWriter<'a> {
    pub edition: &'static Edition,
    /// Where the folder will be published.
    pub site: Option<Site>,
    /// The way to the list of all editions, if there are several.
    pub list: Option<&'static str>,
    pub shell: &'a Shell,
    pub programs: &'a Programs,
    /// Where style and assets are.
    pub project: &'a Path,
    /// Where the fonts are that were cut for the edition's share pictures.
    #[cfg(feature = "pictures")]
    pub picture_fonts: &'a Path,
    /// The page's fonts, which are in the folder already.
    pub fonts: &'a Fonts,
    pub folder: &'a Path,
}

impl EditionWriter<'_> {
    /// Writes every file. Those that describe the others come last, and cover folders below, too.
    ///
    /// # Errors
    /// The first file that cannot be read or written.
    pub fn write_all(&self) -> Result<(), SiteError> {
        let edition = self.edition;
        let pictured = self.write_pictures()?;
        let dialog_style = self.write_by_content("builder", "css", &self.style("builder.css")?)?;
        let builder = builder::script(edition, &pictured, &dialog_style)?;
        let builder = self.write_by_content("builder", "js", &builder)?;
        let whole = self.inked("index.css")?;
        self.write_index(&whole, pictured.contains(&Embed::All), &builder)?;
        self.write_drawings()?;
        // Under its own name, as hosts' pages refer to it.
        self.write("embed.js", self.programs.minified(&fill(EMBED)?)?)?;
        self.write_summary(&self.inked("summary.css")?)?;
        let [data, source, method] = ["data.css", "source.css", "method.css"].map(|entry| self.style(entry));
        let address = self.site.map(|site| site.of(""));
        self.write_paper("data", "数据与引用", &data?, &render(move || view! { <DataPage edition address/> }))?;
        self.write_paper("source", "原文索引", &source?, &render(move || view! { <SourcePage edition/> }))?;
        self.write_paper("method", "方法与来源", &method?, &render(move || view! { <MethodPage edition/> }))?;
        let embeds = |unused: &[&str]| Ok::<_, SiteError>(self.style_without(unused, "embed.css")? + &style::inks());
        let asking = embeds(&style::STORY)?;
        let plain = embeds(&[&style::STORY[..], &style::GUESS].concat())?;
        for embed in Embed::all(edition) {
            let style = match embed {
                Embed::All => &whole,
                Embed::Drawing(kind) if edition.guess(kind.id(edition)).is_some() => &asking,
                Embed::Drawing(_) => &plain,
            };
            self.write_embed(embed, style, pictured.contains(&embed), &builder)?;
        }
        self.write_lost(&self.style("lost.css")?)?;
        self.write_data()?;
        self.write_worker()?;
        self.write("version.json", hosting::release(self.folder)?)?;
        self.write("_headers", hosting::netlify(self.folder)?)
    }

    /// A bundled style sheet that names the fonts' files.
    fn style(&self, entry: &str) -> Result<String, SiteError> {
        self.style_without(&[], entry)
    }

    /// The same without rules for these classes.
    fn style_without(&self, unused: &[&str], entry: &str) -> Result<String, SiteError> {
        let bundled = style::bundle(&self.project.join("style").join(entry), unused);
        let named = bundled.map(|text| self.fonts.named_in(&text));
        named.map_err(|reason| SiteError::Style { reason })
    }

    /// The same for pages with drawings.
    fn inked(&self, entry: &str) -> Result<String, SiteError> {
        Ok(self.style(entry)? + &style::inks())
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<(), SiteError> {
        let path = self.folder.join(name);
        let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        folder.and_then(|()| std::fs::write(&path, bytes)).map_err(|error| SiteError::file(&path, &error))
    }

    /// Writes a file with a content hash in its name; returns the name.
    fn write_by_content(&self, stem: &str, extension: &str, text: &str) -> Result<String, SiteError> {
        let name = format!("{stem}-{}.{extension}", hash::short(text.as_bytes()));
        self.write(&name, text)?;
        Ok(name)
    }

    fn title(&self) -> String {
        let head = &self.edition.masthead;
        format!("{}：{}", head.title(), head.place)
    }

    /// Draft builds have none.
    #[cfg(not(feature = "pictures"))]
    fn write_pictures(&self) -> Result<Vec<Embed>, SiteError> {
        Ok(Vec::new())
    }

    /// Writes the share pictures; returns the embeds that have one. A picture whose text needs
    /// characters that the fonts lack is left out: gaps in the text would be worse than no picture.
    #[cfg(feature = "pictures")]
    fn write_pictures(&self) -> Result<Vec<Embed>, SiteError> {
        let painter = Painter::open(self.project, self.picture_fonts)?;
        let mut pictured = Vec::new();
        let mut missing = BTreeSet::new();
        for embed in Embed::all(self.edition) {
            match painter.paint(self.edition, embed)? {
                Painted::Picture(picture) => {
                    self.write(&embed.file(self.edition, "png"), picture)?;
                    pictured.push(embed);
                }
                Painted::Lacking(glyphs) => missing.extend(glyphs),
            }
        }
        if !missing.is_empty() {
            let missing: String = missing.into_iter().collect();
            let place = &self.edition.masthead.place;
            eprintln!(
                "{place}: some share pictures are left out, as their fonts lack {missing}: run `cargo xtask font`"
            );
        }
        Ok(pictured)
    }

    /// Writes the page, and once more in large type for readers without scripts.
    fn write_index(&self, style: &str, pictured: bool, builder: &str) -> Result<(), SiteError> {
        let (edition, site, editions) = (self.edition, self.site, self.list);
        let title = self.title();
        let picture = pictured.then(|| Embed::All.file(edition, "png"));
        let tags = head::own(site)
            + &head::social(edition, Embed::All, &title, site, pictured)
            + &head::discovery(edition, Embed::All, &title, site)
            + &head::builder(builder)
            + &linked::script(edition, site, picture);
        let page = site.map(Site::page);
        let description = edition.masthead.summary.clone();
        let part = ChartGroup::Cover.as_str();
        let told = &without_notes(edition);
        // Without scripts all of the style is needed at once.
        let (early, late) = style::split_face(style);
        let looks = [("index.html", Size::Standard, early.as_str(), late), ("large.html", Size::Large, style, "")];
        for (name, size, style, late) in looks {
            let (title, description, tags) = (title.clone(), description.clone(), tags.clone());
            let body = render(move || {
                provide_context(size);
                view! { <Report edition site=page editions/> }
            });
            let document = Document {
                edition: told,
                style,
                late,
                title,
                root: "",
                embed: false,
                size,
                description,
                part,
                tags,
                body,
            };
            self.write(name, document.to_html(self.shell)?)?;
        }
        Ok(())
    }

    /// Writes the drawings in each larger size of type, which the loader puts into pages.
    fn write_drawings(&self) -> Result<(), SiteError> {
        for size in Size::ALL.into_iter().filter(|size| *size != Size::default()) {
            let drawings = figures(self.edition).into_iter().map(|kind| {
                let (id, pictures) = (kind.id(self.edition), pictures(Figure::new(self.edition, kind), size));
                format!("<g class=\"twins\" data-figure=\"{id}\">{pictures}</g>")
            });
            let drawings: String = drawings.collect();
            let file = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{drawings}</svg>");
            self.write(&format!("{PICTURES}{}.svg", size.as_str()), file)?;
        }
        Ok(())
    }

    /// Writes the summary sheet for printing.
    fn write_summary(&self, style: &str) -> Result<(), SiteError> {
        let (edition, site, shell) = (self.edition, self.site, self.shell);
        let page = site.map(Site::page);
        let summary = StaticDocument {
            title: format!("一页摘要｜{}", self.title()),
            tags: head::excerpt(site, "index.html"),
            icon: &shell.icon,
            style,
            body: &render(move || view! { <Summary edition site=page/> }),
        };
        self.write("summary.html", summary.to_html(shell))
    }

    /// Writes a static page.
    fn write_paper(&self, name: &str, what: &str, style: &str, body: &str) -> Result<(), SiteError> {
        let title = format!("{what}｜{}", self.title());
        let icon = &self.shell.icon;
        let paper = StaticDocument { title, tags: String::new(), icon, style, body };
        self.write(&format!("{name}.html"), paper.to_html(self.shell))
    }

    /// Writes the list of all editions, whose fonts need rules of their own.
    pub fn write_list(&self, title: &str, faces: &str, body: &str) -> Result<(), SiteError> {
        let style = self.inked("editions.css")? + faces;
        let (title, icon) = (title.to_owned(), &self.shell.icon);
        let list = StaticDocument { title, tags: String::new(), icon, style: &style, body };
        self.write(editions::FILE, list.to_html(self.shell))
    }

    /// The page for broken addresses; hosts look for it under this name. It is served at any path,
    /// where relative links break, so it refers to no file.
    fn write_lost(&self, style: &str) -> Result<(), SiteError> {
        let (edition, page) = (self.edition, self.site.map(|site| site.of("").leak() as &str));
        let lost = StaticDocument {
            title: self.title(),
            tags: "<meta name=\"robots\" content=\"noindex\">".to_owned(),
            icon: "data:,",
            style,
            body: &render(move || view! { <Lost edition page/> }),
        };
        self.write("404.html", lost.to_html(self.shell))
    }

    /// Writes an embed, and its oEmbed response.
    fn write_embed(&self, embed: Embed, style: &str, pictured: bool, builder: &str) -> Result<(), SiteError> {
        let (edition, site) = (self.edition, self.site);
        let body = match embed {
            Embed::All => render(move || view! { <WholeStory edition/> }),
            Embed::Drawing(kind) if kind.is_overview() => render(move || view! { <SingleFigure edition kind/> }),
            Embed::Drawing(kind) => {
                let id = Id::from(kind.id(edition));
                render(move || view! { <SingleCard edition id/> })
            }
        };
        let title = embed.title(edition);
        let tags = head::excerpt(site, "../index.html")
            + &head::social(edition, embed, &title, site, pictured)
            + &head::discovery(edition, embed, &title, site)
            + &head::builder(&format!("../{builder}"));
        let description = embed.description(edition);
        // Links to single drawings must open a new window too, or they would replace the embed.
        let body = link_to_whole(&body)
            .replace("href=\"embed/", "target=\"_blank\" href=\"")
            .replace("href=\"source.html", "target=\"_blank\" href=\"../source.html");
        let part = embed.group().as_str();
        let told = match embed {
            Embed::All => without_notes(edition),
            Embed::Drawing(kind) => excerpt(edition, kind),
        };
        let (style, late) = style::split_face(style);
        let document = Document {
            edition: &told,
            style: &style,
            late,
            title,
            root: "../",
            embed: true,
            size: Size::Standard,
            description,
            part,
            tags,
            body,
        };
        self.write(&embed.file(edition, "html"), document.to_html(self.shell)?)?;
        if let Some(site) = site {
            let answer = data::pretty(&Answer::new(edition, embed, site, pictured));
            self.write(&embed.file(edition, "json"), answer)?;
        }
        Ok(())
    }

    /// Writes the service worker. It covers what readers use, but not the files for hosts and
    /// programs.
    fn write_worker(&self) -> Result<(), SiteError> {
        let Shell { bundle, icon, .. } = self.shell;
        let parts: Vec<&str> = bundle
            .files()
            .map(|part| part.name.as_str())
            .chain([&self.fonts.cover, &self.fonts.rest, icon].map(String::as_str))
            .collect();
        // Of the list only the root's worker can know.
        let pages: Vec<&str> = PAGES.into_iter().chain(self.list.filter(|way| *way == editions::FILE)).collect();
        self.write(service_worker::WORKER, service_worker::worker(self.folder, &pages, &parts)?)
    }

    fn write_data(&self) -> Result<(), SiteError> {
        let page = self.site.map(|site| site.of(""));
        let tables = data::tables(self.edition);
        for table in &tables {
            self.write(&format!("data/{}.csv", table.name), table.to_csv())?;
            self.write(&format!("data/excel/{}.csv", table.name), table.to_excel_csv())?;
            self.write(&format!("data/{}.json", table.name), table.to_json())?;
        }
        let package = data::package(self.edition, &tables, page.as_deref());
        self.write("data/datapackage.json", data::pretty(&package))?;
        let citations = data::citations(self.edition, page.as_deref());
        if citations.is_empty() { Ok(()) } else { self.write("data/citations.json", data::pretty(&citations)) }
    }
}
