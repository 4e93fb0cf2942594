//! Names as people type them, and how they are searched for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest name that is taken, in characters. Longer ones are refused, never cut.
pub const MAX_NAME: usize = 300;

/// What was typed, as kept: composed (NFC), white space at the ends gone and inside single, control characters and
/// direction overrides gone (a name must not turn the line it stands in around). Otherwise as typed. What shows nothing
/// at all is empty.
pub fn clean(typed: &str) -> String {
    let kept: String = typed.nfc().filter(|c| c.is_whitespace() || !(c.is_control() || is_override(*c))).collect();
    if kept.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return String::new();
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Joiners, spaces without width, fillers: they shape what stands beside them and show nothing by themselves.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// U+202A to U+202E and U+2066 to U+2069 (UAX #9 §2): embeddings, overrides and isolates.
fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// "given family", either part may be missing.
pub fn full(given: &str, family: &str) -> String {
    match (given.is_empty(), family.is_empty()) {
        (true, _) => family.to_owned(),
        (_, true) => given.to_owned(),
        _ => format!("{given} {family}"),
    }
}

/// What stands before names and is none, folded and without dots.
const TITLES: [&str; 14] = [
    "dr",
    "prof",
    "professor",
    "professorin",
    "dr-ing",
    "ing",
    "dipl-ing",
    "dipl-inf",
    "mag",
    "pd",
    "hc",
    "med",
    "phil",
    "apl",
];
/// What stands behind names and is none: degrees, and which of several of a name it is.
const DEGREES: [&str; 13] = ["ma", "mba", "msc", "bsc", "ba", "llm", "phd", "md", "jr", "sr", "ii", "iii", "iv"];

/// By what people are sorted whose name is one text: the family name, which stands last, then the others. Titles and degrees
/// do not count, nor do "von" and "de" (DIN 5007-2): "Dr. Annette von Droste-Hülshoff, M.A." stands at "droste-hulshoff
/// annette". Who writes "Droste, Annette" has said it so.
pub fn sorted_by(name: &str) -> String {
    let is_one_of = |list: &[&str], word: &str| list.contains(&fold(word).replace('.', "").as_str());
    // A nickname or a pronoun in brackets is no part of it.
    let bare = name.split('(').next().unwrap_or_default();
    let (before, behind) = bare.split_once(',').unwrap_or((bare, ""));
    if behind.split([' ', ',']).any(|word| !word.is_empty() && !is_one_of(&DEGREES, word)) {
        return fold(&format!("{before} {behind}"));
    }
    let mut words: Vec<&str> = before.split_whitespace().collect();
    while words.len() > 1 && words.first().is_some_and(|word| is_one_of(&TITLES, word)) {
        words.remove(0);
    }
    while words.len() > 2 && words.last().is_some_and(|word| is_one_of(&DEGREES, word)) {
        words.pop();
    }
    let Some(family) = words.pop() else { return fold(name) };
    if words.len() > 1 {
        words.retain(|word| !word.starts_with(char::is_lowercase));
    }
    fold(&format!("{family} {}", words.join(" ")))
}

/// Folds a text for searching: lower case, accents gone, and umlauts either way: "Müller", "Mueller" and "Muller"
/// give the same, as do "O'Neill", "O’Neill" and "ONeill". The price, that "ue" and "u" are one, is what someone looking for a ticket wants.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push('a'),
            'ø' | 'œ' => plain.push('o'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'đ' => plain.push('d'),
            // However an apostrophe or a dash is typed, or left out.
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            '‐' | '‑' | '–' | '—' | '−' => plain.push('-'),
            _ if is_invisible(c) => {}
            _ => plain.push(c),
        }
    }
    plain.replace("ae", "a").replace("oe", "o").replace("ue", "u").split_whitespace().collect::<Vec<_>>().join(" ")
}
