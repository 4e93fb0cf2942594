//! What was asked and answered: on the pages of an order and a ticket, and the form in which staff answer for people.

use super::edit::{Head, Sheet, page};
use base::Permission::{OrdersWrite, SensitiveRead};
use base::Uuid;
use congress::entity::question::{Kind, UsedFor};
use congress::page::question::{field, label, told};
use congress::query::question::QuestionView;
use maud::{Markup, html};
use registration::form::answers::Shown;
use registration::query::answer::AnswerSheet;
use web::Visit;

/// What they answered. `path`: where it is changed, with the files below. Nothing where nothing is asked.
pub(super) fn panel(visit: &Visit, sheet: &AnswerSheet, holder: Uuid, used_for: UsedFor, path: &str) -> Markup {
    let words = visit.words;
    let answers = sheet.told(holder, visit.may(SensitiveRead));
    html! {
        @if sheet.asks(used_for) || !answers.is_empty() {
            section."panel kern-level-2" aria-labelledby="answers" {
                div.panel__head { h2.kern-heading-small #answers { (words.t("desk-answers")) } }
                @if answers.is_empty() {
                    p.muted { (words.t("desk-answers-none")) }
                } @else {
                    dl."key-values key-values--start" {
                        @for (view, value) in &answers {
                            div { dt { (label(words, view)) } dd dir="auto" { (answer(visit, view, value, path)) } }
                        }
                    }
                }
                @if !visit.may(SensitiveRead) && sheet.questions.iter().any(|q| q.row.sensitive && q.row.used_for == used_for) {
                    p."fine muted" { (words.t("desk-answers-hidden")) }
                }
                @if visit.may(OrdersWrite) {
                    div {
                        a."kern-btn kern-btn--secondary kern-btn--x-small" href=(path) { span.kern-label { (words.t("desk-answers-edit")) } }
                    }
                }
            }
        }
    }
}

fn answer(visit: &Visit, view: &QuestionView, value: &str, path: &str) -> Markup {
    html! {
        @if view.row.kind == Kind::File {
            a href={ (path) "/" (view.row.slug) } { (value) }
        } @else {
            (told(visit.words, view, value))
        }
    }
}

/// The same in one line, where people stand below each other.
pub(super) fn line(visit: &Visit, sheet: &AnswerSheet, holder: Uuid) -> Markup {
    let answers = sheet.told(holder, visit.may(SensitiveRead));
    let told = |(view, value): &(&QuestionView, &str)| {
        format!("{}: {}", label(visit.words, view), told(visit.words, view, value))
    };
    html! {
        @if !answers.is_empty() { p."fine muted" dir="auto" { (answers.iter().map(told).collect::<Vec<_>>().join(" · ")) } }
    }
}

/// The form. `back`: the order or the ticket.
pub fn answers(visit: &Visit, title: &str, (path, back): (&str, &str), asked: &[Shown], sheet: &Sheet) -> Markup {
    let words = visit.words;
    let (back_word, submit) = (words.t("desk-hand-back"), words.t("desk-hand-save"));
    let head = Head { title, back, back_word: &back_word, submit: &submit };
    let typed: Vec<&Shown> = asked.iter().filter(|one| one.question.row.kind != Kind::File).collect();
    page(visit, &head, path, sheet, |form| {
        html! {
            p.muted { (words.t("desk-answers-hint")) }
            @if typed.is_empty() { p { (words.t("desk-answers-nothing-asked")) } }
            @for one in &typed { (field(form, one.question, &one.name)) }
        }
    })
}
