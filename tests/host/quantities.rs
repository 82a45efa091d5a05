//! Cases of broken content: numbers, and what they are drawn as.

use crate::case::Case;
use crate::case::Edit::Replace;

const FOREST: &str = "value = 90\nunit = \"%\"\nbound = \"at_least\"\npicture = \"share\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争种到90%以上\"";

pub const CASES: &[Case] = &[
    Case {
        name: "good: a fall, a range, a date, a decimal",
        edits: &[Replace(
            "priorities.toml",
            FOREST,
            "value = 5.0\nunit = \"%\"\nbound = \"at_most\"\nstart = 6.1\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争由6.1%降到5.0%以下\"\n\n[[priority.target]]\nid = \"target-range\"\nlabel = \"范围\"\nvalue = 5\n\
             upto = 6\nunit = \"%\"\nbound = \"between\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争增长5%至6%\"\n\n[[priority.target]]\nid = \"target-date\"\nlabel = \"日子\"\nvalue = 6\n\
             unit = \"月底\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争6月底前种完\"\n\n[[priority.target]]\nid = \"target-way\"\nlabel = \"路\"\nvalue = 18.5\n\
             unit = \"公里\"\nbound = \"more_than\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争修路突破18.5公里\"",
        )],
        expected: &[],
    },
    Case {
        name: "a picture that is not true of its number",
        edits: &[
            Replace(
                "priorities.toml",
                "bound = \"at_least\"\npicture = \"share\"",
                "bound = \"at_most\"\npicture = \"share\"",
            ),
            Replace("priorities.toml", "value = 5000, unit = \"平方米\"", "value = 5000, unit = \"人\""),
            Replace("indicators.toml", "amount = 7\n", "amount = 7\npicture = \"share\"\n"),
        ],
        expected: &[
            "indicators.toml:15:11：这个数不是一个整体的一部分。只有一个整体里占的百分数才画得成 share；删去这一行。",
            "priorities.toml:53:9：引文写的是“以上”，和 bound 不是一回事。写 bound = \"at_least\"。",
            "priorities.toml:54:11：这个数不是一个整体的一部分。只有一个整体里占的百分数（“以上”“超过”或没有限定）才画得成 share；删去这一行，就只写数。",
            "priorities.toml:69:13：“万平方米” 和 “人” 不能比大小。两个都写面积，例如万平方米和平方米。",
        ],
    },
    Case {
        name: "a yardstick without its picture, and a picture without its yardstick",
        edits: &[
            Replace("priorities.toml", "picture = \"floor\"\n", ""),
            Replace("priorities.toml", "picture = \"share\"\n", "picture = \"floor\"\n"),
        ],
        expected: &[
            "priorities.toml:54:11：picture = \"floor\" 要有参照。加上 yardstick，写清拿什么来比；或删去 picture。",
            "priorities.toml:68:13：没有用到。写上 picture = \"floor\"，或删去 yardstick。",
        ],
    },
    Case {
        name: "a range with one number, a second number without a range, a start that is not printed",
        edits: &[
            Replace(
                "priorities.toml",
                "value = 90\nunit = \"%\"\nbound = \"at_least\"\npicture = \"share\"",
                "value = 90\nunit = \"%\"\nbound = \"between\"",
            ),
            Replace("priorities.toml", "value = 3\nunit = \"亿元\"", "value = 3\nupto = 4\nunit = \"亿元\""),
            Replace("priorities.toml", "value = 12\n", "value = 12\nstart = 11\n"),
        ],
        expected: &[
            "guesses.toml:13:10：“target-trees” 不是百分数。选一个不超过 100 的百分数目标。",
            "priorities.toml:53:9：bound = \"between\" 要有两个数。加上 upto，写后一个数。",
            "priorities.toml:62:9：“11万平方米” 不在引文里。照引文 “腾出不少于12万平方米” 改数和单位，或引用写着这个数的那句话。",
            "priorities.toml:86:8：只有 bound = \"between\" 才有 upto。删去这一行，或写 bound = \"between\"。",
        ],
    },
    Case {
        name: "a unit that cannot be converted, a change and a year before that are not printed",
        edits: &[Replace(
            "indicators.toml",
            "amount = 7\n",
            "amount = 7\nshow = \"人\"\nbefore = 6.5\nchange = \"增长1%\"\n",
        )],
        expected: &[
            "indicators.toml:15:8：“万元” 换算不成 “人”。写同一类的单位，例如把万元写成亿元；照原样就删去这一行。",
            "indicators.toml:16:10：“6.5万元” 不在引文里。照引文 “7万元” 改数和单位，或引用写着这个数的那句话。",
            "indicators.toml:17:10：“增长1%” 不在引文里。从引文 “7万元” 里选几个连着的字。",
        ],
    },
];
