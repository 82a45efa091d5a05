//! Every drawing in every state on two pages, for developers: the content's, and the fixture edition's.

use crate::error::Error;
use crate::process;
use crate::project::Project;

/// The program prints the paths itself, and problems in the content too.
pub fn run(project: &Project) -> Result<(), Error> {
    for (content, file) in GALLERIES {
        let mut gallery = project.cargo(["run", "--quiet", "--locked", "--package", "site", "--bin", "gallery", "--"]);
        gallery.args([content, file]);
        process::run(&mut gallery, &format!("drawing {content}"), "mend what is listed above")?;
    }
    Ok(())
}

const GALLERIES: [(&str, &str); 2] =
    [("content", "target/gallery/index.html"), ("tests/fixtures/edition", "target/gallery/fixture.html")];
