//! Judging one: the text beside the form.

use super::{Names, hindered, points};
use address::review as at;
use maud::{Markup, html};
use portal::page::call::form::answered;
use portal::page::prose::prose;
use programme::entity::review_criterion;
use programme::query::review::frame::Standing;
use programme::query::review::work::{Given, Hindrance, Reading};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The field of a criterion.
pub fn field(criterion: &review_criterion::Model) -> String {
    format!("value-{}", criterion.id)
}

/// What was typed, or what one gave before.
pub fn fields(reading: &Reading) -> Fields {
    let fields = Fields::new().with("version", reading.version.to_string());
    let Some(mine) = &reading.item.mine else { return fields };
    let fields =
        mine.values.iter().fold(fields, |fields, (id, value)| fields.with(format!("value-{id}"), value.to_string()));
    let fields = fields.with("comment", &*mine.row.comment);
    if mine.row.abstained { fields.with("abstains", "on") } else { fields }
}

pub fn one(
    visit: &Visit,
    standing: &Standing,
    reading: &Reading,
    criteria: &[review_criterion::Model],
    names: &Names,
    (fields, faults): (&Fields, &Faults),
) -> Markup {
    let words = visit.words;
    let item = &reading.item;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        p { a href=(at::Reviews::new(slug).path()) { (words.t("desk-review-back")) } }
        div.section-head {
            div {
                h1.kern-heading-large dir="auto" { (item.title) }
                p.muted {
                    (names.kind(visit, item.kind)) " · " (names.track(visit, item.track))
                    @if let Some(minutes) = reading.minutes { " · " (words.with("desk-review-minutes", &[("n", minutes.into())])) }
                }
            }
        }
        div.split {
            section."panel kern-level-2 stack" aria-label=(words.t("desk-review-text")) {
                @if reading.covered { p.muted { (words.t("desk-review-covered")) } }
                @else if !standing.rights.names { p.muted { (words.t("desk-review-no-names-shown")) } }
                @if !reading.speakers.is_empty() {
                    p { @for (at, (name, body)) in reading.speakers.iter().enumerate() {
                        @if at > 0 { ", " }
                        strong dir="auto" { (name) }
                        @if !body.is_empty() { " (" (body) ")" }
                    } }
                }
                div."stack measure" lang=(reading.language) dir="auto" {
                    (prose(&reading.abstract_text, 2))
                    (prose(&reading.description, 2))
                }
                @if reading.questions.iter().any(|question| reading.answers.0.contains_key(&question.id)) {
                    (answered(words, &reading.questions, &reading.answers.0))
                }
                @if let Some(judged) = &reading.judged {
                    details {
                        summary { (words.with("desk-review-judged-version", &[("n", judged.number.into())])) }
                        div."stack measure" dir="auto" {
                            p { strong { (judged.title) } }
                            (prose(&judged.abstract_text, 3))
                            (prose(&judged.description, 3))
                            @let answers = judged.answers().0;
                            @if reading.questions.iter().any(|question| answers.contains_key(&question.id)) {
                                (answered(words, &reading.questions, &answers))
                            }
                        }
                    }
                }
            }
            div."stack stack--l" {
                (own(visit, slug, standing, reading, criteria, Form::new(words, fields, faults)))
                @if !reading.others.is_empty() { (others(visit, &reading.others, criteria)) }
            }
        }
    };
    desk_page(visit, Section::Reviews, &item.title, main)
}

fn own(
    visit: &Visit,
    slug: &str,
    standing: &Standing,
    reading: &Reading,
    criteria: &[review_criterion::Model],
    form: Form<'_>,
) -> Markup {
    let (words, item) = (visit.words, &reading.item);
    if let Some(hindrance) = item.hindrance {
        return html! {
            section."panel kern-level-2 stack" aria-labelledby="mine" {
                h2.kern-heading-small #mine { (words.t("desk-review-not-yours")) }
                p { (hindered(words, hindrance)) }
                @if hindrance == Hindrance::Declared && standing.rights.review {
                    form method="post" action=(at::ConflictWithdrawal::new(slug, &item.code).path()) {
                        button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-review-conflict-withdraw")) } }
                    }
                }
            }
        };
    }
    if !standing.rights.review {
        return html! {
            section."panel kern-level-2 stack" aria-labelledby="mine" {
                h2.kern-heading-small #mine { (words.t("desk-review-mine")) }
                @if let Some(mine) = &item.mine { (given(visit, mine, criteria)) } @else { p { (words.t("desk-review-closed")) } }
            }
        };
    }
    let hint = words.t("desk-review-comment-hint");
    html! {
        form."panel kern-level-2 stack stack--l" method="post" action=(at::Review::new(slug, &item.code).path()) novalidate aria-labelledby="mine" {
            h2.kern-heading-small #mine { (words.t("desk-review-mine")) }
            (form.summary())
            (form.hidden("version"))
            @for criterion in criteria { (scale(visit, form, criterion)) }
            (form.textarea("comment", &words.t("desk-review-comment")).rows(6).hint(&hint).optional())
            (form.checkbox("abstains", html! { (words.t("desk-review-abstain")) }))
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" name="then" value="next" { span.kern-label { (words.t("desk-review-save-next")) } }
                button."kern-btn kern-btn--secondary" type="submit" name="then" value="stay" { span.kern-label { (words.t("desk-review-save")) } }
            }
        }
        form."panel kern-level-2 stack" method="post" action=(at::Conflict::new(slug, &item.code).path()) {
            h2.kern-heading-small { (words.t("desk-review-conflict")) }
            p.measure { (words.t("desk-review-conflict-meaning")) }
            (Form::new(words, &Fields::new(), &Faults::new()).input("why", &words.t("desk-review-conflict-why")).optional())
            div { button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-review-conflict-declare")) } } }
        }
    }
}

/// Values as radio buttons while there are few, as a number where there are many.
fn scale(visit: &Visit, form: Form<'_>, criterion: &review_criterion::Model) -> Markup {
    let (words, name) = (visit.words, field(criterion));
    let label = criterion.name.in_language(visit.language).to_owned();
    let hint = criterion.hint.in_language(visit.language).to_owned();
    if criterion.most > 10 {
        let label = words.with("desk-review-scale", &[("name", label.into()), ("most", criterion.most.into())]);
        return html! { (form.input(&name, &label).digits().hint(&hint).optional()) };
    }
    let chosen = form.fields.get(&name);
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (label) }
            @if !hint.is_empty() { div.kern-hint { (hint) } }
            div."cluster" {
                @for value in 0..=criterion.most {
                    @let id = format!("{name}-{value}");
                    div.kern-form-check {
                        input.kern-form-check__radio type="radio" id=(id) name=(name) value=(value) checked[chosen == value.to_string()];
                        label.kern-label for=(id) { (value) }
                    }
                }
                div.kern-form-check {
                    input.kern-form-check__radio type="radio" id={ (name) "-none" } name=(name) value="" checked[chosen.is_empty()];
                    label.kern-label for={ (name) "-none" } { (words.t("desk-review-no-value")) }
                }
            }
        }
    }
}

fn others(visit: &Visit, others: &[(Option<String>, Given)], criteria: &[review_criterion::Model]) -> Markup {
    html! {
        section."panel kern-level-2 stack" aria-labelledby="others" {
            h2.kern-heading-small #others { (visit.words.t("desk-review-others")) }
            @for (name, one) in others {
                div.stack {
                    @if let Some(name) = name { h3.kern-title { (name) } }
                    (given(visit, one, criteria))
                }
            }
        }
    }
}

/// What a review says.
pub fn given(visit: &Visit, given: &Given, criteria: &[review_criterion::Model]) -> Markup {
    let words = visit.words;
    html! {
        @if given.row.abstained {
            p { (words.t("desk-review-abstained")) }
        } @else {
            p {
                strong { (points(words, given.overall)) }
                @for criterion in criteria {
                    @if let Some((_, value)) = given.values.iter().find(|(id, _)| *id == criterion.id) {
                        " · " (criterion.name.in_language(visit.language)) " " (words.with("desk-review-of", &[("n", (*value).into()), ("most", criterion.most.into())]))
                    }
                }
            }
        }
        @if !given.row.comment.is_empty() { div."stack measure" dir="auto" { (prose(&given.row.comment, 3)) } }
    }
}
