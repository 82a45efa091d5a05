use std::fmt::Write;

use super::view::{Shot, VIEWS};

/// All pictures on one page, a row for each view.
pub fn sheet(shots: &[Shot], printed: &[&str]) -> String {
    let mut html = String::from(HEAD);
    for view in &VIEWS {
        let mut row = String::new();
        for shot in shots.iter().filter(|shot| shot.view.name == view.name) {
            let (file, theme) = (shot.file(), if shot.dark { "dark" } else { "light" });
            let scripts = if shot.scripts { "" } else { ", no scripts" };
            let written = write!(
                row,
                "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"\" loading=\"lazy\"></a>\
                 <figcaption>{} px, {theme}{scripts}</figcaption></figure>",
                shot.width
            );
            debug_assert!(written.is_ok());
        }
        if !row.is_empty() {
            html += &format!("<h2>{}</h2><div>{row}</div>", view.name);
        }
    }
    html += "<h2>printed</h2><p>";
    for page in printed {
        html += &format!("<a href=\"{page}.pdf\">{page}.pdf</a> ");
    }
    html + "</p></body></html>\n"
}

const HEAD: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shots</title><style>\
    body { margin: 1rem; background: #777; color: #fff; font: 14px sans-serif }\
    div { display: flex; gap: 8px; overflow-x: auto; align-items: start }\
    figure { flex: none; width: 260px; margin: 0 } img { width: 100%; max-height: 900px; object-fit: cover;\
    object-position: top } a { color: inherit } figcaption { padding: 4px 0 }\
    </style></head><body><h1>Shots</h1>";
