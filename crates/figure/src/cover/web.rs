use std::collections::BTreeSet;

use crate::echo::{Heard, Hearing, the_most};
use crate::geometry::Rect;
use crate::ink::Ink;
use crate::scene::Mark;
use model::{Choice, Edition, Id, Words, Work, numeral};

/// The echoes that join matters and works.
pub struct Web<'a> {
    pub edition: &'a Edition,
    pub works: Vec<Work<'a>>,
    /// By matter, then by work.
    pub joints: Vec<Joint<'a>>,
    /// How many echoes each matter has.
    pub told: Vec<usize>,
    /// How many echoes stand in each work.
    pub heard: Vec<usize>,
    top: Option<usize>,
}

/// The echoes of one matter in one work: a ribbon.
pub struct Joint<'a> {
    pub matter: usize,
    pub work: usize,
    echoes: Vec<Heard<'a>>,
}

impl Joint<'_> {
    pub fn count(&self) -> usize {
        self.echoes.len()
    }
}

impl<'a> Web<'a> {
    pub fn new(edition: &'a Edition) -> Self {
        let hearing = Hearing::new(edition);
        let joints: Vec<Joint<'a>> =
            hearing.stacks.into_iter().map(|((matter, work), echoes)| Joint { matter, work, echoes }).collect();
        let works = hearing.works;
        let mut told = vec![0; edition.matters.len()];
        let mut heard = vec![0; works.len()];
        for joint in &joints {
            told[joint.matter] += joint.count();
            heard[joint.work] += joint.count();
        }
        let top = the_most(&heard);
        Self { edition, works, joints, told, heard, top }
    }

    /// Whether a work is emphasised: the only one with the most echoes.
    pub fn is_top(&self, work: usize) -> bool {
        self.top == Some(work)
    }

    /// The ink of a work's ribbons.
    pub fn ink(&self, work: usize) -> Ink {
        if self.is_top(work) { Ink::Accent } else { Ink::Line }
    }

    const fn words(&self) -> &'a Words {
        &self.edition.masthead.words
    }

    /// A number of echoes in words; none if there are no echoes at all.
    fn echoes(&self, count: usize) -> Option<String> {
        (!self.joints.is_empty()).then(|| self.words().echo.counted(count))
    }

    /// The mark of a ribbon.
    pub fn mark(&self, joint: &Joint<'_>, area: Rect) -> Mark {
        let (matter, work) = (&self.edition.matters[joint.matter], self.works[joint.work]);
        let reasons: Vec<&str> = joint.echoes.iter().map(|heard| heard.echo.why.as_str()).collect();
        let contents = joint.echoes.iter().flat_map(|heard| heard.measure.contents());
        Mark {
            key: format!("{}-{}", matter.id, work.id()).into(),
            area,
            name: format!("“{}”和“{}”", matter.term, work.short()),
            value: self.words().echo.number(joint.count()),
            note: Some(reasons.join("；")),
            quote: joint.echoes.first().map(|heard| heard.echo.quote.clone()),
            target: joint.echoes.first().map(|heard| heard.measure.id.clone()),
            tags: [&matter.id, Choice::Work(work).id()].into_iter().chain(contents).cloned().collect(),
        }
    }

    /// The mark of a matter, with everything that takes it up.
    pub fn matter_mark(&self, index: usize, area: Rect) -> Mark {
        let matter = &self.edition.matters[index];
        let joints = || self.joints.iter().filter(|joint| joint.matter == index);
        let contents = joints().flat_map(|joint| &joint.echoes).flat_map(|heard| heard.measure.contents());
        let works = joints().map(|joint| Choice::Work(self.works[joint.work]).id());
        let tags: BTreeSet<&Id> = contents.chain(works).chain([&matter.id]).collect();
        Mark {
            key: matter.id.clone(),
            area,
            name: matter.term.clone(),
            value: self.echoes(self.told[index]).unwrap_or_default(),
            note: Some(matter.aim.clone()),
            quote: Some(matter.quote.clone()),
            target: Some(matter.id.clone()),
            tags: tags.into_iter().cloned().collect(),
        }
    }

    /// The mark of a pillar or a priority, with all its measures.
    pub fn work_mark(&self, index: usize, area: Rect) -> Mark {
        let work = self.works[index];
        let measures = work.measures();
        let tags: BTreeSet<Id> = measures.iter().flat_map(|m| m.tags()).chain([work.id().into()]).collect();
        Mark {
            key: work.id().into(),
            area,
            name: work.title().to_owned(),
            value: if measures.is_empty() { String::new() } else { self.words().measure.counted(measures.len()) },
            note: self.echoes(self.heard[index]),
            quote: None,
            target: Some(work.id().into()),
            tags: tags.into_iter().collect(),
        }
    }
}

/// How many echoes each matter has, and where most of them stand; without echoes, what there is.
pub fn sentence(edition: &Edition) -> String {
    let web = Web::new(edition);
    let total: usize = web.joints.iter().map(Joint::count).sum();
    let Words { matter, echo, plans, .. } = web.words();
    let (year, matters) = (edition.masthead.plan_year, matter.counted(numeral(edition.matters.len())));
    if total == 0 {
        return listed(&web, &matters);
    }
    let told = edition.matters.iter().zip(&web.told).filter(|(_, told)| **told > 0);
    let counts: Vec<String> = told.map(|(m, told)| format!("“{}”{}", m.term, echo.number(told))).collect();
    let most = web.heard.iter().copied().max().unwrap_or(0);
    let tops: Vec<&str> =
        web.works.iter().zip(&web.heard).filter(|(_, heard)| **heard == most).map(|(work, _)| work.short()).collect();
    let (total, most) = (echo.number(total), echo.number(most));
    let most = match tops[..] {
        [one] => format!("；对得上最多的是“{one}”，{most}"),
        [one, other] => format!("；对得上最多的是“{one}”和“{other}”，各{most}"),
        _ => String::new(),
    };
    format!("{year}年{plans}里，有{total}和{matters}对得上：{}{most}。", counts.join("，"))
}

/// The matters, and the works with their measures.
fn listed(web: &Web<'_>, matters: &str) -> String {
    let head = &web.edition.masthead;
    let terms: String = web.edition.matters.iter().map(|m| format!("“{}”", m.term)).collect();
    let told = (!terms.is_empty()).then(|| format!("{}年，{matters}：{terms}。", head.results_year));
    let works: Vec<String> = (web.works.iter())
        .map(|work| match work.measures().len() {
            0 => format!("“{}”", work.short()),
            count => format!("“{}”{}", work.short(), web.words().measure.counted(count)),
        })
        .collect();
    let planned = (!works.is_empty()).then(|| format!("{}年，{}。", head.plan_year, works.join("，")));
    told.into_iter().chain(planned).collect()
}

/// A matter's ordinal, in formal Chinese numerals.
pub fn ordinal(matter: usize) -> String {
    const ORDINALS: [&str; 10] = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"];
    ORDINALS.get(matter).map_or_else(|| (matter + 1).to_string(), |&ordinal| ordinal.to_owned())
}
