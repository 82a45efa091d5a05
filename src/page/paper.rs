use super::document::{Shell, escape};
use super::policy::policy;
use crate::model::Edition;

/// The document of the one-page summary: it has nothing live, so it needs no script.
pub fn summary(edition: &Edition, shell: &Shell, style: &str, body: &str) -> String {
    let style = style.replace("asset:", "");
    format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-version=\"{version}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1,viewport-fit=cover\">\
         <title>{title}：一页摘要</title><meta name=\"robots\" content=\"noindex\">\
         <link rel=\"canonical\" href=\"index.html\"><style>{style}</style>\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\"></head><body>{body}</body></html>\n",
        version = escape(&shell.version),
        policy = policy(&[&style], &[]),
        title = escape(&format!("{}：{}", edition.masthead.headline.concat(), edition.masthead.place)),
        icon = shell.icon,
    )
}
