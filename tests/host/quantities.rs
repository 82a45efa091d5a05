//! Cases of broken content: numbers, and what they are drawn as.

use crate::case::Case;
use crate::case::Edit::{self, Remove, Replace};

const FOREST: &str = "value = 90\nunit = \"%\"\nbound = \"at_least\"\npicture = \"share\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争种到90%以上\"";

/// A scale may be left out. That of the fixture is true of its hundred squares only.
const NO_SCALE: Edit = Replace("sections.toml", "scale = \"1格＝1个百分点\"\n", "");

pub const CASES: &[Case] = &[
    Case {
        name: "good: a fall, a range, a date, a decimal",
        edits: &[
            NO_SCALE,
            Replace(
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
            ),
        ],
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
            "priorities.toml:48:1：缺少 “yardstick”。picture = \"floor\" 就必写；在这一段里加上，例如 yardstick = { label = \"足球场\", formula = \"105 × 68 = 7140\", value = 7140, unit = \"平方米\" }。",
            "priorities.toml:68:1：“yardstick” 没有用到。picture = \"floor\" 才写它，否则删去。",
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
            "priorities.toml:48:1：缺少 “upto”。bound = \"between\" 就必写；在这一段里加上，例如 upto = 6。",
            "priorities.toml:62:9：“11万平方米” 不在引文里。照引文 “腾出不少于12万平方米” 改数和单位，或引用写着这个数的那句话。",
            "priorities.toml:68:11：这不是一个面积。只有一个数的面积才铺得出来；删去 picture 和 yardstick。",
            "priorities.toml:86:1：“upto” 没有用到。bound = \"between\" 才写它，否则删去。",
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
    Case {
        name: "good: hours, a unit with a stroke, 千瓦, about, and more than a round number",
        edits: &[Replace(
            "priorities.toml",
            FOREST,
            "value = 90\nunit = \"%\"\nbound = \"at_least\"\npicture = \"share\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争种到90%以上\"\n\n[[priority.target]]\nid = \"target-answer\"\nlabel = \"答复\"\nvalue = 24\nunit = \"小时\"\nbound = \"within\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争24小时内答复\"\n\n[[priority.target]]\nid = \"target-air\"\nlabel = \"空气\"\nvalue = 17\n\
             unit = \"微克/立方米\"\nbound = \"at_most\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争降到17微克/立方米以下\"\n\n[[priority.target]]\nid = \"target-power\"\nlabel = \"装机\"\nvalue = 5\n\
             unit = \"万千瓦\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争装机约5万千瓦\"\n\n[[priority.target]]\nid = \"target-aid\"\nlabel = \"补助\"\nvalue = 200\n\
             unit = \"余万元\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争补助200余万元\"",
        )],
        expected: &[],
    },
    Case {
        name: "a range with a whole unit behind its first number, and more behind the multiple",
        edits: &[Replace(
            "priorities.toml",
            FOREST,
            "value = 3\nupto = 5\nunit = \"万平方米\"\nbound = \"between\"\nwording = \"力争\"\n\
             measure = \"priority-1-trees\"\nquote = \"力争新增3平方米至5万平方米\"\n\n[[priority.target]]\n\
             id = \"target-area\"\nlabel = \"绿地\"\nvalue = 3\nupto = 5\nunit = \"万平方米\"\nbound = \"between\"\n\
             wording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争新增3至5万平方米\"\n\n\
             [[priority.target]]\nid = \"target-aid\"\nlabel = \"补助\"\nvalue = 3\nunit = \"万余元\"\n\
             bound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争补助3万余元\"\n\n\
             [[priority.target]]\nid = \"target-people\"\nlabel = \"人数\"\nvalue = 3\nunit = \"万人\"\n\
             bound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\nquote = \"力争引来3万余人\"",
        )],
        expected: &[
            "guesses.toml:13:10：“target-trees” 不是百分数。选一个不超过 100 的百分数目标。",
            "priorities.toml:51:9：“3至5万平方米” 不在引文里。照引文 “力争新增3平方米至5万平方米” 改两个数和单位。",
            "priorities.toml:83:9：“3万人” 不在引文里。“余”也是单位的一部分，写 unit = \"万余人\"。",
        ],
    },
    Case {
        name: "half a range, half a unit, and more that belongs to the unit",
        edits: &[Replace(
            "priorities.toml",
            FOREST,
            "value = 5\nunit = \"%\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争增长5%至6%\"\n\n[[priority.target]]\nid = \"target-date\"\nlabel = \"日子\"\nvalue = 6\n\
             unit = \"月\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争6月底前种完\"\n\n[[priority.target]]\nid = \"target-visits\"\nlabel = \"游客\"\nvalue = 9\n\
             unit = \"万人\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争接待9万人次\"\n\n[[priority.target]]\nid = \"target-aid\"\nlabel = \"补助\"\nvalue = 200\n\
             unit = \"万元\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
             quote = \"力争补助200余万元\"",
        )],
        expected: &[
            "priorities.toml:53:9：引文写的是一个范围。写 bound = \"between\"，再用 upto 写后一个数。",
            "priorities.toml:62:8：“月” 后面接不上“前”。写 unit = \"月底\"。",
            "priorities.toml:71:9：“9万人” 不在引文里。单位没有写全，引文里是“9万人次”，写 unit = \"万人次\"。",
            "priorities.toml:81:9：“200万元” 不在引文里。“余”也是单位的一部分，写 unit = \"余万元\"。",
        ],
    },
    Case {
        name: "the year's number again as the one before, a change without its unit, a negative number",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 7\nbefore = 7\nchange = \"7\"\n"),
            Replace("priorities.toml", "value = 90\n", "value = -90.5\n"),
        ],
        expected: &[
            "indicators.toml:15:10：和当年的是同一个数。写上年的数；引文 “7万元” 里没有，就删去这一行。",
            "indicators.toml:16:10：“7” 没有写完。连数后面的单位一起写，例如“增长3.9%”。",
            "priorities.toml:51:9：“value” 是负数。去掉负号，在名称里写明是下降、减少。",
        ],
    },
    Case {
        name: "this year's number and last year's swapped",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 25.0\nbefore = 26.8\nchange = \"增长7.2%\"\n"),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"26.8万元，上年25.0万元，增长7.2%\""),
        ],
        expected: &[
            "indicators.toml:14:10：“25.0万元” 在引文里是上年的数。写当年的数；上年的数写在 before。",
            "indicators.toml:15:10：“26.8万元” 在引文里不是上年的数。引文里写在“上年”后面的是 25.0万元，看 amount 和 before 是不是写反了。",
            "indicators.toml:16:10：写的是“增长7.2%”，25.0万元 却比上年的 26.8万元 小。看 amount 和 before 是不是写反了，或引错了变化。",
        ],
    },
    Case {
        name: "good: last year's number behind its words, a fall, and growth at constant prices",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "amount = 26.8\nbefore = 25.0\nchange = \"增长7.2%\"\n"),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"26.8万元，比上年同期的25.0万元增长7.2%\""),
            Replace("indicators.toml", "amount = 987654321098\n", "amount = 90\nbefore = 92\nchange = \"增长1%\"\n"),
            Replace(
                "indicators.toml",
                "quote = \"987654321098万元\"",
                "quote = \"90万元，去年92万元，按不变价计算增长1%\"",
            ),
        ],
        expected: &[],
    },
    Case {
        name: "half a date, half a unit, a unit in a wide sign, and a multiple without what it counts",
        edits: &[
            Remove("guesses.toml"),
            NO_SCALE,
            Replace("indicators.toml", "amount = 7\nunit = \"万元\"", "amount = 26.8\nunit = \"万\""),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"26.8万方，上年25.0万方\""),
            Replace(
                "priorities.toml",
                FOREST,
                "value = 20\nunit = \"日\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争9月20日前种完\"\n\n[[priority.target]]\nid = \"target-way\"\nlabel = \"路上\"\nvalue = 8\n\
                 unit = \"分\"\nbound = \"at_most\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争不超过8分钟\"\n\n[[priority.target]]\nid = \"target-time\"\nlabel = \"三个月\"\nvalue = 3\n\
                 unit = \"个\"\nbound = \"exactly\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争用3个月种完\"\n\n[[priority.target]]\nid = \"target-wide\"\nlabel = \"全角\"\nvalue = 90\n\
                 unit = \"％\"\nbound = \"at_least\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争种到90％以上\"",
            ),
        ],
        expected: &[
            "indicators.toml:14:10：“26.8万” 不在引文里。单位没有写全，引文里是“26.8万方”，写 unit = \"万方\"。",
            "priorities.toml:51:9：“20日” 不在引文里。它前面还有“9月”，连在一起写：value = 9，unit = \"月20日\"。",
            "priorities.toml:61:9：“8分” 不在引文里。单位没有写全，引文里是“8分钟”，写 unit = \"分钟\"。",
            "priorities.toml:71:9：“3个” 不在引文里。单位没有写全，引文里是“3个月”，写 unit = \"个月\"。",
            "priorities.toml:82:8：“％” 里的百分号是全角的。写半角的 %。",
        ],
    },
    Case {
        name: "a month of another year than that of the plans",
        edits: &[
            Remove("guesses.toml"),
            NO_SCALE,
            Replace(
                "priorities.toml",
                FOREST,
                "value = 6\nunit = \"月底\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争2033年6月底前种完\"\n\n[[priority.target]]\nid = \"target-way\"\nlabel = \"路\"\nvalue = 6\n\
                 unit = \"月底\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争2032年6月底前种完\"\n\n[[priority.target]]\nid = \"target-days\"\nlabel = \"后年\"\nvalue = 2033\n\
                 unit = \"年6月底\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争2033年6月底前种完\"",
            ),
        ],
        expected: &[
            "priorities.toml:51:9：“6月底” 前面还有“2033年”，不是安排的那一年。连在一起写：value = 2033，unit = \"年6月底\"。",
        ],
    },
    Case {
        name: "good: a whole date, whole units",
        edits: &[
            Remove("guesses.toml"),
            NO_SCALE,
            Replace(
                "priorities.toml",
                FOREST,
                "value = 9\nunit = \"月20日\"\nbound = \"by\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争9月20日前种完\"\n\n[[priority.target]]\nid = \"target-way\"\nlabel = \"路上\"\nvalue = 8\n\
                 unit = \"分钟\"\nbound = \"at_most\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争不超过8分钟\"\n\n[[priority.target]]\nid = \"target-days\"\nlabel = \"二十天\"\nvalue = 20\n\
                 unit = \"日\"\nbound = \"within\"\nwording = \"力争\"\nmeasure = \"priority-1-trees\"\n\
                 quote = \"力争20日内种完\"",
            ),
        ],
        expected: &[],
    },
    Case {
        name: "what cannot be shared out: a percentage, and what is too small",
        edits: &[
            Remove("guesses.toml"),
            Replace("indicators.toml", "amount = 7\nunit = \"万元\"", "amount = 7\nunit = \"%\"\nshared_out = true"),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"7%\""),
            Replace(
                "indicators.toml",
                "amount = 987654321098\nunit = \"万元\"",
                "amount = 12\nunit = \"座\"\nshared_out = true",
            ),
            Replace("indicators.toml", "quote = \"987654321098万元\"", "quote = \"12座\""),
        ],
        expected: &[
            "indicators.toml:6:14：“12座” 太小，平均到每天说不出来。删去 shared_out。",
            "indicators.toml:17:14：“7%” 不是一年里累计的量。删去 shared_out。",
        ],
    },
    Case {
        name: "good: a sum in 亿 is shared out in 万",
        edits: &[
            Remove("guesses.toml"),
            Replace(
                "indicators.toml",
                "amount = 7\nunit = \"万元\"",
                "amount = 86.7\nunit = \"亿元\"\nshared_out = true",
            ),
            Replace("indicators.toml", "quote = \"7万元\"", "quote = \"86.7亿元\""),
        ],
        expected: &[],
    },
    Case {
        name: "a mistyped key: what follows from it goes without saying",
        edits: &[
            Replace("indicators.toml", "amount = 7\n", "ammount = 7\n"),
            Replace("priorities.toml", "value = 12\nunit", "valeu = 12\nunit"),
        ],
        expected: &[
            "indicators.toml:14:1：不认识的键 “ammount”。是不是 “amount”？",
            "priorities.toml:62:1：不认识的键 “valeu”。是不是 “value”？",
        ],
    },
];
