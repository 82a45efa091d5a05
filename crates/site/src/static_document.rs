use super::document::{Scripts, Shell};
use super::html::escape;
use super::policy::policy;

/// A document to read or print, with nothing live. Its scripts apply the reader's theme and size,
/// and do what browsers do not: find a passage by an address with a full stop behind it, and bring
/// its source along when it is copied.
pub struct StaticDocument<'a> {
    pub title: String,
    /// Tags for machines.
    pub tags: String,
    pub icon: &'a str,
    pub style: &'a str,
    pub body: &'a str,
}

impl StaticDocument<'_> {
    /// The whole document as text.
    pub fn to_html(&self, shell: &Shell) -> String {
        let style = self.style.replace("asset:", "");
        let Scripts { early, paper, .. } = &shell.scripts;
        format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-version=\"{version}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1,viewport-fit=cover\">\
             <meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no\">\
             <meta name=\"darkreader-lock\" content=\"\">\
             <title>{title}</title>{tags}<script>{early}</script><style>{style}</style>\
             <link rel=\"icon\" href=\"{icon}\"></head><body>{body}<script>{paper}</script></body></html>\n",
            version = escape(&shell.version),
            policy = policy(&[&style], &[early, paper]),
            title = escape(&self.title),
            tags = self.tags,
            icon = self.icon,
            body = self.body,
        )
    }
}
