use crate::error::SiteError;

/// The URL at which the page will be published, from `SIJIAN_SITE`. The site works from any folder
/// without it, but printouts, embeds and citations can only link back if it is set.
#[derive(Clone, Copy, Debug)]
pub struct Site(&'static str);

impl Site {
    /// Reads `SIJIAN_SITE`; `None` if unset or empty.
    ///
    /// # Errors
    /// If the value is not an address.
    pub fn from_env() -> Result<Option<Self>, SiteError> {
        let Some(found) = std::env::var("SIJIAN_SITE").ok().filter(|found| !found.is_empty()) else {
            return Ok(None);
        };
        if Self::is_address(&found) { Ok(Some(Self(found.leak()))) } else { Err(SiteError::Address { found }) }
    }

    /// Rejects queries and fragments, which would end up in the middle of derived addresses.
    fn is_address(found: &str) -> bool {
        let host = ["https://", "http://"].iter().find_map(|scheme| found.strip_prefix(scheme));
        let clean = !found.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c));
        clean && host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
    }

    /// The page's address as configured, for people to read.
    pub const fn page(self) -> &'static str {
        self.0
    }

    /// The address of a file of the site, or of the page itself for an empty path, percent-encoded
    /// for machines. A fragment may follow the path.
    pub fn of(self, path: &str) -> String {
        let (folder, file) = self.parts();
        let page = path.is_empty() || path.starts_with('#');
        encoded(&if page { format!("{folder}{file}{path}") } else { format!("{folder}{path}") })
    }

    /// The address of a site in a folder of this one.
    pub fn within(self, folder: &str) -> Self {
        Self(format!("{}{folder}/", self.parts().0).leak())
    }

    /// The folder with its trailing slash, and the page's file name, if included.
    fn parts(self) -> (String, &'static str) {
        let start = self.0.find("://").map_or(0, |at| at + 3);
        match self.0[start..].rfind('/').map(|at| self.0.split_at(start + at + 1)) {
            Some((folder, file)) if file.is_empty() || file.contains('.') => (folder.to_owned(), file),
            _ => (format!("{}/", self.0), ""),
        }
    }
}

/// Percent-encodes non-ASCII bytes: addresses in machine-readable documents must be ASCII.
fn encoded(address: &str) -> String {
    let byte = |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn files_stand_beside_the_page() {
        for (told, page, file) in [
            ("https://a.cn", "https://a.cn/", "https://a.cn/embed/x.json"),
            ("https://a.cn/年", "https://a.cn/%E5%B9%B4/", "https://a.cn/%E5%B9%B4/embed/x.json"),
            ("https://a.cn/b/", "https://a.cn/b/", "https://a.cn/b/embed/x.json"),
            ("http://a.cn/b/four.html", "http://a.cn/b/four.html", "http://a.cn/b/embed/x.json"),
        ] {
            let site = Site(told);
            assert_eq!((site.of(""), site.of("embed/x.json")), (page.to_owned(), file.to_owned()));
            assert_eq!(site.of("#gdp"), format!("{page}#gdp"));
            assert_eq!(site.within("b-1").of("embed/x.json"), file.replace("embed", "b-1/embed"));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "a.cn",
            "https://",
            "https:///b",
            "ftp://a.cn",
            "https://a.cn/a b",
            "https://a.cn/?x",
            "https://a.cn/\"",
        ] {
            assert!(!Site::is_address(wrong), "{wrong}");
        }
    }
}
