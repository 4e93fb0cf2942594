//! What a submission must say, and how much it may.

use super::transition::State;
use crate::entity::call_question;
use congress::rules::question::{self, Given};
use std::borrow::Cow;
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

/// What the "no" of somebody who is asked to take part, or does, comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The others go on without them.
    Leaves,
    /// Nobody is left: it is withdrawn.
    Withdraws,
}

/// Whether somebody can say no, and what that comes to. `joined`: they had said yes. `hands_in`: it is theirs, so that they
/// take it back instead while nothing is decided. `others`: so many others have said yes.
pub fn refusal(state: State, joined: bool, hands_in: bool, others: usize) -> Option<Refusal> {
    match state {
        State::Accepted | State::Confirmed if joined && others == 0 => Some(Refusal::Withdraws),
        State::Accepted | State::Confirmed => Some(Refusal::Leaves),
        State::Draft | State::Submitted if !hands_in => Some(Refusal::Leaves),
        _ => (!joined).then_some(Refusal::Leaves),
    }
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
    /// To what the call asks of its own.
    pub answers: Option<&'a Given>,
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
    /// What it asks of its own, also what it no longer asks.
    pub questions: Vec<call_question::Model>,
}

impl Demands {
    /// The same of organisers who hand in for somebody: what the call asks of its own can be answered later.
    #[must_use]
    pub fn of_organisers(mut self) -> Self {
        self.questions.iter_mut().for_each(|question| question.required = false);
        self
    }
}

/// Something wrong: the field, the key of the sentence, and the number in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub field: Cow<'static, str>,
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
        (length > max).then_some(Wrong { field: field.into(), message: "call-fault-long", max, length })
    };
    texts.into_iter().filter_map(wrong).collect()
}

/// All that is wrong with what is handed in.
pub fn check(said: &Said, demands: &Demands) -> Vec<Wrong> {
    let missing = |field: &'static str, message| Wrong { field: field.into(), message, max: 0, length: 0 };
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
    wrong.extend(unanswered(said, demands));
    wrong
}

/// The name of a question's field.
pub fn field_of(question: &call_question::Model) -> String {
    format!("question-{}", question.slug)
}

/// What must be answered and is not, and what is no answer.
fn unanswered(said: &Said, demands: &Demands) -> Vec<Wrong> {
    let fault = |question: &call_question::Model| {
        let given = said.answers.and_then(|answers| answers.get(&question.id));
        match given {
            Some(value) => answer(question, value, given).err(),
            None if question.required => Some(question::Wrong { message: "question-fault-missing", values: vec![] }),
            None => None,
        }
    };
    let asked = demands.questions.iter().filter(|question| question.active);
    asked.filter_map(|question| fault(question).map(|fault| wrong(question, &fault))).collect()
}

/// An answer as it is kept; none if it says nothing.
fn answer(
    question: &call_question::Model,
    value: &str,
    held: Option<&String>,
) -> Result<Option<String>, question::Wrong> {
    let several = question.kind == call_question::Kind::SeveralOf;
    let typed: Vec<String> =
        if several { value.split(' ').map(str::to_owned).collect() } else { vec![value.to_owned()] };
    question::value(&question.shape(), &typed, held)
}

/// What is kept of what was typed, and what could not be: one's own words are kept whatever they are, so that nobody loses
/// them; of what can be chosen only what is offered, or `held`. What the form did not show, and what is no longer asked,
/// stays as it is.
pub fn settle(questions: &[call_question::Model], typed: &Given, held: &Given) -> (Given, Vec<Wrong>) {
    let (mut kept, mut refused) = (Given::new(), vec![]);
    for question in questions {
        let before = held.get(&question.id);
        let value = match typed.get(&question.id).filter(|_| question.active) {
            None => before.cloned(),
            Some(came) => match answer(question, came, before) {
                Ok(value) => value,
                Err(_) if question.kind.is_free() || question.kind == call_question::Kind::Date => {
                    Some(came.trim().to_owned())
                }
                Err(fault) => {
                    refused.push(wrong(question, &fault));
                    let offered = |one: &&str| answer(question, one, before).is_ok();
                    let left: Vec<&str> = came.split(' ').filter(|one| !one.is_empty()).filter(offered).collect();
                    Some(left.join(" ")).filter(|left| !left.is_empty())
                }
            },
        };
        kept.extend(value.map(|value| (question.id, value)));
    }
    (kept, refused)
}

fn wrong(question: &call_question::Model, fault: &question::Wrong) -> Wrong {
    let most = if question.kind == call_question::Kind::LongText { question::MAX_LINES } else { question::MAX_LINE };
    Wrong { field: field_of(question).into(), message: fault.message, max: most, length: 0 }
}
