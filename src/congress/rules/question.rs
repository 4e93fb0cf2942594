//! Which questions are asked of whom, and what is an answer.

use crate::entity::question::{Kind, UsedFor};
use crate::query::question::QuestionView;
use base::{Language, Text, Time, Uuid, name};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The longest answer of one line, in characters; …
pub const MAX_LINE: usize = 300;
/// … of several lines.
pub const MAX_LINES: usize = 4_000;

/// The answers to a yes-or-no question.
pub const YES: &str = "yes";
pub const NO: &str = "no";

/// What came for each question, by its short name.
pub type Typed = BTreeMap<String, Vec<String>>;
/// What is answered, by question, as it is kept.
pub type Given = BTreeMap<Uuid, String>;

/// Who is asked.
#[derive(Clone, Copy, Debug)]
pub struct Respondent<'a> {
    pub used_for: UsedFor,
    /// The ticket of the attendee; all tickets of the order.
    pub categories: &'a [Uuid],
    /// When. None: staff, who ask and answer at any time.
    pub at: Option<Time>,
    /// Whether who answers, or reads, may know what is sensitive.
    pub sensitive: bool,
}

impl Respondent<'_> {
    fn sees(&self, question: &QuestionView) -> bool {
        self.sensitive || !question.row.sensitive
    }
}

/// How much must be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// All that is required; what does not apply is ignored. Files are handed in afterwards.
    Required,
    /// Nothing; what does not apply is ignored.
    Nothing,
    /// Nothing; but what comes must be asked. Programs know what they send.
    Strict,
}

/// What is wrong with an answer: a key of the locale files and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub message: &'static str,
    pub values: Vec<(&'static str, String)>,
}

impl Wrong {
    fn new(message: &'static str) -> Self {
        Self { message, values: vec![] }
    }
}

/// Whether a question is one for them: in use, for their ticket, and the earlier answer that it depends on is given.
pub fn applies(question: &QuestionView, of: &Respondent<'_>, given: &Given, all: &[QuestionView]) -> bool {
    let row = &question.row;
    row.active
        && row.used_for == of.used_for
        && (question.categories.is_empty() || of.categories.iter().any(|c| question.categories.contains(c)))
        && row.depends_on.is_none_or(|id| {
            let earlier = all.iter().find(|other| other.row.id == id);
            earlier.is_some_and(|earlier| {
                given.get(&id).is_some_and(|value| says(earlier.row.kind, value, &row.depends_value))
            })
        })
}

/// Whether an answer is, or holds, this one.
fn says(kind: Kind, value: &str, wanted: &str) -> bool {
    if kind == Kind::SeveralOf { value.split(' ').any(|one| one == wanted) } else { value == wanted }
}

/// Whether they can answer it at this time, or answer it otherwise. Staff always can, if they may know of it.
pub fn is_open(question: &QuestionView, of: &Respondent<'_>, answered: bool) -> bool {
    let until = if answered { question.row.changed_until } else { question.row.asked_until };
    of.sees(question) && of.at.is_none_or(|now| until.is_none_or(|until| now < until))
}

/// The questions for them in their order, with what is answered so far: what is typed where it is an answer, else what
/// was given `before`.
pub fn shown<'a>(all: &'a [QuestionView], of: &Respondent<'_>, typed: &Typed, before: &Given) -> Vec<&'a QuestionView> {
    let mut given = Given::new();
    let mut shown = vec![];
    for question in all {
        if !applies(question, of, &given, all) {
            continue;
        }
        let held = before.get(&question.row.id);
        let open = is_open(question, of, held.is_some());
        if !open && held.is_none() {
            continue;
        }
        let value = match typed.get(&question.row.slug) {
            Some(typed) if open && question.row.kind != Kind::File => {
                value(&question.shape(), typed, held).ok().flatten()
            }
            _ => held.cloned(),
        };
        given.extend(value.map(|value| (question.row.id, value)));
        if of.sees(question) {
            shown.push(question);
        }
    }
    shown
}

/// What is to be kept of what came, or what is wrong, by the questions' short names. Answers to questions that do not
/// apply are not kept; neither are those given `before` to questions that no longer apply. What can no longer be changed
/// stays as it is, and so do files, which are handed in by themselves.
pub fn settle(
    all: &[QuestionView],
    of: &Respondent<'_>,
    typed: &Typed,
    before: &Given,
    need: Need,
) -> Result<Given, Vec<(String, Wrong)>> {
    let mut given = Given::new();
    let mut wrong = vec![];
    let mut known = vec![];
    for question in all {
        let slug = &question.row.slug;
        let held = before.get(&question.row.id);
        let asked = applies(question, of, &given, all);
        if !asked || !is_open(question, of, held.is_some()) {
            given.extend(held.filter(|_| asked).map(|held| (question.row.id, held.clone())));
            continue;
        }
        known.push(slug);
        let came = typed.get(slug).map(Vec::as_slice);
        if question.row.kind == Kind::File {
            given.extend(held.map(|held| (question.row.id, held.clone())));
            if came.is_some_and(|came| need == Need::Strict && !came.is_empty()) {
                wrong.push((slug.clone(), Wrong::new("question-fault-file-later")));
            }
            continue;
        }
        match value(&question.shape(), came.unwrap_or_default(), held) {
            Ok(Some(value)) => {
                given.insert(question.row.id, value);
            }
            Ok(None) if question.row.required && need == Need::Required => {
                wrong.push((slug.clone(), Wrong::new("question-fault-missing")));
            }
            Ok(None) => {}
            Err(fault) => wrong.push((slug.clone(), fault)),
        }
    }
    if need == Need::Strict {
        let unasked = typed.keys().filter(|slug| !known.contains(slug));
        wrong.extend(unasked.map(|slug| (slug.clone(), Wrong::new("question-fault-not-asked"))));
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
}

/// What must still be answered, in its order.
pub fn missing<'a>(all: &'a [QuestionView], of: &Respondent<'_>, given: &Given) -> Vec<&'a QuestionView> {
    let open = all.iter().filter(|question| applies(question, of, given, all));
    open.filter(|q| q.row.required && !given.contains_key(&q.row.id) && is_open(q, of, false)).collect()
}

/// How a question is answered: all that decides whether something is an answer to it.
#[derive(Clone, Debug)]
pub struct Shape<'a> {
    pub kind: Kind,
    /// Of a number.
    pub least: Option<i64>,
    pub most: Option<i64>,
    /// The short names of the answers to choose from in their order, and whether each can be chosen still.
    pub options: Vec<(&'a str, bool)>,
}

impl QuestionView {
    /// How it is answered.
    pub fn shape(&self) -> Shape<'_> {
        let options = self.options.iter().map(|option| (option.slug.as_str(), option.active));
        Shape { kind: self.row.kind, least: self.row.least, most: self.row.most, options: options.collect() }
    }
}

/// An answer as it is kept; none if nothing is typed. Who chose an answer that is no longer offered, `held`, keeps it.
pub fn value(shape: &Shape<'_>, typed: &[String], held: Option<&String>) -> Result<Option<String>, Wrong> {
    let first = typed.iter().map(|one| one.trim()).find(|one| !one.is_empty());
    let Some(first) = first else { return Ok(None) };
    match shape.kind {
        Kind::Text => short(name::clean(&typed.join(" ")), MAX_LINE),
        Kind::LongText => {
            let lines: Vec<String> = typed.join("\n").lines().map(name::clean).collect();
            short(lines.join("\n").trim_matches('\n').to_owned(), MAX_LINES)
        }
        Kind::Number => {
            let digits: String = first.chars().filter(|c| !c.is_whitespace()).collect();
            let number: i64 = digits.parse().map_err(|_| Wrong::new("question-fault-number"))?;
            let bound = |at: Option<i64>| at.map(|at| at.to_string()).unwrap_or_default();
            if shape.least.is_some_and(|least| number < least) {
                return Err(Wrong { message: "question-fault-least", values: vec![("least", bound(shape.least))] });
            }
            if shape.most.is_some_and(|most| number > most) {
                return Err(Wrong { message: "question-fault-most", values: vec![("most", bound(shape.most))] });
            }
            Ok(Some(number.to_string()))
        }
        Kind::Date => {
            let day =
                NaiveDate::parse_from_str(first, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(first, "%d.%m.%Y"));
            let day = day.ok().filter(|day| (1900..=2200).contains(&day.year()));
            day.map(|day| Some(day.to_string())).ok_or(Wrong::new("question-fault-date"))
        }
        Kind::YesNo => match first {
            YES | NO => Ok(Some(first.to_owned())),
            _ => Err(Wrong::new("question-fault-choice")),
        },
        Kind::OneOf => {
            let others = typed.iter().filter(|one| !one.trim().is_empty() && one.trim() != first).count();
            if others > 0 { Err(Wrong::new("question-fault-choice")) } else { chosen(shape, &[first], held) }
        }
        Kind::SeveralOf => {
            let ticked: Vec<&str> = typed.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
            chosen(shape, &ticked, held)
        }
        // What it is called is kept when it is handed in.
        Kind::File => Ok(held.cloned()),
    }
}

fn short(text: String, most: usize) -> Result<Option<String>, Wrong> {
    if text.chars().count() > most {
        return Err(Wrong { message: "question-fault-too-long", values: vec![("most", most.to_string())] });
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The options that were chosen, in their order.
fn chosen(shape: &Shape<'_>, ticked: &[&str], held: Option<&String>) -> Result<Option<String>, Wrong> {
    let had = |slug: &str| held.is_some_and(|held| held.split(' ').any(|one| one == slug));
    let can = |slug: &str| shape.options.iter().any(|(one, active)| *one == slug && (*active || had(slug)));
    if !ticked.iter().all(|slug| can(slug)) {
        return Err(Wrong::new("question-fault-choice"));
    }
    let slugs = shape.options.iter().map(|(slug, _)| *slug).filter(|slug| ticked.contains(slug));
    Ok(Some(slugs.collect::<Vec<_>>().join(" ")))
}

/// Of answers to choose from, the first that nobody can tell from one before it: the same words in a language. What is no longer
/// offered counts not.
pub fn same_words<'a>(options: impl Iterator<Item = (&'a Text, bool)>) -> Option<usize> {
    let mut said = BTreeSet::new();
    let mut twice = |text: &Text| {
        let folded = [Language::De, Language::En].map(|language| (language, text.in_language(language).to_lowercase()));
        // Both are put in, whichever is there.
        folded.into_iter().filter(|one| !said.insert(one.clone())).count() > 0
    };
    options.enumerate().find(|(_, (text, offered))| *offered && twice(text)).map(|(at, _)| at)
}

/// What is wrong with the questions of a congress as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderFault {
    /// One depends on one that does not stand before it, so also: on itself.
    After,
    /// It depends on an answer that nobody can give.
    NoSuchAnswer,
    /// An order's depends on an attendee's, or the other way round.
    OtherUse,
    /// It depends on one that is retired.
    Retired,
}

/// Whether each question that is in use depends only on one before it, of the same use, by an answer that it has. So
/// there are no circles.
pub fn check_order(all: &[QuestionView]) -> Result<(), OrderFault> {
    for (at, question) in all.iter().enumerate().filter(|(_, question)| question.row.active) {
        let Some(id) = question.row.depends_on else { continue };
        let earlier = all[..at].iter().find(|other| other.row.id == id).ok_or(OrderFault::After)?;
        if earlier.row.used_for != question.row.used_for {
            return Err(OrderFault::OtherUse);
        }
        if !earlier.row.active {
            return Err(OrderFault::Retired);
        }
        if !answers(earlier).any(|value| value == question.row.depends_value) {
            return Err(OrderFault::NoSuchAnswer);
        }
    }
    Ok(())
}

/// The answers on which another question can depend.
pub fn answers(question: &QuestionView) -> impl Iterator<Item = &str> {
    let fixed: &[&str] = if question.row.kind == Kind::YesNo { &[YES, NO] } else { &[] };
    let choice = matches!(question.row.kind, Kind::OneOf | Kind::SeveralOf);
    let options = question.options.iter().filter(move |option| choice && option.active);
    fixed.iter().copied().chain(options.map(|option| option.slug.as_str()))
}
