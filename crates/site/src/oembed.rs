use serde::Serialize;

use super::address::Site;
use super::embed::{Embed, WIDTH};
use super::head::PICTURE;
use super::html::escape;
use model::Edition;

/// The `rich` response of oEmbed 1.0 for an embed: <https://oembed.com>. It consists of URLs, so it
/// needs the site's address. A static file cannot honour `maxwidth`; the frame is as wide as its
/// container.
#[derive(Serialize)]
pub struct Answer {
    version: &'static str,
    r#type: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    html: String,
    width: u32,
    height: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

/// All three, or none.
#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

impl Answer {
    pub fn new(edition: &Edition, embed: Embed, site: Site, pictured: bool) -> Self {
        let title = embed.title(edition);
        let (width, height) = (WIDTH, embed.height(edition));
        let html = format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
             style=\"width:100%;border:0\"></iframe>",
            escape(&site.of(&embed.file(edition, "html"))),
            escape(&title)
        );
        let thumbnail = pictured.then(|| Thumbnail {
            thumbnail_url: site.of(&embed.file(edition, "png")),
            thumbnail_width: PICTURE.0,
            thumbnail_height: PICTURE.1,
        });
        Self {
            version: "1.0",
            r#type: "rich",
            title,
            provider_name: edition.masthead.title(),
            provider_url: site.of(""),
            html,
            width,
            height,
            thumbnail,
        }
    }
}
