/// A page, or a part of one, to take pictures of.
pub struct View {
    pub name: &'static str,
    pub path: &'static str,
    /// Selectors of everything that the picture must contain; the whole page if empty.
    pub parts: &'static [&'static str],
    /// Whether it is also taken without scripts.
    pub plain: bool,
    /// Whether it is shown as printed: in one width, and always light.
    pub paper: bool,
}

const fn screen(name: &'static str, path: &'static str, parts: &'static [&'static str]) -> View {
    View { name, path, parts, plain: false, paper: false }
}

pub const VIEWS: [View; 12] = [
    View { plain: true, ..screen("results", "", &["#figures", "#matters .cards"]) },
    View { plain: true, ..screen("cover", "", &[".cover"]) },
    View { plain: true, ..screen("plans", "", &["#pillars", "#priorities"]) },
    screen("readings", "", &["#readings", "#subjects"]),
    screen("method", "", &["#method"]),
    screen("card-matter", "?card=matter-2", &["#matter-2"]),
    screen("card-pillar", "?card=pillar-3", &["#pillar-3"]),
    View { plain: true, ..screen("card-priority", "?card=priority-1", &["#priority-1"]) },
    screen("large", "?size=large&card=priority-2", &[".cover", "#priority-2"]),
    View { plain: true, ..screen("embed", "embed/pillar-5.html", &[]) },
    screen("summary", "summary.html", &[]),
    View { paper: true, ..screen("print", "", &[]) },
];

/// One picture.
#[derive(Clone, Copy)]
pub struct Shot {
    pub view: &'static View,
    pub width: u32,
    pub dark: bool,
    pub scripts: bool,
}

/// Small and usual phones, a tablet, a desktop.
pub const WIDTHS: [u32; 4] = [360, 390, 768, 1280];
/// The width of an A4 sheet between its margins.
const PAPER: u32 = 688;

impl View {
    pub fn shots(&'static self) -> Vec<Shot> {
        if self.paper {
            return vec![Shot { view: self, width: PAPER, dark: false, scripts: true }];
        }
        let scripts = if self.plain { &[true, false][..] } else { &[true] };
        let mut shots = Vec::new();
        for &scripts in scripts {
            for dark in [false, true] {
                shots.extend(WIDTHS.map(|width| Shot { view: self, width, dark, scripts }));
            }
        }
        shots
    }
}

impl Shot {
    pub fn file(&self) -> String {
        let theme = if self.dark { "dark" } else { "light" };
        let plain = if self.scripts { "" } else { "-plain" };
        format!("{}-{}-{theme}{plain}.png", self.view.name, self.width)
    }

    /// From the site's root.
    pub fn path(&self) -> String {
        let folder = if self.scripts { "" } else { "fault/no-script/" };
        format!("{folder}{}", self.view.path)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_picture_has_a_file_of_its_own() {
        let shots: Vec<Shot> = VIEWS.iter().flat_map(View::shots).collect();
        let files: BTreeSet<String> = shots.iter().map(Shot::file).collect();
        assert_eq!(files.len(), shots.len());
        assert!(files.contains("plans-390-dark-plain.png") && files.contains("print-688-light.png"));
    }
}
