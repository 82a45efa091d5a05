use leptos::prelude::*;

use super::card::Card;
use super::figure::FigureFrame;
use super::priorities::MeasureItem;
use super::section::SectionFrame;
use super::{ChipRow, Roster};
use figure::Kind;
use model::{Edition, Pillar, Point, SectionId};

/// The pillars, a card each, under the beam that they support.
#[component]
pub fn Pillars(edition: &'static Edition) -> impl IntoView {
    let cards = (0..edition.pillars.len()).map(move |index| view! { <PillarCard edition index open=false/> });
    view! {
        <SectionFrame edition id=SectionId::Pillars>
            <ChipRow edition roster=Roster::Topics/>
            {(!edition.beam.is_empty()).then(|| view! { <p class="beam">{edition.beam.as_str()}</p> })}
            <div class="cards three">{cards.collect_view()}</div>
        </SectionFrame>
    }
}

/// One pillar: how its argument is built, and every measure with its words.
#[component]
pub fn PillarCard(edition: &'static Edition, index: usize, open: bool) -> impl IntoView {
    let pillar = &edition.pillars[index];
    // A card within its section needs only the short title.
    let title = if open { &pillar.heading } else { &pillar.title };
    let face = view! {
        <h3>{title.as_str()}</h3>
        <span class="gist">{pillar.gist.as_str()}</span>
    };
    let promise = (pillar.measures().count(), edition.masthead.words.measure.unit());
    view! {
        <Card edition kind=Kind::Sheet(index) open face=face.into_any() promise labels=labels(pillar).into_any()>
            <FigureFrame edition kind=Kind::Sheet(index)/>
            <div class="passages">
                {(!open).then(|| view! { <p class="heading">{pillar.heading.as_str()}</p> })}
                {origin(edition, pillar)}
                {pillar.points.iter().map(move |point| view! { <PointList edition point/> }).collect_view()}
            </div>
        </Card>
    }
}

/// The names of a pillar's points, each under its column of the shape.
pub fn labels(pillar: &'static Pillar) -> impl IntoView {
    let ending = common_ending(pillar.points.iter().map(|point| point.label.as_str()));
    let points = pillar.points.iter().map(|point| {
        let label = point.label.as_str();
        let stem = label.strip_suffix(ending).filter(|stem| !ending.is_empty() && !stem.is_empty());
        let words = match stem {
            // The common ending is a word: a line may break before it, but not within another word.
            Some(stem) => view! { <span>{stem}<wbr/>{ending}</span> }.into_any(),
            None => label.into_any(),
        };
        view! { <span>{words}</span> }
    });
    let points = points.collect_view();
    let class = if pillar.points.len() < 4 { "points" } else { "points many" };
    (!pillar.points.is_empty()).then(|| view! { <span class=class>{points}</span> })
}

/// The common ending of all labels, if it has at least two characters.
fn common_ending<'a>(mut labels: impl Iterator<Item = &'a str>) -> &'a str {
    let Some(first) = labels.next() else {
        return "";
    };
    let mut ending = first;
    for label in labels {
        let same = ending.chars().rev().zip(label.chars().rev()).take_while(|(a, b)| a == b);
        let bytes: usize = same.map(|(a, _)| a.len_utf8()).sum();
        ending = &ending[ending.len() - bytes..];
    }
    if ending.chars().count() >= 2 { ending } else { "" }
}

/// All measures of a card are from one paragraph, so it is named once.
fn origin(edition: &'static Edition, pillar: &'static Pillar) -> impl IntoView {
    let first = pillar.measures().next();
    first.map(|m| view! { <p class="origin">"以下原话都在："<super::quote::Source edition quote=&m.quote/></p> })
}

#[component]
fn PointList(edition: &'static Edition, point: &'static Point) -> impl IntoView {
    if point.measures.is_empty() {
        return view! { <p id=point.id.as_str()>{point.label.as_str()}</p> }.into_any();
    }
    view! {
        <h4 id=point.id.as_str()>{point.label.as_str()}</h4>
        <ul class="measures">
            {point.measures.iter().map(move |measure| view! { <MeasureItem edition measure/> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::common_ending;

    #[test]
    fn an_ending_is_a_word_that_all_share() {
        assert_eq!(common_ending(["生态环境底线", "民生保障底线"].into_iter()), "底线");
        assert_eq!(common_ending(["从严做起", "抓班子带队伍"].into_iter()), "");
        assert_eq!(common_ending(["一项", "两项"].into_iter()), "");
        assert_eq!(common_ending(std::iter::empty()), "");
    }
}
