//! Shows every drawing in every state on one page, for developers: `gallery [content] [out]`, where
//! `out` is the file to write, or a folder for its `index.html`. In the page's address,
//! `?only=<figure>` keeps one drawing, `?theme=<light|dark>` one colour scheme, and `?view=<words>`
//! the views whose caption contains the words.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base64::Engine;
use figure::{Figure, Frame, Ink, Kind, PaintOptions, Palette, Paper, Scene, figures, svg};
use model::{Choice, Edition, Guessing, Size};

const WIDTHS: [f32; 6] = [280.0, 344.0, 398.0, 600.0, 760.0, 1080.0];
/// The same for the cover, which is as wide as the window.
const COVER_WIDTHS: [f32; 8] = [280.0, 320.0, 360.0, 390.0, 540.0, 768.0, 1280.0, 1472.0];
/// The widths at which states are shown: the pre-rendered width of each layout.
const NOMINAL: [f32; 2] = [344.0, 760.0];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let content = PathBuf::from(arguments.next().unwrap_or_else(|| "content".into()));
    let out = PathBuf::from(arguments.next().unwrap_or_else(|| "target/gallery".into()));
    let file = if out.extension().is_some_and(|e| e == "html") { out } else { out.join("index.html") };
    match write_gallery(&content, &file) {
        Ok(()) => {
            println!("gallery: {}", file.display());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write_gallery(content: &Path, file: &Path) -> Result<(), String> {
    let folder = content::Folder::new(content);
    let read = folder.texts().and_then(|texts| folder.read(texts));
    let (edition, _) = read.map_err(|problems| content::report(&problems))?;
    let style = style()?;
    let drawings: Vec<Figure<'_>> = figures(&edition).into_iter().map(|kind| Figure::new(&edition, kind)).collect();
    let list: String = drawings
        .iter()
        .map(|figure| figure.kind.id(&edition))
        .map(|id| format!("<a href=\"#{id}\">{id}</a> "))
        .collect();
    let body: String = drawings.iter().map(|figure| section(*figure)).collect();
    let page = format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>Gallery: {}</title><style>{style}</style>\
         <script>{SCRIPT}</script><nav>{list}</nav>{body}",
        content.display()
    );
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    file.parent().map_or(Ok(()), fs::create_dir_all).map_err(told)?;
    fs::write(file, page).map_err(told)
}

/// The drawing in light, and beside it in dark: an SVG `use`, so that it is written only once.
fn section(figure: Figure<'_>) -> String {
    let paper = match figure.kind.paper() {
        Paper::Results => "results",
        Paper::Blueprint => "blueprint",
    };
    let id = figure.kind.id(figure.edition);
    let sentence = escape(&figure.sentence());
    let mut section = format!("<section id=\"{id}\"><h2>{id} · {}</h2><p>{sentence}</p>", figure.number());
    for (index, view) in views(figure).into_iter().enumerate() {
        let mut scene = figure.plan(Frame::new(view.width, view.size));
        if let State::Guessed(hundredths) = view.state {
            figure.cover(&mut scene, Guessing::Open(hundredths));
        }
        let (caption, svg) = (view.caption(), view.svg(&scene));
        let size = format!("width=\"{}\" height=\"{}\"", scene.width, scene.height);
        let drawing = svg.replacen("<svg ", &format!("<svg {size} id=\"{id}-{index}\" "), 1);
        let _ = write!(
            section,
            "<figure class=\"paper-{paper}\"><div class=\"light\"><figcaption>{caption}</figcaption>{drawing}</div>\
             <div class=\"dark\"><figcaption>{caption}</figcaption>\
             <svg {size}><use href=\"#{id}-{index}\"/></svg></div></figure>"
        );
    }
    section + "</section>"
}

/// One view of a drawing.
struct View<'a> {
    width: f32,
    size: Size,
    state: State<'a>,
}

#[derive(Clone, Copy)]
enum State<'a> {
    Plain,
    /// A topic or key term is chosen.
    Lit(&'a str, Choice<'a>),
    /// The middle mark has focus.
    Focus,
    /// Halfway through the entry animation.
    Halfway,
    /// The answer is covered while it is guessed.
    Guessed(u8),
}

/// Plain at every width and size; other states at one width per layout.
fn views(figure: Figure<'_>) -> Vec<View<'_>> {
    let mut views = Vec::new();
    let mut add = |widths: &[f32], size, state| {
        views.extend(widths.iter().map(|&width| View { width, size, state }));
    };
    for size in Size::ALL {
        let widths = if figure.kind == Kind::Cover { &COVER_WIDTHS[..] } else { &WIDTHS };
        add(widths, size, State::Plain);
    }
    let lit = telling(figure).map(|(id, choice)| State::Lit(id, choice));
    let guessed = figure.edition.guess(figure.kind.id(figure.edition)).map(|_| State::Guessed(60));
    for state in [lit, Some(State::Focus), Some(State::Halfway), guessed].into_iter().flatten() {
        add(&NOMINAL, Size::Standard, state);
    }
    views
}

/// The first choice that highlights some of the drawing's marks and dims others.
fn telling(figure: Figure<'_>) -> Option<(&str, Choice<'_>)> {
    let edition: &Edition = figure.edition;
    let scene = figure.plan(Frame::new(NOMINAL[0], Size::Standard));
    let ids = edition.topics.iter().map(|topic| &topic.id).chain(edition.terms.iter().map(|term| &term.id));
    ids.filter_map(|id| Some((id.as_str(), edition.choice(id)?))).find(|(_, choice)| {
        let lit = (0..scene.marks.len()).filter(|&mark| scene.lights(mark, *choice)).count();
        0 < lit && lit < scene.marks.len()
    })
}

impl View<'_> {
    fn caption(&self) -> String {
        let state = match self.state {
            State::Plain => String::new(),
            State::Lit(id, choice) => format!("lit: {id} {}", escape(choice.label())),
            State::Focus => "focus".to_owned(),
            State::Halfway => "50 %".to_owned(),
            State::Guessed(hundredths) => format!("guess {hundredths}"),
        };
        format!("{} {} {state}", self.width, self.size.as_str())
    }

    fn svg(&self, scene: &Scene) -> String {
        let palette = Palette::roles();
        let plain = PaintOptions::plain(&palette, 1.0);
        match self.state {
            State::Plain | State::Guessed(_) => svg::themed(scene, "d"),
            State::Lit(_, choice) => {
                svg::themed_as(scene, "d", PaintOptions { lit: Some(&|mark| scene.lights(mark, choice)), ..plain })
            }
            State::Focus => svg::themed_as(scene, "d", PaintOptions { focus: Some(scene.marks.len() / 2), ..plain }),
            State::Halfway => svg::themed_as(scene, "d", PaintOptions { progress: 0.5, ..plain }),
        }
    }
}

/// The page's tokens, inks and font around the drawings. The font is inlined, so that the file
/// works anywhere.
fn style() -> Result<String, String> {
    let tokens = fs::read_to_string("style/tokens.css").map_err(|error| format!("style/tokens.css: {error}"))?;
    let mut faces = String::new();
    for name in ["assets/serif.woff2", "assets/serif-cover.woff2"] {
        let font = fs::read(name).map_err(|error| format!("{name}: {error}"))?;
        let font = base64::engine::general_purpose::STANDARD.encode(font);
        faces += &format!(
            "@font-face{{font-family:\"Sijian Serif\";font-weight:400 900;\
             src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}"
        );
    }
    let inks: String = Ink::ALL
        .iter()
        .enumerate()
        .map(|(i, ink)| format!(".f{i}{{fill:var({0})}}.s{i}{{stroke:var({0});fill:none}}", ink.property()))
        .collect();
    Ok(format!("{tokens}{inks}{faces}{LAYOUT}"))
}

const LAYOUT: &str = "\
[data-only] nav,[data-only] h2,[data-only] p{display:none}body{margin:0;padding:16px;font:15px/1.6 var(--sans)}nav{margin-bottom:16px}[hidden]{display:none!important}\
figure{display:flex;margin:0;width:max-content}figure>div{background:var(--paper);color:var(--ink);padding:12px 16px}\
.light{color-scheme:light}.dark{color-scheme:dark}figcaption{color:var(--soft);font-size:12px}\
svg{display:block;overflow:visible}.d,figure>div>svg{outline:1px dashed var(--edge)}\
svg text{font-family:var(--sans)}svg .serif{font-family:var(--serif);font-weight:900}\
[data-scheme=light] .dark,[data-scheme=dark] .light>figcaption{display:none}\
[data-scheme=dark] .light{position:absolute;left:-99999px}";

const SCRIPT: &str = "\
const asked=new URLSearchParams(location.search),[only,view]=['only','view'].map(key=>asked.get(key));\
document.documentElement.dataset.scheme=asked.get('theme')||'both';\
if(only)document.documentElement.dataset.only='';const leave=(selector,kept)=>document.querySelectorAll(selector).forEach(e=>e.hidden=!kept(e));\
addEventListener('DOMContentLoaded',()=>{if(only)leave('section',e=>e.id===only);\
if(view)leave('figure',e=>e.querySelector('figcaption').textContent.includes(view))})";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
