//! A question as a field of a form, and an answer in words.

use crate::entity::question::Kind;
use crate::entity::question_option;
use crate::query::question::QuestionView;
use crate::rules::question::{NO, YES};
use base::Text;
use chrono::NaiveDate;
use locale::Words;
use maud::{Markup, html};
use web::form::Form;

/// A question as a page shows it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub kind: Kind,
    pub required: bool,
    pub label: String,
    /// Empty: there is none.
    pub hint: String,
    /// The answers to choose from, by short name and words.
    pub options: Vec<(String, String)>,
}

/// The field of a question. `name` is the name of its input. What is no file always sends its name, so that who reads the
/// form knows that it was shown. Files are handed in by themselves, afterwards.
pub fn field(form: Form<'_>, question: &QuestionView, name: &str) -> Markup {
    let words = form.words;
    let row = &question.row;
    let chosen: Vec<&str> = form.fields.all(name).collect();
    let offered = question.options.iter().filter(|o| o.active || chosen.contains(&o.slug.as_str()));
    let word = |o: &question_option::Model| (o.slug.clone(), o.label.in_language(words.language()).to_owned());
    let asked = Asked {
        kind: row.kind,
        required: row.required,
        label: label(words, question),
        hint: hint(words, question),
        options: offered.map(word).collect(),
    };
    ask(form, &asked, name)
}

/// The same for any question.
pub fn ask(form: Form<'_>, asked: &Asked, name: &str) -> Markup {
    let Asked { kind, required, label, hint, options } = asked;
    match kind {
        Kind::Text | Kind::Number | Kind::Date => {
            let input = form.input(name, label).autocomplete("off");
            let input = if hint.is_empty() { input } else { input.hint(hint) };
            let input = match kind {
                Kind::Number => input.digits(),
                Kind::Date => input.day(),
                _ => input,
            };
            html! { (if *required { input.required() } else { input.optional() }) }
        }
        Kind::LongText => {
            let area = form.textarea(name, label).whole();
            let area = if hint.is_empty() { area } else { area.hint(hint) };
            html! { (if *required { area.required() } else { area.optional() }) }
        }
        Kind::YesNo => {
            let options = [YES, NO].map(|value| (value.to_owned(), form.words.t(&format!("question-{value}"))));
            choices(form, name, asked, "radio", &options)
        }
        Kind::OneOf => choices(form, name, asked, "radio", options),
        Kind::SeveralOf => choices(form, name, asked, "checkbox", options),
        Kind::File => html! {
            div.stack.stack--none {
                p.kern-label { (label) }
                p.kern-hint { (hint) }
                p { (form.words.t("question-file-later")) }
            }
        },
    }
}

/// The words of a question.
pub fn label(words: Words, question: &QuestionView) -> String {
    question.row.label.in_language(words.language()).to_owned()
}

/// What helps to answer, what the answer is needed for, and until when it is kept.
pub fn hint(words: Words, question: &QuestionView) -> String {
    let row = &question.row;
    let said = |text: &Text| text.in_language(words.language()).trim().to_owned();
    let purpose = words.with("question-purpose", &[("purpose", said(&row.purpose).trim_end_matches('.').into())]);
    let end = words.with("question-retention", &[("days", i64::from(row.retention_days).into())]);
    [said(&row.help), purpose, end].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn choices(form: Form<'_>, name: &str, asked: &Asked, kind: &str, options: &[(String, String)]) -> Markup {
    let Asked { label, hint, required, .. } = asked;
    let wrong = form.faults.has(name);
    let hinted = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let described: Vec<String> = hinted.into_iter().chain(wrong.then(|| format!("{name}-error"))).collect();
    let described = Some(described.join(" ")).filter(|ids| !ids.is_empty());
    let class = if kind == "radio" { "kern-form-check__radio" } else { "kern-form-check__checkbox" };
    html! {
        fieldset."kern-fieldset whole"."kern-fieldset--error"[wrong] role=[(kind == "radio").then_some("radiogroup")]
            aria-describedby=[described] aria-invalid=[(wrong && kind == "radio").then_some("true")] {
            legend.kern-label {
                (label)
                @if !*required { " " span.kern-label__optional { (form.words.t("form-optional")) } }
            }
            @if !hint.is_empty() { p.kern-hint id={ (name) "-hint" } { (hint) } }
            div.kern-fieldset__body {
                @for (at, (value, word)) in options.iter().enumerate() {
                    // The first one has the field's own id, so that the list of errors leads there.
                    @let id = if at == 0 { name.to_owned() } else { format!("{name}-{value}") };
                    div.kern-form-check {
                        input class=(class) type=(kind) id=(id) name=(name) value=(value)
                            checked[form.fields.all(name).any(|chosen| chosen == value)];
                        label.kern-label for=(id) { (word) }
                    }
                }
            }
            // Sent also if nothing is chosen.
            input type="hidden" name=(name) value="";
            @if let Some(sentence) = form.faults.sentence(name, form.words) {
                p.kern-error id={ (name) "-error" } {
                    span."kern-icon kern-icon--danger" aria-hidden="true" {}
                    span.kern-body { (sentence) }
                }
            }
        }
    }
}

/// An answer in words.
pub fn told(words: Words, question: &QuestionView, value: &str) -> String {
    told_as(words, question.row.kind, value, |slug| option(words, question, slug).to_owned())
}

/// The same for any question: `option` has the words of an answer to choose.
pub fn told_as(words: Words, kind: Kind, value: &str, option: impl Fn(&str) -> String) -> String {
    match kind {
        Kind::YesNo => words.t(if value == YES { "question-yes" } else { "question-no" }),
        Kind::OneOf | Kind::SeveralOf => value.split(' ').map(option).collect::<Vec<_>>().join(", "),
        Kind::Number => value.parse().map_or_else(|_| value.to_owned(), |number: i64| words.number(number)),
        Kind::Date => {
            NaiveDate::parse_from_str(value, "%Y-%m-%d").map_or_else(|_| value.to_owned(), |day| words.day(day))
        }
        Kind::Text | Kind::LongText | Kind::File => value.to_owned(),
    }
}

/// The words of an answer to choose; its short name if it is no longer there.
pub fn option<'a>(words: Words, question: &'a QuestionView, slug: &'a str) -> &'a str {
    let found = question.options.iter().find(|option| option.slug == slug);
    found.map_or(slug, |option| option.label.in_language(words.language()))
}
