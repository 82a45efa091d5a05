//! Cases of broken content: captions that say of a drawing what it does not show.

use crate::case::Case;
use crate::case::Edit::Replace;

pub const CASES: &[Case] = &[
    Case {
        name: "one ruler over two units, squares under bars",
        edits: &[
            Replace("indicators.toml", "amount = 7\nunit = \"万元\"", "amount = 7\nunit = \"万方\""),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"7万方\""),
            Replace("guesses.toml", "part = \"small\"\nof = \"very-large\"", "part = \"small\"\nof = \"small\""),
            Replace("sections.toml", "scale = \"实心＝结果\"", "scale = \"1格＝1个目标\""),
        ],
        expected: &[
            "sections.toml:53:9：图 amounts 里的数不在同一把尺上。照图上有的写，或删去 scale。",
            "sections.toml:103:9：图 ledger 上没有格。照图上有的写，或删去 scale。",
        ],
    },
    Case {
        name: "hundredths under a card that has none, and the caption of several cards",
        edits: &[
            Replace("priorities.toml", "picture = \"share\"\n", ""),
            Replace("sections.toml", "figure = \"priority-1\"", "figure = \"priority\""),
        ],
        expected: &["sections.toml:88:9：图 priority-1 上没有画成百格的百分数。照图上有的写，或删去 scale。"],
    },
    Case {
        name: "good: a scale that is not written",
        edits: &[
            Replace("sections.toml", "scale = \"同一把尺，从零起\"\n", ""),
            Replace("sections.toml", "scale = \"1格＝1个百分点\"\n", ""),
            Replace("sections.toml", "scale = \"线宽＝呼应的处数\"\n", ""),
        ],
        expected: &[],
    },
];
