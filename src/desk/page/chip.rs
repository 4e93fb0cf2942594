//! Links that choose a part of a list, each with how much is in it.

use locale::Words;
use maud::{Markup, html};

/// One of them.
pub struct Chip {
    pub word: String,
    pub count: i64,
    pub path: String,
    pub current: bool,
}

pub fn chips(words: Words, label: &str, chips: &[Chip]) -> Markup {
    html! {
        nav aria-label=(label) {
            ul."cluster cluster--s plain-list" {
                @for chip in chips {
                    li {
                        a.topic-chip href=(chip.path) aria-current=[chip.current.then_some("true")] {
                            (chip.word) " " span.topic-chip__count { (words.number(chip.count)) }
                        }
                    }
                }
            }
        }
    }
}
