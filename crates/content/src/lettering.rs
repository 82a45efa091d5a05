//! The texts whose line breaks are decided by words.

use model::Edition;

/// The labels that drawings break into lines, and the lines of the cover.
pub fn lettering(edition: &Edition) -> impl Iterator<Item = &str> {
    let head = &edition.masthead;
    let points = edition.pillars.iter().flat_map(|pillar| &pillar.points).map(|point| &point.label);
    let slogans = edition.pillars.iter().flat_map(|pillar| &pillar.slogans).map(|slogan| &slogan.label);
    let measures = edition.measures().map(|(_, measure)| &measure.label);
    let targets = edition.priorities.iter().flat_map(|priority| &priority.targets).map(|target| &target.label);
    let sites = edition.priorities.iter().flat_map(|priority| &priority.sites).map(|site| &site.label);
    let names = edition.indicators.iter().map(|indicator| &indicator.name);
    let titles = edition.sections.iter().map(|section| &section.title);
    let lines = head.headline.iter().chain([&head.standfirst, &head.place]);
    let all = points.chain(slogans).chain(measures).chain(targets).chain(sites).chain(names);
    all.chain(titles).chain(lines).map(String::as_str)
}
