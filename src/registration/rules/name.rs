//! Splitting a whole name. People's names know no rules; lists of guests do:
//!
//! 1. Salutations and academic titles are left out, as the columns "Anrede" and "Titel" are: "Frau Dr. Petra Kemper".
//! 2. With a comma, the family name stands before it: "Kemper, Petra". A particle behind the given name belongs to the
//!    family name: "Beust, Ole von" is Ole von Beust.
//! 3. Without one, the family name begins at the first particle after the first word ("Anna van der Berg"), or is the
//!    last word. Double names with a hyphen are one word. "Jr." and its like stay with the family name.
//! 4. One word alone is a family name.

use base::name::clean;

/// In front of names, in lower case, without their dots.
const TITLES: [&str; 46] = [
    "herr",
    "herrn",
    "frau",
    "hr",
    "fr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "dres",
    "prof",
    "professor",
    "professorin",
    "pd",
    "doz",
    "dipl-ing",
    "dipl-inf",
    "dipl-kfm",
    "dipl-kffr",
    "dipl-päd",
    "dipl-vw",
    "dipl-bw",
    "dipl-phys",
    "dipl-math",
    "dipl-des",
    "dipl",
    "ing",
    "mag",
    "med",
    "phil",
    "rer",
    "nat",
    "pol",
    "oec",
    "jur",
    "iur",
    "theol",
    "habil",
    "hc",
    "h",
    "c",
    "univ",
    "ra",
    "stb",
];

/// Behind names.
const DEGREES: [&str; 14] =
    ["ma", "ba", "msc", "bsc", "mba", "mdb", "mdl", "phd", "llm", "meng", "beng", "fh", "tu", "dipl-ing"];

/// Between given and family name.
const PARTICLES: [&str; 34] = [
    "von", "van", "vom", "zu", "zum", "zur", "de", "der", "den", "dem", "des", "het", "ten", "ter", "te", "la", "le",
    "du", "da", "das", "do", "dos", "di", "del", "della", "degli", "el", "al", "bin", "ibn", "af", "av", "auf", "und",
];

/// Behind a family name, and a part of it.
const SUFFIXES: [&str; 6] = ["jr", "sr", "jun", "sen", "ii", "iii"];

/// (given name, family name).
pub fn split(whole: &str) -> (String, String) {
    let whole = clean(whole);
    let mut parts = whole.split(',').map(without_titles).filter(|words| !words.is_empty());
    let first = parts.next().unwrap_or_default();
    match parts.next() {
        Some(given) => behind_comma(&first, given),
        None => in_a_row(first),
    }
}

/// A word as the lists above write it.
fn bare(word: &str) -> String {
    word.to_lowercase().replace('.', "")
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.contains(&bare(word).as_str())
}

/// "Dr.-Ing." too.
fn is_title_word(word: &str) -> bool {
    is_one_of(word, &TITLES) || (word.contains('-') && word.split('-').all(|part| is_one_of(part, &TITLES)))
}

/// Whether nothing but titles stands in a cell of a list. "C." alone is a given name.
pub fn is_title(cell: &str) -> bool {
    let mut words = cell.split_whitespace();
    words.next().is_some_and(|first| is_title_word(first) && bare(first).chars().count() > 1)
        && words.all(is_title_word)
}

/// Titles in front are left out, and degrees behind. Never everything: somebody may be called Frau.
fn without_titles(part: &str) -> Vec<&str> {
    let words: Vec<&str> = part.split_whitespace().collect();
    // Abbreviations of one letter are titles only after a title ("Dr. h. c."): "C. Müller" has a given name.
    let mut from = 0;
    while let Some(word) = words.get(from) {
        let single = bare(word).chars().count() == 1;
        if !is_title_word(word) || (single && from == 0) {
            break;
        }
        from += 1;
    }
    let mut until = words.len();
    while until > from && is_one_of(words[until - 1].trim_matches(['(', ')']), &DEGREES) {
        until -= 1;
    }
    let is_only_titles = words.iter().all(|word| is_title_word(word) || is_one_of(word, &DEGREES));
    if until > from {
        words[from..until].to_vec()
    } else if is_only_titles && part.contains('.') {
        vec![]
    } else {
        words
    }
}

fn behind_comma(family: &[&str], mut given: Vec<&str>) -> (String, String) {
    let mut particles = vec![];
    while given.len() > 1 && given.last().is_some_and(|word| is_particle(word)) {
        particles.extend(given.pop());
    }
    particles.reverse();
    particles.extend(family);
    (given.join(" "), particles.join(" "))
}

/// In small letters, as in a name; "Van" alone may be a given name.
fn is_particle(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase) && is_one_of(word, &PARTICLES)
}

fn in_a_row(words: Vec<&str>) -> (String, String) {
    let mut last = words.len().saturating_sub(1);
    if last > 1 && is_one_of(words[last], &SUFFIXES) {
        last -= 1;
    }
    let mut from = (1..last).find(|at| is_particle(words[*at])).unwrap_or(last);
    // "Anna Van der Berg"
    while from > 1 && from < last && is_one_of(words[from - 1], &PARTICLES) {
        from -= 1;
    }
    (words[..from].join(" "), words[from..].join(" "))
}
