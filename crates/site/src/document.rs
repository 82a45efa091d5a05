use std::collections::BTreeSet;

use super::bundle::{Bundle, Programs};
use super::error::SiteError;
use super::html::escape;
use super::options::fill;
use super::policy::{enforce, policy};
use super::service_worker::WORKER;
use model::{Edition, Size};

/// One HTML document of the site.
pub struct Document<'a> {
    /// The data that its script receives.
    pub edition: &'a Edition,
    pub style: &'a str,
    /// The rule for the font below the first screen, if that is to come after the program, which it would hold up.
    /// At once where scripts are off.
    pub late: &'a str,
    pub title: String,
    /// From the document to the site's root: empty, or `../`.
    pub root: &'static str,
    /// Whether it is made for frames in other pages.
    pub embed: bool,
    /// Its type size without any script.
    pub size: Size,
    pub description: String,
    /// The part of the page's script that its first drawings need.
    pub part: &'static str,
    /// Further tags in its head, for machines.
    pub tags: String,
    pub body: String,
}

/// How the names of files with the drawings in larger type begin; the size and `.svg` follow.
pub const PICTURES: &str = "drawings-";

/// What all documents share.
pub struct Shell {
    pub bundle: Bundle,
    pub scripts: Scripts,
    pub version: String,
    pub icon: String,
    /// The `theme-color` tags.
    pub colours: String,
}

/// Applies the reader's theme and size before the first paint.
const EARLY: &str = include_str!("early.js");

/// Marks a page that is read from its top as rolled up: distant parts are laid out later.
const ROLLED: &str = include_str!("rolled.js");

/// Behaviour of cards, title blocks and the clipboard before the page's script loads, and without it.
const CARDS: &str = concat!(
    include_str!("cards.js"),
    include_str!("load_builder.js"),
    include_str!("copied.js"),
    include_str!("carried.js"),
);

/// Behaviour of static documents.
const PAPER: &str = concat!(include_str!("copied.js"), include_str!("carried.js"), include_str!("paper.js"));

/// Loads and starts the program, and disables it if it crashes.
const LOADER: &str = include_str!("loader.js");

/// Communication between a framed page and its host.
const FRAME: &str = include_str!("frame.js");

/// The inline scripts of documents.
pub struct Scripts {
    /// Also used by static documents.
    pub early: String,
    /// Used by static documents only.
    pub paper: String,
    rolled: String,
    cards: String,
    loader: String,
    frame: String,
}

impl Scripts {
    /// Minifies the scripts with the tools available.
    ///
    /// # Errors
    /// If a tool fails, or a script names an unknown constant.
    pub fn made_with(programs: &Programs) -> Result<Self, SiteError> {
        let made = |script| programs.minified(&fill(script)?);
        Ok(Self {
            early: made(EARLY)?,
            paper: made(PAPER)?,
            rolled: made(ROLLED)?,
            cards: made(CARDS)?,
            loader: made(LOADER)?,
            frame: made(FRAME)?,
        })
    }
}

impl Document<'_> {
    /// The whole document as text.
    ///
    /// # Errors
    /// If the edition contains data that the wire format does not support.
    pub fn to_html(&self, shell: &Shell) -> Result<String, SiteError> {
        let root = self.root;
        let [style, late] = [self.style, self.late].map(|style| style.replace("asset:", root));
        let bundle = &shell.bundle;
        let Scripts { early, rolled, cards, loader, frame, .. } = &shell.scripts;
        let frame = self.embed.then_some(frame);
        // An embed is short, so it is not rolled up.
        let early = match self.size {
            _ if self.embed => early.clone(),
            Size::Standard => format!("{early};{rolled}"),
            // Where scripts run, the page itself has all sizes.
            size => format!("location.replace('index.html?{}={}'+location.hash)", Size::KEY, size.as_str()),
        };
        let scripts: Vec<&str> = [early.as_str(), cards, loader].into_iter().chain(frame.map(String::as_str)).collect();
        let styles: Vec<&str> = [style.as_str(), &late].into_iter().filter(|style| !style.is_empty()).collect();
        let policy = enforce(&policy(&styles, &scripts), self.embed);
        let frame = frame.map_or_else(String::new, |script| format!("<script>{script}</script>"));
        let font = late.split("url(").nth(1).and_then(|rest| rest.split(')').next());
        let title = escape(&self.title);
        let summary = escape(&self.description);
        let data = wire::pack(self.edition).map_err(|error| SiteError::Wire { reason: error.to_string() })?;
        // The loader comes before the style, so that the program is on its way while that is read.
        Ok(format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-version=\"{version}\"{embed}{size}><head><meta charset=\"utf-8\">\
             {policy}<meta name=\"viewport\" content=\"width=device-width,initial-scale=1,viewport-fit=cover\">\
             <meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no\">\
             <meta name=\"darkreader-lock\" content=\"\">\
             <title>{title}</title><meta name=\"description\" content=\"{summary}\">{tags}\
             {colours}\
             <script>{early}</script>\
             <script data-app=\"{root}{script}\" data-app-sum=\"{script_sum}\" data-wasm=\"{root}{wasm}\" \
             data-wasm-sum=\"{wasm_sum}\" data-pictures=\"{root}{PICTURES}\"{worker}{part}{font}>{loader}</script><script>{cards}</script><style>{style}</style>{unscripted}\
             <link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\"></head><body>{body}{frame}<script type=\"text/plain\" id=\"edition\">{data}</script>\
             </body></html>\n",
            version = escape(&shell.version),
            embed = if self.embed { " data-embed" } else { "" },
            size = match self.size {
                Size::Standard => String::new(),
                size => format!(" data-size=\"{}\"", size.as_str()),
            },
            tags = self.tags,
            // The host's page colours the browser's frame.
            colours = if self.embed { "" } else { &shell.colours },
            icon = shell.icon,
            script = bundle.script.name,
            script_sum = bundle.script.integrity,
            wasm = bundle.core.name,
            wasm_sum = bundle.core.integrity,
            // Readers of a host's page did not choose this site, so nothing is stored offline for
            // them.
            worker = if self.embed { String::new() } else { format!(" data-worker=\"{WORKER}\"") },
            body = self.body,
            font = font.map_or_else(String::new, |file| format!(" data-font=\"url({})\"", escape(file))),
            unscripted =
                if late.is_empty() { String::new() } else { format!("<noscript><style>{late}</style></noscript>") },
            part =
                bundle.chunk(self.part).map_or_else(String::new, |part| format!(" data-part=\"{root}{}\"", part.name)),
        ))
    }
}

/// Makes links to anything that only the whole page has lead there, in a new window.
pub fn link_to_whole(body: &str) -> String {
    // Collected once: a large edition has thousands of links, and searching the body for each is
    // slow.
    let ids: BTreeSet<&str> = body.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut parts = body.split("href=\"#");
    let mut linked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.split('"').next().unwrap_or_default();
        linked += if ids.contains(id) { "href=\"#" } else { "target=\"_blank\" href=\"../index.html#" };
        linked += part;
    }
    linked
}
