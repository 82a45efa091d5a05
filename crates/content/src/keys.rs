//! Every key of the content files: what it holds, an example, and what it means. Messages take their
//! examples from here, and `cargo xtask check --explain` prints it. A test compares the table with
//! what the reader asks for.

use super::key::Holds::{
    Decimal, Flag, Id, Number, Numbers, Reference, References, Table as Braces, Tables, Text, Texts, Word,
};
use super::key::{Holds, Key};

/// A key's file, and the table that it stands in: `pillar.point`, or nothing at the top of the file.
pub type Table = (&'static str, &'static str);

/// All keys, with the table of each.
pub fn all() -> impl Iterator<Item = (Table, &'static Key)> {
    GROUPS
        .iter()
        .flat_map(|(tables, keys)| tables.iter().flat_map(move |table| keys.iter().map(move |key| (*table, key))))
}

pub fn find(file: &str, table: &str, name: &str) -> Option<&'static Key> {
    all().find(|(at, key)| *at == (file, table) && key.name == name).map(|(_, key)| key)
}

/// Whether a table `[name]` can occur more than once, so that its header has two brackets.
pub fn is_list(file: &str, name: &str) -> bool {
    let (table, key) = name.rsplit_once('.').unwrap_or(("", name));
    find(file, table, key).is_some_and(|key| key.holds == Holds::Tables)
}

const MUST: bool = true;
const MAY: bool = false;

type Group = (&'static [Table], &'static [Key]);

macro_rules! keys {
    ($([$($file:literal $table:literal),+] { $($name:ident $must:ident $holds:expr, $example:literal, $means:literal;)+ })+) => {
        const GROUPS: &[Group] = &[$((
            &[$(($file, $table)),+],
            &[$(Key { name: stringify!($name), must: $must, holds: $holds, example: $example, means: $means }),+],
        )),+];
    };
}

keys! {
    ["edition.toml" ""] {
        place MUST Text, r#""双江县""#, "这一版说的是哪里，写全名；封面上只有一行，最多10个字";
        short_place MUST Text, r#""双江""#, "地名的简称，图和表里用；最多8个字";
        sources MAY Text, r#""sources""#, "原文在哪个文件夹，从这个文件夹数起；里面一份材料一个 <id>.txt";
        predecessor MAY Text, r#""../2022""#, "前一期在哪个文件夹，从这个文件夹数起；写了，页面就和前一期比：id 相同、单位相同的指标，名字相同的卡片";
        results_year MUST Number, "2023", "成绩是哪一年的";
        plan_year MUST Number, "2024", "安排是哪一年的";
        report MAY Text, r#""双江县政府工作报告""#, "材料谈的是哪份“报告”，写全称，写明是谁的；没有就不写";
        headline MUST Texts, r#"["四件大事之后", "双江怎么干"]"#, "大标题，一项一行";
        emphasis MUST Text, r#""四件大事""#, "大标题里用强调色的几个字，要在一行里连着";
        standfirst MUST Text, r#""{measures}项举措，{targets}个带数的目标""#, "大标题下面的一句";
        seal MUST Texts, r#"["双江县"]"#, "印章上的字，一项一行；不要印章就写 []";
        summary MUST Text, r#""双江县2023年的三个数、四件大事，2024年的{measures}项举措。""#, "给搜索和转发用的一两句介绍";
        digest MUST Texts, r#"["材料是一份公报，引文照录原文。"]"#, "页脚的几行方法";
        method MUST Texts, r#"["本页依据一份公报，引文照录原文。"]"#, "方法页的几段";
        lacks MAY Braces, r#"{ deadline = "没有写期限" }"#, "原文没有写的，怎么说；不写就不说";
        words MAY Braces, r#"{ region = "全州" }"#, "页面上的叫法；不写就用通常的叫法";
    }
    ["edition.toml" "lacks"] {
        targets MAY Text, r#""原文没有写带数的目标""#, "一项重点没有带数的目标";
        deadline MAY Text, r#""没有写""#, "一个目标没有期限";
        term MAY Text, r#""没有一处写到""#, "一件大事的呼应里没有它的关键词；后面接着写这个词";
        subjects MAY Text, r#""没有写到""#, "几项工作没有呼应";
        subject MAY Text, r#""没有直接写到""#, "其中一项没有呼应";
    }
    ["edition.toml" "words"] {
        matter MAY Texts, r#"["实事", "件"]"#, "“大事”叫什么，前面的量词是什么";
        insistence MAY Texts, r#"["坚持", "个"]"#, "“坚持”叫什么，和它的量词";
        subject MAY Texts, r#"["工作", "项"]"#, "成绩里的“各项工作”叫什么，和它的量词";
        pillar MAY Text, r#""路径""#, "“抓落实”叫什么：安排里“怎么干”的一类卡片";
        priority MAY Text, r#""重点""#, "“重点”叫什么：安排里“干什么”的一类卡片";
        measure MAY Texts, r#"["任务", "项"]"#, "“举措”叫什么，和它的量词";
        echo MAY Texts, r#"["回应", "处"]"#, "“呼应”叫什么，和它的量词";
        target MAY Texts, r#"["量化目标", "个"]"#, "“带数的目标”叫什么，和它的量词";
        goal MAY Text, r#""目标""#, "“带数的目标”的简称，表里用";
        site MAY Texts, r#"["地点", "处"]"#, "“地方、项目”叫什么，和它的量词";
        term MAY Texts, r#"["热词", "个"]"#, "“热词”叫什么，和它的量词";
        results MAY Text, r#""成绩""#, "上一年的成绩叫什么，接在“2023年”后面";
        plans MAY Text, r#""安排""#, "这一年的安排叫什么，接在“2024年”后面";
        region MAY Text, r#""全州""#, "上一级怎么称呼：全市、全州、全省";
    }
    ["documents.toml" ""] {
        document MAY Tables, "[[document]]", "一份材料";
    }
    ["documents.toml" "document"] {
        id MUST Id, r#""bulletin""#, "这份材料的 id，引文用 document 指到它";
        label MUST Text, r#""2023年公报""#, "页面上怎样称呼这份材料";
        title MAY Text, r#""双江县2023年统计公报""#, "印出来的标题";
        author MAY Text, r#""某某某""#, "作者；没有署名就不写";
        address MAY Text, r#""https://example.org/report""#, "原文的网址";
        offices MUST Texts, r#"["县长"]"#, "作者的职务；没有就写 []";
        credits MAY Tables, r#"[{ role = "记者", name = "某某某" }]"#, "参与的人";
    }
    ["documents.toml" "document.credits"] {
        role MUST Text, r#""记者""#, "做了什么";
        name MUST Text, r#""某某某""#, "姓名";
    }
    ["source.toml" ""] {
        paragraph MAY Tables, "[[paragraph]]", "原文的一段";
    }
    ["source.toml" "paragraph"] {
        document MUST Reference, r#""bulletin""#, "哪份材料，写它的 id";
        name MAY Text, r#""开头""#, "这一段叫什么；不写就按“第几段”数";
        id MUST Id, r#""bulletin-opening""#, "写了 name 的段要有的 id";
        blocks MUST Numbers, "[2, 3]", "由印出来的第几块合成，标题算第1块";
        note MAY Tables, "[[paragraph.note]]", "没有引用的话，转述一下";
        order MAY Texts, r#"["先说的话", "后说的话"]"#, "引文在这一段里的先后";
        cut_off MAY Flag, "true", "没有印全的一段，不数热词";
    }
    ["source.toml" "paragraph.note"] {
        passage MAY Text, r#""从这里起……到这里止""#, "转述的是哪些话";
        says MUST Text, r#""这一段回顾了上一年。""#, "转述";
    }
    ["sections.toml" ""] {
        section MAY Tables, "[[section]]", "页面的一个版块";
        caption MAY Tables, "[[caption]]", "一幅图的图签";
    }
    ["sections.toml" "section"] {
        id MUST Word(&["figures", "matters", "pillars", "priorities", "ledger", "readings", "subjects", "method"]), r#""matters""#, "是哪个版块";
        title MUST Text, r#""四件大事""#, "版块的标题";
        subtitle MAY Text, r#""2023年 · 突出抓的四件""#, "标题旁边的小字";
        lead MAY Text, r#""2024年的举措里有{echoes}处和它们对得上。""#, "一句话，说这一版块看什么";
        opening MAY Braces, r#"{ document = "bulletin", paragraph = 5, quote = "……" }"#, "原文里领起这一版块的话";
    }
    ["sections.toml" "caption"] {
        figure MUST Text, r#""cover""#, "哪幅图：图的名字、一张卡片的 id，或同类卡片共用的 echo（大事）、sheet（方面）、priority（重点）";
        number MUST Text, r#""图 B-01""#, "图号";
        title MUST Text, r#""{echoes}处呼应，{echoes.most}""#, "图题，写看得出的结果";
        note MAY Text, r#""三个总量口径不同，不能相加。""#, "图上看不出、要提醒读者的话";
        scale MAY Text, r#""1块＝1项举措""#, "图上一个单位表示什么，例如一格、一块；图上画什么随数而变，说不准就不写";
        finding MAY Text, r#""带数的目标都在{whose}那一篇里""#, "目标都由一个人说时代替图题的话，里面要写 {whose}";
    }
    ["topics.toml" ""] {
        topic MAY Tables, "[[topic]]", "举措的一个主题";
    }
    ["topics.toml" "topic"] {
        id MUST Id, r#""industry""#, "主题的 id，举措用 topics 指到它";
        label MUST Text, r#""产业""#, "主题的名字；图上只写头一个字，各主题的头一个字不能相同";
        meaning MUST Text, r#""招商、商业和各类产业""#, "这个主题包括什么；各主题之间不能重叠";
    }
    ["indicators.toml" ""] {
        indicator MAY Tables, "[[indicator]]", "上一年的一个数";
    }
    ["indicators.toml" "indicator"] {
        id MUST Id, r#""gdp""#, "指标的 id";
        name MUST Text, r#""地区生产总值""#, "指标的名字";
        amount MUST Decimal, "3270308", "照印出来的数写，小数照写，不换算";
        unit MUST Text, r#""万元""#, "紧跟在数后面的单位，照印出来的写";
        show MAY Text, r#""亿元""#, "页面上换成这个单位，保留两位小数；不写就照原样";
        picture MAY Word(&["months", "share"]), r#""months""#, "months＝一年的收入分成十二个月，share＝一个整体里占的百分数；不写，有可比的画条，没有就只写数";
        before MAY Decimal, "3120000", "上年的数，单位相同，引文里有；引文写了“上年”的，就是它后面的那个";
        change MAY Text, r#""增长4.8%""#, "比上年怎样，照引文的话；要和 amount、before 对得上";
        shared_out MAY Flag, "true", "写出平均每天、每分钟是多少；只用于一年里累计的量，百分数、名次不行";
        gloss MAY Text, r#""本地一年生产活动的最终成果。""#, "一句话解释这个指标";
    }
    ["matters.toml" ""] {
        matter MAY Tables, "[[matter]]", "一件大事";
        insistence MAY Tables, "[[insistence]]", "一个“坚持”";
        subject MAY Tables, "[[subject]]", "一项工作";
    }
    ["matters.toml" "matter"] {
        id MUST Id, r#""matter-1""#, "大事的 id";
        lever MAY Text, r#""以主题教育为契机""#, "靠什么去做，照引文的话，写在标题上面；没有就不写";
        term MUST Text, r#""主题教育""#, "关键词，要在 lever 里；没有 lever，就从引文里选";
        aim MUST Text, r#""凝聚干事创业强大合力""#, "这件大事要达到什么";
    }
    ["matters.toml" "insistence"] {
        id MUST Id, r#""insist-delivery""#, "这个“坚持”的 id";
        label MUST Text, r#""狠抓落实，担当实干""#, "页面上的名字";
    }
    ["matters.toml" "subject"] {
        id MUST Id, r#""subject-safety""#, "这项工作的 id";
        label MUST Text, r#""加强生态环境保护""#, "页面上的名字";
        tie MAY Tables, "[[subject.tie]]", "安排里和它对得上的一段话";
    }
    ["matters.toml" "subject.tie"] {
        card MUST Reference, r#""pillar-1""#, "那段话在哪张卡片上：一个方面或一项重点的 id";
        word MAY Text, r#""生态环境""#, "两段话里都有的词；没有就不写";
    }
    ["pillars.toml" ""] {
        beam MAY Text, r#""走在前作表率""#, "横梁上的字：各方面共同的目标";
        pillar MAY Tables, "[[pillar]]", "一个方面";
    }
    ["pillars.toml" "pillar"] {
        id MUST Id, r#""pillar-1""#, "这个方面的 id，网址里也用它";
        title MUST Text, r#""实干为要""#, "短标题，图上用";
        heading MUST Text, r#""实干为要抓落实""#, "原文的小标题";
        gist MUST Text, r#""任务列成清单，对照优秀城市改进。""#, "一句话概括";
        story MUST Word(&["ladder", "loop", "lines", "levers", "cycle"]), r#""ladder""#, "图的样子：ladder＝阶梯，loop＝环，lines＝并列的线，levers＝杠杆，cycle＝循环";
        point MAY Tables, "[[pillar.point]]", "文中的一层";
        slogan MAY Tables, "[[pillar.slogan]]", "带数字的说法";
    }
    ["pillars.toml" "pillar.point"] {
        id MUST Id, r#""pillar-1-tasks""#, "这一层的 id";
        label MUST Text, r#""任务变成清单""#, "这一层的名字";
        measure MAY Tables, "[[pillar.point.measure]]", "一项举措";
    }
    ["pillars.toml" "pillar.point.measure", "priorities.toml" "priority.measure"] {
        id MUST Id, r#""tasks-list""#, "举措的 id";
        label MUST Text, r#""任务清单化""#, "短标题，由编辑摘自原文";
        topics MUST References, r#"["industry"]"#, "归哪个主题，写主题的 id";
        role MAY Text, r#""配合""#, "原文写明只是协助的，写那个词";
    }
    ["pillars.toml" "pillar.slogan"] {
        label MUST Text, r#""六抓一控""#, "这个说法";
        counts MUST Numbers, "[6, 1]", "说法里的数，每个最大255";
        units MUST Texts, r#"["抓", "控"]"#, "每个数数的是什么，和 counts 一样多";
        parts MAY Texts, r#"["重规范", "练内功"]"#, "原文列出的是哪几个，一个不少";
    }
    ["priorities.toml" ""] {
        wording MAY Tables, "[[wording]]", "目标的一种写法，从硬到软排";
        priority MAY Tables, "[[priority]]", "一项重点";
    }
    ["priorities.toml" "wording"] {
        word MUST Text, r#""力争""#, "原文表示轻重的词";
        firmness MUST Word(&["fixed", "striving", "progress"]), r#""striving""#, "fixed＝写的是结果，striving＝争取，progress＝有进展";
    }
    ["priorities.toml" "priority"] {
        id MUST Id, r#""priority-1""#, "这项重点的 id，网址里也用它";
        title MUST Text, r#""守护绿水青山""#, "标题";
        short MUST Text, r#""生态""#, "图上用的短名";
        heading MUST Text, r#""聚力生态环境治理，守护绿水青山""#, "原文的小标题";
        gist MUST Text, r#""整改、造林、修管网。""#, "一句话概括";
        measure MAY Tables, "[[priority.measure]]", "一项举措";
        target MAY Tables, "[[priority.target]]", "一个带数的目标";
        site MAY Tables, "[[priority.site]]", "写到的一个地方或项目";
    }
    ["priorities.toml" "priority.target"] {
        id MUST Id, r#""target-forest""#, "目标的 id";
        label MUST Text, r#""森林覆盖率""#, "目标的名字";
        value MUST Decimal, "36", "照印出来的数写，小数照写";
        picture MAY Word(&["share", "floor"]), r#""share""#, "share＝一个整体里占的百分数，画成一百格；floor＝面积，用 yardstick 铺满；不写，按数的种类画，画不了的只写数";
        wording MUST Text, r#""力争""#, "原文表示轻重的词，例如力争；原文没有这样的词，写引文里的动词，例如“新建”。[[wording]] 里有，引文里也有";
        deadline MAY Text, r#""两年内""#, "原文写的期限，引文里有";
        measure MUST Reference, r#""tasks-list""#, "属于哪项举措，写它的 id";
        yardstick MUST Braces, r#"{ label = "足球场", formula = "105 × 68 = 7140", value = 7140, unit = "平方米" }"#, "picture 写 floor 的，拿什么来铺";
    }
    ["priorities.toml" "priority.target", "readings.toml" "city_fact"] {
        unit MUST Text, r#""%""#, "紧跟在数后面的单位，照印出来的写全（分钟不写成分）；日子连月一起：9月20日前写 value = 9，unit = \"月20日\"；用“个”数的东西可以带上名字，例如“个项目”";
        bound MUST Word(&["at_least", "more_than", "at_most", "less_than", "exactly", "within", "by", "between"]), r#""at_least""#, "照数旁边的词：at_least＝以上、不少于，more_than＝超、突破，at_most＝以下、以内、不超过，less_than＝低于、不到，within＝几年内，by＝几月前（6月底前：value = 6，unit = \"月底\"；9月20日前：value = 9，unit = \"月20日\"），between＝两个数之间（还要写 upto），exactly＝没有限定，或只有约、近、左右";
        upto MUST Decimal, "6", "bound 写 between 的，后一个数";
        start MAY Decimal, "6.1", "从哪里起，单位相同：由6.1%降到5%";
    }
    ["priorities.toml" "priority.target.yardstick"] {
        label MUST Text, r#""足球场""#, "拿什么来比";
        formula MUST Text, r#""105 × 68 = 7140""#, "它的大小怎样算出来";
        value MUST Decimal, "7140", "它的大小";
unit MUST Text, r#""平方米""#, "它的单位";
    }
    ["priorities.toml" "priority.site"] {
        id MUST Id, r#""site-park""#, "这个地方的 id";
        label MUST Text, r#""某某公园""#, "名字";
        kind MUST Text, r#""学校""#, "是什么：学校、医院、园区……";
        sign MAY Text, r#""校""#, "图记：代表它是什么的一个字，像地图上那样，画在名字前面";
        measure MUST Reference, r#""tasks-list""#, "属于哪项举措，写它的 id";
    }
    ["echoes.toml" ""] {
        echo MAY Tables, "[[echo]]", "一处呼应：安排里和大事对得上的一段话";
        refrain MAY Tables, "[[refrain]]", "卡片之外和大事或“坚持”对得上的话";
    }
    ["echoes.toml" "echo"] {
        matter MUST Reference, r#""matter-1""#, "和哪件大事对得上，写它的 id";
        measure MUST Reference, r#""tasks-list""#, "那段话在哪项举措里，写它的 id";
    }
    ["echoes.toml" "refrain"] {
        of MUST Reference, r#""matter-1""#, "和哪件大事、哪个“坚持”对得上，写它的 id";
    }
    ["echoes.toml" "echo", "echoes.toml" "refrain"] {
        grade MUST Word(&["same-word", "same-meaning"]), r#""same-word""#, "same-word＝用了相同的词，same-meaning＝编辑认为意思相近";
        words MUST Texts, r#"["干事创业"]"#, "两段话里都有的词；same-word 要写，same-meaning 不写";
        why MUST Text, r#""这里说的是干部的精气神""#, "理由，只说看得见的";
    }
    ["readings.toml" ""] {
        reading MAY Tables, "[[reading]]", "一位作者怎么看";
        city_fact MAY Tables, "[[city_fact]]", "上一级的一个情况";
        pair MAY Tables, "[[pair]]", "同一个词，说上一级和说本地的两句话";
    }
    ["readings.toml" "reading"] {
        id MUST Id, r#""reading-a""#, "这一栏的 id";
        document MUST Reference, r#""bulletin""#, "哪份材料，写它的 id";
        speaker MUST Text, r#""某某某""#, "谁说的";
        trait MAY Tables, "[[reading.trait]]", "一个特点";
    }
    ["readings.toml" "reading.trait"] {
        word MUST Text, r#""实""#, "那个特点";
        gist MUST Text, r#""某某某认为目标写得实。""#, "一句话说明";
    }
    ["readings.toml" "city_fact"] {
        id MUST Id, r#""city-forest""#, "这个情况的 id";
        label MUST Text, r#""全市森林覆盖率""#, "名字";
        value MAY Decimal, "45", "数，没有就不写；写了就还要写 unit 和 bound";
        gist MUST Text, r#""全市的数，不是本县的。""#, "一句话说明";
    }
    ["readings.toml" "pair"] {
        word MUST Text, r#""样板""#, "两句话里都有的词";
        city MUST Braces, r#"{ document = "bulletin", paragraph = 2, quote = "……" }"#, "说上一级的一句";
        district MUST Braces, r#"{ document = "bulletin", paragraph = 9, quote = "……" }"#, "说本地的一句，和 city 是同一份材料";
        card MUST Reference, r#""priority-1""#, "放在哪张卡片上，写它的 id";
    }
    ["terms.toml" ""] {
        frequent_from MAY Number, "7", "合计说到几次以上，才算常用";
        term MAY Tables, "[[term]]", "一个热词";
    }
    ["terms.toml" "term"] {
        id MUST Id, r#""term-road""#, "热词的 id";
        text MUST Text, r#""干部""#, "热词";
        reason MUST Word(&["matter", "named", "frequent"]), r#""frequent""#, "为什么选它：matter＝大事的关键词，named＝被点名说到（还要写 document、paragraph、quote），frequent＝次数多";
        counts MUST Braces, "{ bulletin = 5 }", "每份材料里出现几次，键是材料的 id";
    }
    ["tour.toml" ""] {
        step MAY Tables, "[[step]]", "“带我看一遍”的一步";
    }
    ["tour.toml" "step"] {
        target MUST Text, r#""cover""#, "一幅图的名字，或一张卡片的 id";
        mark MAY Text, r#""target-forest""#, "图上要指的那一处的 id";
        text MUST Text, r#""带数的目标有{targets}个。""#, "这一步说的话，最多40个字";
    }
    ["guesses.toml" ""] {
        guess MAY Tables, "[[guess]]", "“猜一猜”的一问";
    }
    ["guesses.toml" "guess"] {
        figure MUST Text, r#""amounts""#, "答案在哪幅图里：图的名字，或一张卡片的 id";
        question MUST Text, r#""零售总额相当于生产总值的百分之几？""#, "问题";
        unit MUST Text, r#""%""#, "写在猜的数后面的单位";
        note MAY Text, r#""两个数口径不同，只比大小。""#, "答案下面的提醒";
        target MAY Text, r#""target-forest""#, "答案是这个百分数目标；不写就写 part 和 of";
        of MUST Reference, r#""gdp""#, "和哪个指标比，写它的 id";
        part MUST Reference, r#""retail-sales""#, "比的是哪个指标，写它的 id";
    }
    [
        "sections.toml" "section.opening", "indicators.toml" "indicator", "matters.toml" "matter",
        "matters.toml" "insistence", "matters.toml" "subject", "matters.toml" "subject.tie", "pillars.toml" "pillar",
        "priorities.toml" "priority", "echoes.toml" "refrain", "readings.toml" "city_fact", "readings.toml" "pair.city",
        "readings.toml" "pair.district", "terms.toml" "term"
    ] {
        document MUST Reference, r#""bulletin""#, "引文出自哪份材料，写它的 id";
    }
    [
        "sections.toml" "section.opening", "indicators.toml" "indicator", "matters.toml" "matter",
        "matters.toml" "insistence", "matters.toml" "subject", "matters.toml" "subject.tie", "pillars.toml" "pillar",
        "pillars.toml" "pillar.point.measure", "pillars.toml" "pillar.slogan", "priorities.toml" "priority",
        "priorities.toml" "priority.measure", "priorities.toml" "priority.target", "priorities.toml" "priority.site",
        "echoes.toml" "refrain", "readings.toml" "reading.trait",
        "readings.toml" "city_fact", "readings.toml" "pair.city", "readings.toml" "pair.district", "terms.toml" "term"
    ] {
        paragraph MAY Number, "5", "引文在印出来的第几块，标题算第1块；不写就由 cargo xtask check 在原文里找";
    }
    [
        "sections.toml" "section.opening", "indicators.toml" "indicator", "matters.toml" "matter",
        "matters.toml" "insistence", "matters.toml" "subject", "matters.toml" "subject.tie",
        "pillars.toml" "pillar.point.measure", "priorities.toml" "priority.measure", "pillars.toml" "pillar.slogan",
        "priorities.toml" "priority.target", "priorities.toml" "priority.site", "echoes.toml" "echo",
        "echoes.toml" "refrain", "readings.toml" "reading.trait", "readings.toml" "city_fact",
        "readings.toml" "pair.city", "readings.toml" "pair.district", "terms.toml" "term"
    ] {
        quote MUST Text, r#""开展“六抓一控”行动""#, "原文的话，一字不差，从一个分句的开头引到结尾";
    }
}
