//! Writes every drawing in every state into one page, for developers: `gallery [content] [out]`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sijian::content;
use sijian::figure::{Basis, Figure, Frame, Paper, figures, svg};
use sijian::model::Size;

const WIDTHS: [f32; 6] = [280.0, 344.0, 398.0, 600.0, 760.0, 1080.0];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let content = PathBuf::from(arguments.next().unwrap_or_else(|| "content".into()));
    let out = PathBuf::from(arguments.next().unwrap_or_else(|| "target/gallery".into()));
    match write_gallery(&content, &out) {
        Ok(file) => {
            println!("gallery: {}", file.display());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn write_gallery(content: &Path, out: &Path) -> Result<PathBuf, String> {
    let load = |name: &str| std::fs::read_to_string(content.join(name));
    let edition = content::read(load).map_err(|problems| content::report(&problems))?;
    let mut body = String::new();
    for kind in figures(&edition) {
        let figure = Figure::new(&edition, kind);
        let paper = match kind.paper() {
            Paper::Results => "results",
            Paper::Blueprint => "blueprint",
        };
        let bases = if kind.bases().is_empty() { &[Basis::Year][..] } else { kind.bases() };
        let _ = write!(
            body,
            "<section class=\"paper-{paper}\" id=\"{0}\"><h2>{0} · {1}</h2>",
            kind.id(&edition),
            figure.number()
        );
        let _ = write!(body, "<p>{}</p>", escape(&figure.sentence()));
        for (size, basis, widths) in states(bases) {
            for width in widths {
                let plan = figure.plan(Frame::new(*width, size), basis);
                let svg = svg::themed(&plan, "d")
                    .replace("<svg ", &format!("<svg width=\"{}\" height=\"{}\" ", plan.width, plan.height));
                let _ = write!(
                    body,
                    "<figure><figcaption>{width} {} {}</figcaption>{svg}</figure>",
                    size.as_str(),
                    basis.label()
                );
            }
        }
        body += "</section>";
    }
    let tokens = std::fs::read_to_string("style/tokens.css").map_err(|e| format!("style/tokens.css: {e}"))?;
    let inks: String = sijian::figure::Ink::ALL
        .iter()
        .enumerate()
        .map(|(i, ink)| format!(".f{i}{{fill:var({0})}}.s{i}{{stroke:var({0});fill:none}}", ink.property()))
        .collect();
    let page = format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>Gallery</title><style>{tokens}{inks}\
         body{{margin:0;font-family:var(--sans)}}section{{background:var(--paper);color:var(--ink);padding:16px}}\
         figure{{margin:12px 0}}figcaption{{color:var(--soft);font-size:12px}}svg{{display:block;outline:1px dashed var(--edge)}}</style>\
         <script>const t=new URLSearchParams(location.search).get('theme');if(t)document.documentElement.dataset.theme=t;\
         const f=new URLSearchParams(location.search).get('only');if(f)addEventListener('DOMContentLoaded',()=>\
         document.querySelectorAll('section').forEach(s=>s.hidden=s.id!==f));</script>{body}"
    );
    std::fs::create_dir_all(out).map_err(|e| format!("{}: {e}", out.display()))?;
    let file = out.join("index.html");
    std::fs::write(&file, page).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(file)
}

/// Standard type at every width; the large sizes at two; other bases at one.
fn states(bases: &'static [Basis]) -> Vec<(Size, Basis, &'static [f32])> {
    let mut states = vec![
        (Size::Standard, bases[0], &WIDTHS[..]),
        (Size::Xlarge, bases[0], &WIDTHS[1..2]),
        (Size::Large, bases[0], &WIDTHS[4..5]),
    ];
    states.extend(bases[1..].iter().map(|basis| (Size::Standard, *basis, &WIDTHS[1..2])));
    states
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
