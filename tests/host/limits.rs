//! Cases of broken content: captions, and what the page has no room for.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::case::Edit::Replace;
use crate::support::{assert_none, editions};

pub const CASES: &[Case] = &[
    Case {
        name: "captions: one of no drawing, one that stands twice, and drawings that have none",
        edits: &[
            Replace("sections.toml", "figure = \"amounts\"", "figure = \"amount\""),
            Replace("sections.toml", "figure = \"priority-2\"", "figure = \"priority-1\""),
            Replace("sections.toml", "figure = \"sheet\"", "figure = \"pillar-1\""),
            Replace("sections.toml", "figure = \"terms\"", "figure = \"wordcloud\""),
        ],
        expected: &[
            "sections.toml:49:1：卡片 pillar-2、pillar-4、pillar-5、pillar-6、pillar-7 的图没有图签。加上一段 [[caption]]，写 figure = \"sheet\"，再写 number 和 title，几张卡片共用；或每张各写一段。",
            "sections.toml:49:1：图 “terms” 没有图签。加上一段 [[caption]]，写 figure = \"terms\"，再写 number 和 title。",
            "sections.toml:50:10：没有叫 “amount” 的图。是不是 “amounts”？",
            "sections.toml:92:10：“priority-1” 有两个图签。一幅图只留一段 [[caption]]。",
            "sections.toml:107:10：没有叫 “wordcloud” 的图。删去这一段，或写这里面的一个：echo、sheet、priority、cover、amounts、income、ledger、terms、matter-1、matter-2、matter-3、pillar-1、pillar-2、pillar-3、pillar-4、pillar-5、pillar-6、pillar-7、priority-1、priority-2。",
        ],
    },
    Case {
        name: "more topics than one row of buttons holds",
        edits: &[Replace(
            "topics.toml",
            "meaning = \"图书室和读书会\"\n",
            "meaning = \"图书室和读书会\"\n\
             [[topic]]\nid = \"t4\"\nlabel = \"一\"\nmeaning = \"一\"\n\
             [[topic]]\nid = \"t5\"\nlabel = \"二\"\nmeaning = \"二\"\n\
             [[topic]]\nid = \"t6\"\nlabel = \"三\"\nmeaning = \"三\"\n\
             [[topic]]\nid = \"t7\"\nlabel = \"四\"\nmeaning = \"四\"\n\
             [[topic]]\nid = \"t8\"\nlabel = \"五\"\nmeaning = \"五\"\n\
             [[topic]]\nid = \"t9\"\nlabel = \"六\"\nmeaning = \"六\"\n\
             [[topic]]\nid = \"t10\"\nlabel = \"七\"\nmeaning = \"七\"\n\
             [[topic]]\nid = \"t11\"\nlabel = \"八\"\nmeaning = \"八\"\n\
             [[topic]]\nid = \"t12\"\nlabel = \"九\"\nmeaning = \"九\"\n\
             [[topic]]\nid = \"t13\"\nlabel = \"十\"\nmeaning = \"十\"\n\
             [[topic]]\nid = \"t14\"\nlabel = \"甲\"\nmeaning = \"甲\"\n\
             [[topic]]\nid = \"t15\"\nlabel = \"乙\"\nmeaning = \"乙\"\n\
             [[topic]]\nid = \"t16\"\nlabel = \"丙\"\nmeaning = \"丙\"\n\
             [[topic]]\nid = \"t17\"\nlabel = \"丁\"\nmeaning = \"丁\"\n",
        )],
        expected: &["topics.toml:67:1：主题有 17 个，一排按钮放不下。合并相近的主题，最多 16 个。"],
    },
    Case {
        name: "a masthead that fits nowhere",
        edits: &[
            Replace("edition.toml", "place = \"某省某市某区\"", "place = \"某省某自治州某自治县某镇\""),
            Replace("edition.toml", "short_place = \"某区\"", "short_place = \"某自治州某自治县城\""),
            Replace("edition.toml", "seal = [\"某区\", \"样张\"]", "seal = [\"某自治州某\", \"样\", \"张\", \"章\"]"),
            Replace("edition.toml", "\"三件事\"]", "\"三件事\", \"还有很长很长很长很长很长的一行\"]"),
        ],
        expected: &[
            "edition.toml:2:9：“place” 有 12 个字，一行放不下。缩短到 10 个字以内，例如用通行的简称。",
            "edition.toml:3:15：“short_place” 有 9 个字，一行放不下。缩短到 8 个字以内，例如用通行的简称。",
            "edition.toml:7:12：大标题太长，窄屏上要排 7 行。缩短到 6 行以内；窄屏上 7 个字一行，每一项另起一行。",
            "edition.toml:10:9：印章的一行 “某自治州某” 有 5 个字。每行最多 4 个字，长的分成两行，例如 [\"双江\", \"之印\"]。",
            "edition.toml:10:28：“seal” 有 4 行。印章最多 3 行，每行最多 4 个字。",
        ],
    },
    Case {
        name: "half-width punctuation: beside Chinese it is wrong; in numbers, times, addresses and quotations it is not",
        edits: &[
            Replace("edition.toml", "\"一项举措只算一次。\"", "\"一项举措, 只算一次\""),
            Replace("matters.toml", "aim = \"试混排\"", "aim = \"试混排.\""),
            Replace(
                "pillars.toml",
                "gist = \"只有一项。\"",
                "gist = \"8:30开会，共1,250.5元；见 example.org/路:1 (a)。\"",
            ),
            Replace("pillars.toml", "gist = \"绕一圈。\"", "gist = \"绕（一）'圈'。\""),
            Replace("pillars.toml", "quote = \"按时浇水\"", "quote = \"按时,浇水\""),
        ],
        expected: &[
            "edition.toml:15:3：“一项举措, 只算一次” 里有半角的「,」。用全角的「，」代替。",
            "matters.toml:14:7：“试混排.” 里有半角的「.」。用全角的「。」代替。",
            "pillars.toml:60:8：“绕（一）'圈'。” 里有半角的「'」。用全角的「‘」「’」代替。",
        ],
    },
    Case {
        name: "words without a counter, with a long one, too long, and of no meaning",
        edits: &[Replace(
            "edition.toml",
            "sources = \"sources\"\n",
            "sources = \"sources\"\n\
             [words]\nmeasure = [\"任务\"]\necho = [\"回应\", \"地方\"]\nterm = \"高频词\"\n\
             results = \"这一年的成绩\"\nplans = \"这一年的全部安排\"\nregoin = \"全州\"\n",
        )],
        expected: &[
            "edition.toml:22:11：“measure” 应当是方括号里的两段文字。写成 measure = [\"任务\", \"项\"]。",
            "edition.toml:23:15：量词 “地方” 不是一个字。先写叫法，再写量词，例如 [\"任务\", \"项\"]。",
            "edition.toml:24:8：“term” 应当是方括号里的两段文字。写成 term = [\"热词\", \"个\"]。",
            "edition.toml:26:9：“这一年的全部安排” 有 8 个字，图和表里放不下。缩短到 6 个字以内。",
            "edition.toml:27:1：不认识的键 “regoin”。是不是 “region”？",
        ],
    },
    Case {
        name: "a guess of a drawing that there is not",
        edits: &[Replace("guesses.toml", "figure = \"amounts\"", "figure = \"amonts\"")],
        expected: &["guesses.toml:3:10：没有叫 “amonts” 的图。是不是 “amounts”？"],
    },
];

#[test]
fn every_drawing_has_one_caption() {
    let wrong = editions().into_iter().flat_map(|(name, edition)| {
        let drawn: BTreeSet<&str> = figure::figures(edition).into_iter().map(|kind| kind.id(edition)).collect();
        let captioned: Vec<&str> = edition.captions.iter().map(|caption| caption.figure.as_str()).collect();
        let once: BTreeSet<&str> = captioned.iter().copied().collect();
        (drawn != once || captioned.len() != once.len()).then(|| format!("{name}: {drawn:?}, {captioned:?}"))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}
