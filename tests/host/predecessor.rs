//! The county's second year beside its first: what both have is compared, and nothing else.

use crate::rendered::{pages, sites, unspaced};
use crate::support::{COUNTY, empty_folder, project};
use content::{Folder, SourceTexts};
use model::{Edition, SectionId};

#[test]
fn a_number_that_the_source_does_not_compare_is_compared_with_the_year_before() {
    let [first, second] = &*COUNTY;
    let before = |edition: &Edition, id: &str| {
        let indicator = edition.indicators.iter().find(|i| i.id == id).unwrap();
        indicator.before.as_ref().map(|before| (before.amount.words(), before.is_predecessors))
    };
    assert_eq!(before(first, "gdp"), Some(("122.7亿元".to_owned(), false)), "the first year has only its source");
    assert_eq!(before(second, "gdp"), Some(("128.6亿元".to_owned(), true)));
    assert_eq!(before(second, "urban"), Some(("63.5%".to_owned(), false)), "the source's own number comes first");
    assert_eq!(before(second, "visitors"), None, "another unit cannot be compared");
}

#[test]
fn the_page_names_the_cards_that_were_kept_and_those_that_are_new() {
    let [first, second] = &*COUNTY;
    let pillars = "“跟着潮水”“把账算清”，2024年也有；2024年没有“小船抱团”。";
    assert_eq!(second.compared(SectionId::Pillars).as_deref(), Some(pillars));
    assert_eq!(first.compared(SectionId::Pillars), None, "it has no predecessor");
    for (name, files, _) in sites() {
        let index = pages(files).into_iter().find(|page| page.name == "index.html").unwrap();
        assert_eq!(index.words().contains(&unspaced(pillars)), name == "county-2024", "{name}");
    }
}

#[test]
fn a_year_that_is_not_before_is_told() {
    let folder = empty_folder("predecessor-of-itself");
    for file in std::fs::read_dir(project().join("tests/editions/county-2024")).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    let edition = std::fs::read_to_string(folder.join("edition.toml")).unwrap();
    let told = |predecessor: &str| {
        std::fs::write(folder.join("edition.toml"), edition.replace("../county-2023", predecessor)).unwrap();
        let problems = Folder::new(&folder).read(SourceTexts::default()).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let county = project().join("tests/editions/county-2023").canonicalize().unwrap();
    assert_eq!(told(county.to_str().unwrap()), [""; 0]);
    let [itself] = &told(".")[..] else { panic!("one problem") };
    assert!(itself.contains("那一期的安排是2025年的，不在这一期之前"), "{itself}");
    let [nowhere] = &told("../nowhere")[..] else { panic!("one problem") };
    assert!(nowhere.contains("那里没有前一期"), "{nowhere}");
}
