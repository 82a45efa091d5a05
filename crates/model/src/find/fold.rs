//! Normalises text for comparison, so that different ways of typing the same words match.

/// A normalised character, and the byte range of the original that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    pub sign: char,
    pub from: usize,
    pub to: usize,
}

impl Glyph {
    pub fn is_digit(&self) -> bool {
        self.sign.is_ascii_digit()
    }
}

/// A byte range of the original: start and end.
pub type Span = (usize, usize);

/// Converts to half width and lower case, and drops white space, quotation marks and middle dots.
pub fn plain(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for (from, printed) in text.char_indices() {
        let sign = narrow(printed);
        if !is_silent(sign) {
            glyphs.push(Glyph { sign: sign.to_ascii_lowercase(), from, to: from + printed.len_utf8() });
        }
    }
    glyphs
}

/// Writes every number in digits, so that 三十一 equals 31, 43,269 equals 43269 and 百分之三十一 equals 31%.
/// 万 and 亿 stay, as they also follow digits in print.
pub fn counted(plain: &[Glyph]) -> Vec<Glyph> {
    per_cent(&ungrouped(&in_digits(plain)))
}

fn narrow(printed: char) -> char {
    match printed {
        '！'..='～' => char::from_u32(printed as u32 - ('！' as u32 - '!' as u32)).unwrap_or(printed),
        _ => printed,
    }
}

fn is_silent(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』')
        || matches!(sign, '·' | '•' | '・' | '\u{200b}' | '\u{feff}')
}

/// A character's role in a number: a digit, or a unit such as 十 that multiplies the digit before
/// it.
enum Numeral {
    Digit(u8),
    Unit(u64),
}

fn numeral(sign: char) -> Option<Numeral> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const FORMAL: [char; 10] = ['〇', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    let digit = match sign {
        '0'..='9' => sign as u8 - b'0',
        '两' => 2,
        '十' | '拾' => return Some(Numeral::Unit(10)),
        '百' => return Some(Numeral::Unit(100)),
        '千' => return Some(Numeral::Unit(1000)),
        _ => DIGITS.iter().chain(&FORMAL).position(|&d| d == sign)? as u8 % 10,
    };
    Some(Numeral::Digit(digit))
}

fn in_digits(plain: &[Glyph]) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(plain.len());
    let mut rest = plain;
    while let Some((first, behind)) = rest.split_first() {
        let length = rest.iter().take_while(|glyph| numeral(glyph.sign).is_some()).count();
        if length == 0 {
            out.push(*first);
            rest = behind;
        } else {
            let (run, behind) = rest.split_at(length);
            number(run, &mut out);
            rest = behind;
        }
    }
    out
}

/// Writes a run of numerals in digits. Without units, digits are positional, as in 二〇二三.
fn number(run: &[Glyph], out: &mut Vec<Glyph>) {
    let (mut sum, mut digits, mut has_unit) = (0_u64, None, false);
    for glyph in run {
        match numeral(glyph.sign) {
            Some(Numeral::Digit(digit)) => {
                digits = Some(digits.unwrap_or(0_u64).saturating_mul(10).saturating_add(digit.into()));
            }
            Some(Numeral::Unit(unit)) => {
                has_unit = true;
                sum = sum.saturating_add(digits.take().unwrap_or(1).saturating_mul(unit));
            }
            None => {}
        }
    }
    if has_unit {
        let (from, to) = span(run).unwrap_or_default();
        let value = sum.saturating_add(digits.unwrap_or(0));
        out.extend(value.to_string().chars().map(|sign| Glyph { sign, from, to }));
    } else {
        out.extend(run.iter().map(|&glyph| match numeral(glyph.sign) {
            Some(Numeral::Digit(digit)) => Glyph { sign: char::from(b'0' + digit), ..glyph },
            _ => glyph,
        }));
    }
}

/// Removes commas that group digits in threes.
fn ungrouped(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for (i, glyph) in glyphs.iter().enumerate() {
        let groups = glyph.sign == ','
            && i.checked_sub(1).is_some_and(|before| glyphs[before].is_digit())
            && glyphs[i + 1..].iter().take_while(|g| g.is_digit()).count() == 3;
        if !groups {
            out.push(*glyph);
        }
    }
    out
}

/// Turns 百分之, which reads `100分之` by now, into a percent sign after the number.
fn per_cent(glyphs: &[Glyph]) -> Vec<Glyph> {
    const SPOKEN: [char; 5] = ['1', '0', '0', '分', '之'];
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs;
    while let Some((first, behind)) = rest.split_first() {
        let spoken = !out.last().is_some_and(Glyph::is_digit)
            && rest.len() > SPOKEN.len()
            && rest.iter().zip(SPOKEN).all(|(glyph, sign)| glyph.sign == sign);
        let length = if spoken { decimal(&rest[SPOKEN.len()..]) } else { 0 };
        if length == 0 {
            out.push(*first);
            rest = behind;
        } else {
            let (from, to) = span(&rest[..SPOKEN.len()]).unwrap_or_default();
            let (number, behind) = rest[SPOKEN.len()..].split_at(length);
            out.extend(number);
            out.push(Glyph { sign: '%', from, to });
            rest = behind;
        }
    }
    out
}

/// The length of a number with or without decimals.
fn decimal(glyphs: &[Glyph]) -> usize {
    let digits = |from: usize| glyphs[from..].iter().take_while(|g| g.is_digit()).count();
    let whole = digits(0);
    match glyphs.get(whole) {
        Some(point) if whole > 0 && point.sign == '.' && digits(whole + 1) > 0 => whole + 1 + digits(whole + 1),
        _ => whole,
    }
}

/// The part of the original that the glyphs stand for, from the first to the last.
pub fn span(glyphs: &[Glyph]) -> Option<Span> {
    Some((glyphs.iter().map(|g| g.from).min()?, glyphs.iter().map(|g| g.to).max()?))
}
