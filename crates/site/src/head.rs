use super::address::Site;
use super::embed::Embed;
use super::error::SiteError;
use super::html::escape;
use super::tokens::{Tokens, hex};
use model::Edition;

/// The size of a share picture, pixels.
pub const PICTURE: (u32, u32) = (1200, 630);

/// Tags for chats and social networks. They need an absolute URL to find the picture, so there is
/// none if the site's address is unknown.
pub fn social(edition: &Edition, embed: Embed, title: &str, site: Option<Site>, pictured: bool) -> String {
    let head = &edition.masthead;
    let description = embed.description(edition);
    let mut tags = property("og:type", "article")
        + &property("og:site_name", &head.title())
        + &property("og:locale", "zh_CN")
        + &property("og:title", title)
        + &property("og:description", &description);
    if let Some(site) = site.filter(|_| embed != Embed::All) {
        tags += &property("og:url", &site.of(&embed.file(edition, "html")));
    }
    let picture = site.filter(|_| pictured).map(|site| site.of(&embed.file(edition, "png")));
    tags += &name("twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    if let Some(picture) = picture {
        tags += &property("og:image", &picture);
        tags += &property("og:image:type", "image/png");
        tags += &property("og:image:width", &PICTURE.0.to_string());
        tags += &property("og:image:height", &PICTURE.1.to_string());
        tags += &property("og:image:alt", &embed.alt(edition));
    }
    tags
}

/// Link from a page to its oEmbed response. See [`super::oembed`].
pub fn discovery(edition: &Edition, embed: Embed, title: &str, site: Option<Site>) -> String {
    let Some(site) = site else {
        return String::new();
    };
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escape(&site.of(&embed.file(edition, "json"))),
        escape(title)
    )
}

/// Tells search engines not to index an excerpt, and where the whole page is. `whole` is the
/// relative link to it, used if the site's address is unknown.
pub fn excerpt(site: Option<Site>, whole: &str) -> String {
    let whole = site.map_or_else(|| whole.to_owned(), |site| site.of(""));
    format!("<meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{}\">", escape(&whole))
}

/// The whole page's own address, if known.
pub fn own(site: Option<Site>) -> String {
    let Some(page) = site.map(|site| site.of("")) else {
        return String::new();
    };
    format!("<link rel=\"canonical\" href=\"{}\">", escape(&page)) + &property("og:url", &page)
}

/// The `theme-color` tags, light and dark. They carry the colours of both papers, so that scripts
/// can switch to the paper in view.
///
/// # Errors
/// If the style sheet has no colour for a paper.
pub fn frame_colours(css: &str) -> Result<String, SiteError> {
    const PAPER: &str = "--paper";
    let of = |selector| {
        let found = Tokens::read(css, selector).find(PAPER);
        found.ok_or_else(|| SiteError::Colour { name: format!("{PAPER} in {selector}") })
    };
    let (results, blueprint) = (of(".paper-results")?, of(".paper-blueprint")?);
    let tags = ["light", "dark"].into_iter().zip(results.map(hex).into_iter().zip(blueprint.map(hex)));
    let tags = tags.map(|(scheme, (results, blueprint))| {
        format!(
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{results}\" \
             data-results=\"{results}\" data-blueprint=\"{blueprint}\">"
        )
    });
    Ok(tags.collect())
}

/// Tells `load_builder.js` where the script of the embed builder is.
pub fn builder(script: &str) -> String {
    name("builder", script)
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", escape(content))
}

fn name(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escape(content))
}
