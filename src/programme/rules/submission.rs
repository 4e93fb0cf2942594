//! What a submission must say, and how much it may.

use unicode_segmentation::UnicodeSegmentation;

/// The longest title, in characters as people count them.
pub const MAX_TITLE: usize = 150;
/// The longest of the shorter texts: notes, needs, what a project offers.
pub const MAX_NOTE: usize = 2_000;
/// A draft keeps whatever is typed, up to this.
pub const MAX_KEPT: usize = 30_000;
/// So many people can take part.
pub const MAX_SPEAKERS: usize = 10;

/// How long a text is, as people count: an emoji is one, however it is made, and a line break is one.
pub fn length(text: &str) -> usize {
    text.graphemes(true).count()
}

/// What was said, for the rules.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    pub title: &'a str,
    pub abstract_text: &'a str,
    pub description: &'a str,
    pub language: &'a str,
    pub has_type: bool,
    pub name: &'a str,
    pub biography: [&'a str; 2],
    pub notes: [&'a str; 2],
    pub wants_something: bool,
}

/// What a call demands.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    pub abstract_max: usize,
    pub description_max: usize,
    pub biography_max: usize,
    pub languages: Vec<String>,
    pub has_types: bool,
    pub is_project: bool,
}

/// Something wrong: the field, the key of the sentence, and the number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: &'static str,
    pub message: &'static str,
    pub max: usize,
    pub length: usize,
}

/// What is too long. A draft is kept all the same: nobody loses what they wrote.
pub fn too_long(said: &Said, demands: &Demands) -> Vec<Wrong> {
    let texts = [
        ("title", said.title, MAX_TITLE),
        ("abstract", said.abstract_text, demands.abstract_max),
        ("description", said.description, demands.description_max),
        ("biography-de", said.biography[0], demands.biography_max),
        ("biography-en", said.biography[1], demands.biography_max),
        ("needs", said.notes[0], MAX_NOTE),
        ("notes", said.notes[1], MAX_NOTE),
    ];
    let wrong = |(field, text, max): (&'static str, &str, usize)| {
        let length = length(text);
        (length > max).then_some(Wrong { field, message: "call-fault-long", max, length })
    };
    texts.into_iter().filter_map(wrong).collect()
}

/// All that is wrong with what is handed in.
pub fn check(said: &Said, demands: &Demands) -> Vec<Wrong> {
    let missing = |field, message| Wrong { field, message, max: 0, length: 0 };
    let mut wrong = vec![];
    if said.title.trim().is_empty() {
        wrong.push(missing("title", "call-fault-title"));
    }
    if said.abstract_text.trim().is_empty() {
        wrong.push(missing("abstract", "call-fault-abstract"));
    }
    if !demands.languages.iter().any(|tag| tag == said.language) {
        wrong.push(missing("language", "call-fault-language"));
    }
    if demands.has_types && !said.has_type {
        wrong.push(missing("type", "call-fault-type"));
    }
    if said.name.trim().is_empty() {
        wrong.push(missing("name", "call-fault-name"));
    }
    if demands.is_project && !said.wants_something {
        wrong.push(missing("stand", "call-fault-wants"));
    }
    wrong.extend(too_long(said, demands));
    wrong
}
