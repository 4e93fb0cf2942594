//! Answers as programs give and get them.

use congress::entity::question::Kind;
use congress::query::question::QuestionView;
use congress::rules::question::{NO, Typed, YES};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An answer: a text, a day such as `2027-03-11`, a whole number, yes or no; an option or several by their short names.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Answer)]
pub(super) enum AnswerValue {
    Text(String),
    Number(i64),
    YesNo(bool),
    Several(Vec<String>),
}

/// As they are typed into the form.
pub(super) fn typed(answers: BTreeMap<String, AnswerValue>) -> Typed {
    let values = |value| match value {
        AnswerValue::Text(text) => vec![text.replace('\0', "")],
        AnswerValue::Number(number) => vec![number.to_string()],
        AnswerValue::YesNo(yes) => vec![if yes { YES } else { NO }.to_owned()],
        AnswerValue::Several(options) => options,
    };
    answers.into_iter().map(|(slug, value)| (slug, values(value))).collect()
}

/// A question's short name and what was answered; of a file its name.
pub(super) fn answer(question: &QuestionView, value: &str) -> (String, AnswerValue) {
    let text = || AnswerValue::Text(value.to_owned());
    let value = match question.row.kind {
        Kind::Number => value.parse().map_or_else(|_| text(), AnswerValue::Number),
        Kind::YesNo => AnswerValue::YesNo(value == YES),
        Kind::SeveralOf => AnswerValue::Several(value.split(' ').map(str::to_owned).collect()),
        Kind::Text | Kind::LongText | Kind::Date | Kind::OneOf | Kind::File => text(),
    };
    (question.row.slug.clone(), value)
}
