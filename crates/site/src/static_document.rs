use super::document::Shell;
use super::html::escape;
use super::policy::policy;

/// A document that is read or printed and has nothing live.
pub struct StaticDocument<'a> {
    pub title: String,
    /// Tags for machines.
    pub tags: String,
    pub icon: &'a str,
    pub style: &'a str,
    pub body: &'a str,
    /// Whether it looks as the reader has set the page: theme and size, by the only script that it has.
    pub follows_settings: bool,
}

impl StaticDocument<'_> {
    /// The whole document as text.
    pub fn to_html(&self, shell: &Shell) -> String {
        let style = self.style.replace("asset:", "");
        let scripts: &[&str] = if self.follows_settings { &[&shell.scripts.early] } else { &[] };
        let script: String = scripts.iter().map(|script| format!("<script>{script}</script>")).collect();
        format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-version=\"{version}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1,viewport-fit=cover\">\
             <title>{title}</title>{tags}{script}<style>{style}</style>\
             <link rel=\"icon\" href=\"{icon}\"></head><body>{body}</body></html>\n",
            version = escape(&shell.version),
            policy = policy(&[&style], scripts),
            title = escape(&self.title),
            tags = self.tags,
            icon = self.icon,
            body = self.body,
        )
    }
}
