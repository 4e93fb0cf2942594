//! How texts are searched: each word as people type it, folded ("Höxter", "Hoexter" and "Hoxter" are one), and the stems that
//! German and English have of it (Snowball), so that "Akten" finds "Akte". Both databases hold and are asked for the same.

use base::name::fold;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;
use store::{Term, Wanted};

/// Before a stem, so that it is none of the words. Nobody's word begins so.
const GERMAN: char = '0';
const ENGLISH: char = '1';
/// Most words of one search; the rest is overlooked.
const MOST: usize = 8;
/// Words of fewer letters are not the beginning of others.
const SHORT: usize = 3;

/// The words of a text, in lower case, with their umlauts.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

fn plain(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn stems(word: &str) -> [String; 2] {
    let of = |mark: char, algorithm| format!("{mark}{}", plain(&Stemmer::create(algorithm).stem(word)));
    [of(GERMAN, Algorithm::German), of(ENGLISH, Algorithm::English)]
}

/// What is kept of texts: words and stems, each once.
pub fn document<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = BTreeSet::new();
    for word in texts.into_iter().flat_map(words) {
        all.extend(stems(&word));
        all.insert(plain(&word));
    }
    all.into_iter()
        .filter(|word| word.chars().count() > 1 || word.chars().all(char::is_alphabetic))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What is looked for: every word, as it is typed, as the beginning of a longer one, or by its stem. None: nothing was typed.
pub fn wanted(typed: &str) -> Option<Wanted> {
    let one = |word: String| {
        let plain = plain(&word);
        let begins = plain.chars().count() >= SHORT;
        let stems = stems(&word).into_iter().map(|word| Term { word, begins: false });
        std::iter::once(Term { word: plain, begins }).chain(stems).collect::<Vec<_>>()
    };
    let wanted: Wanted =
        words(typed).take(MOST).map(one).filter(|terms| terms.iter().any(|t| !t.word.is_empty())).collect();
    (!wanted.is_empty()).then_some(wanted)
}
