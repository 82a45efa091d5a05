//! Every drawing in every state on two pages, for developers: the content's, and the fixture edition's.

use anyhow::Result;

use crate::process;
use crate::project::Project;

/// The program prints the paths itself, and any problems in the content.
pub fn run(project: &Project) -> Result<()> {
    for (content, file) in GALLERIES {
        let mut gallery = project.site("gallery");
        process::run(gallery.args([content, file]), &format!("drawing {content}"), "mend what is listed above")?;
    }
    Ok(())
}

const GALLERIES: [(&str, &str); 2] =
    [("content", "target/gallery/index.html"), ("tests/fixtures/edition", "target/gallery/fixture.html")];
