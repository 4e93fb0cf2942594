//! The form with the answers of an order or of an attendee: on their own page, and at the desk.

use super::people::{about_field, answers_once};
use congress::entity::question::Kind;
use congress::query::question::QuestionView;
use congress::rules::question::{Given, Respondent, Typed, Wrong, is_open, shown};
use web::{Faults, Fields};

/// A question in the form.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    pub question: &'a QuestionView,
    /// Its field.
    pub name: String,
    /// It can be answered now, or answered otherwise.
    pub open: bool,
    /// What is kept.
    pub held: Option<String>,
}

/// What the form begins with.
pub fn fields(questions: &[QuestionView], given: &Given) -> Fields {
    let answered = questions.iter().filter_map(|view| Some((view, given.get(&view.row.id)?)));
    answered
        .flat_map(|(view, value)| {
            let name = about_field(&view.row.slug);
            let values =
                if view.row.kind == Kind::SeveralOf { value.split(' ').collect() } else { vec![value.as_str()] };
            values.into_iter().map(move |value| (name.clone(), value.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

/// What came, by the questions' short names.
pub fn typed(fields: &Fields) -> Typed {
    answers_once(fields)
}

/// The questions for them, with what is typed.
pub fn asked<'a>(questions: &'a [QuestionView], of: &Respondent<'_>, fields: &Fields, given: &Given) -> Vec<Shown<'a>> {
    let show = |question: &'a QuestionView| {
        let held = given.get(&question.row.id).cloned();
        Shown { name: about_field(&question.row.slug), open: is_open(question, of, held.is_some()), question, held }
    };
    shown(questions, of, &typed(fields), given).into_iter().map(show).collect()
}

/// Whether a question is asked now that the form has not shown.
pub fn has_new(asked: &[Shown<'_>], fields: &Fields) -> bool {
    asked.iter().any(|one| one.open && one.question.row.kind != Kind::File && !fields.has(&one.name))
}

/// What is wrong, beside the fields, each with its name.
pub fn faults<'a>(
    wrong: impl Iterator<Item = (&'a str, &'a Wrong)>,
    asked: &[Shown<'_>],
    label: impl Fn(&QuestionView) -> String,
) -> Faults {
    let mut faults = Faults::new();
    for (slug, wrong) in wrong {
        faults.add_with(about_field(slug), wrong.message, &web::problem::args(&wrong.values));
    }
    let names: Vec<(String, String)> = asked.iter().map(|one| (one.name.clone(), label(one.question))).collect();
    faults.name_all(&names);
    faults
}
