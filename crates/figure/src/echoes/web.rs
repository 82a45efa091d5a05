use crate::echo::{Heard, Hearing, the_most};
use crate::geometry::Rect;
use crate::ink::Ink;
use crate::plan::Mark;
use model::{Choice, Edition, Work};

/// All that is joined.
pub struct Web<'a> {
    pub edition: &'a Edition,
    pub works: Vec<Work<'a>>,
    /// By matter, then by work.
    pub joints: Vec<Joint<'a>>,
    /// How many echoes each matter has.
    pub told: Vec<usize>,
    /// How many echoes stand in each work, and how many ribbons arrive there.
    pub heard: Vec<usize>,
    pub arriving: Vec<usize>,
    /// In the work that has most.
    pub most: usize,
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
        let (mut heard, mut arriving) = (vec![0; works.len()], vec![0; works.len()]);
        for joint in &joints {
            told[joint.matter] += joint.count();
            heard[joint.work] += joint.count();
            arriving[joint.work] += 1;
        }
        let most = heard.iter().copied().max().unwrap_or(0);
        let top = the_most(&heard);
        Self { edition, works, joints, told, heard, arriving, most, top }
    }

    /// The works that have most echoes.
    pub fn tops(&self) -> impl Iterator<Item = usize> {
        (0..self.works.len()).filter(|&work| self.most > 0 && self.heard[work] == self.most)
    }

    /// Whether a work is the one to see: the only one that has most.
    pub fn is_top(&self, work: usize) -> bool {
        self.top == Some(work)
    }

    /// What a work's ribbons are drawn with.
    pub fn ink(&self, work: usize) -> Ink {
        if self.is_top(work) { Ink::Accent } else { Ink::Line }
    }

    /// The widest ribbon's echoes.
    pub fn widest(&self) -> usize {
        self.joints.iter().map(Joint::count).max().unwrap_or(0)
    }

    /// Places for ribbons at a work; one stays open where none arrives.
    pub fn places(&self, work: usize) -> usize {
        self.arriving[work].max(1)
    }

    pub fn mark(&self, joint: &Joint<'_>, area: Rect) -> Mark {
        let (matter, work) = (&self.edition.matters[joint.matter], self.works[joint.work]);
        let reasons: Vec<&str> = joint.echoes.iter().map(|heard| heard.echo.why.as_str()).collect();
        let contents = joint.echoes.iter().flat_map(|heard| heard.measure.contents());
        Mark {
            key: format!("{}-{}", matter.id, work.id()),
            area,
            name: format!("{} → {}", matter.lever.term, work.short()),
            value: format!("{}处", joint.count()),
            note: Some(reasons.join("；")),
            quote: joint.echoes.first().map(|heard| heard.echo.quote.clone()),
            target: joint.echoes.first().map(|heard| heard.measure.id.clone()),
            tags: [&matter.id, Choice::Work(work).id()].into_iter().chain(contents).cloned().collect(),
        }
    }
}

/// A matter's ordinal, in the characters of accounts.
pub fn ordinal(matter: usize) -> String {
    const ORDINALS: [&str; 10] = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾"];
    ORDINALS.get(matter).map_or_else(|| (matter + 1).to_string(), |&ordinal| ordinal.to_owned())
}
