//! What is asked: on the page of an order or an attendee in short, and the form with all of it.

use crate::page::{Scene, breadcrumb, button, line};
use congress::entity::question::Kind;
use congress::page::question::{field, hint, label, told};
use congress::query::question::QuestionView;
use maud::{Markup, html};
use registration::form::answers::Shown;
use web::form::Form;
use web::{Faults, Fields};

/// What was answered, what is missing, and the way to the form.
pub fn section(
    scene: Scene,
    title: &str,
    answers: &[(&QuestionView, &str)],
    missing: &[&QuestionView],
    form: Option<&str>,
) -> Markup {
    html! {
        section."stack stack--s" aria-labelledby="answers" {
            h2.kern-heading-small #answers { (scene.t(title)) }
            @if !missing.is_empty() {
                (line("warning", &scene.with("portal-answers-missing", &[("questions", names(scene, missing).into())])))
            }
            @if !answers.is_empty() {
                dl."key-values key-values--start" {
                    @for (view, value) in answers {
                        div { dt { (label(scene.words, view)) } dd dir="auto" { (told(scene.words, view, value)) } }
                    }
                }
            }
            @if let Some(form) = form {
                div { (button("secondary", form, &scene.t("portal-answers-change"))) }
            }
        }
    }
}

/// Who of an order has still to answer what.
pub fn missing(scene: Scene, people: &[(String, Vec<&QuestionView>)]) -> Markup {
    html! {
        @if !people.is_empty() {
            section."stack stack--s" aria-labelledby="missing" {
                h2.kern-heading-small #missing { (scene.t("portal-answers-of-people")) }
                ul { @for (name, open) in people { li { strong dir="auto" { (name) } ": " (names(scene, open)) } } }
                p."fine muted" { (scene.t("portal-answers-of-people-how")) }
            }
        }
    }
}

fn names(scene: Scene, questions: &[&QuestionView]) -> String {
    let names = questions.iter().map(|view| label(scene.words, view).trim_end_matches('?').to_owned());
    names.collect::<Vec<_>>().join(", ")
}

/// The form's page.
pub struct AnswerPage<'a> {
    pub title: &'a str,
    /// Where it goes, and the page it came from.
    pub here: &'a str,
    pub back: &'a str,
    pub asked: &'a [Shown<'a>],
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// A sentence above the form.
    pub notice: Option<String>,
}

pub fn main(scene: Scene, page: &AnswerPage) -> Markup {
    let form = Form::new(scene.words, page.fields, page.faults);
    let typed = page.asked.iter().filter(|one| one.open && one.question.row.kind != Kind::File);
    let typed: Vec<&Shown> = typed.collect();
    let closed: Vec<&Shown> = page.asked.iter().filter(|one| !one.open).collect();
    let files = page.asked.iter().filter(|one| one.open && one.question.row.kind == Kind::File);
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(scene.words, page.back, &scene.t("portal-back"), page.title))
            h1.kern-heading-x-large { (page.title) }
            p.measure { (scene.t("portal-answers-lead")) }
            @if let Some(notice) = &page.notice { div role="alert" { (line("info", notice)) } }
            @if page.asked.is_empty() { p { (scene.t("portal-answers-none")) } }
            @if !typed.is_empty() {
                form."stack stack--l" method="post" action=(page.here) novalidate {
                    (form.summary())
                    div."form-section stack" {
                        @for one in &typed { (field(form, one.question, &one.name)) }
                    }
                    div.cluster {
                        (form.submit(&scene.t("portal-answers-save")))
                        (button("tertiary", page.back, &scene.t("portal-keep")))
                    }
                }
            }
            @for one in files { (file(scene, form, page, one)) }
            @if !closed.is_empty() {
                section."stack stack--s" aria-labelledby="closed" {
                    h2.kern-heading-small #closed { (scene.t("portal-answers-closed")) }
                    dl."key-values key-values--start" {
                        @for one in closed {
                            @let value = one.held.as_deref().unwrap_or_default();
                            div { dt { (label(scene.words, one.question)) } dd dir="auto" { (told(scene.words, one.question, value)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A file by itself: what is there, and another one in its place.
fn file(scene: Scene, form: Form, page: &AnswerPage, one: &Shown) -> Markup {
    let path = format!("{}/{}", page.here, one.question.row.slug);
    let (name, wrong) = (&one.name, form.faults.has(&one.name));
    let label = label(scene.words, one.question);
    html! {
        section."form-section stack" aria-label=(label) {
            form."stack stack--s" method="post" action=(path) enctype="multipart/form-data" novalidate {
                div.kern-form-input."kern-form-input--error"[wrong] {
                    label.kern-label for=(name) { (label) }
                    p.kern-hint id={ (name) "-hint" } { (hint(scene.words, one.question)) " " (scene.t("portal-answers-file-hint")) }
                    input.kern-form-input__input id=(name) type="file" name="file" accept=".pdf,.png,.jpg,.jpeg"
                        aria-describedby={ (name) "-hint" @if wrong { " " (name) "-error" } } aria-invalid=[wrong.then_some("true")];
                    @if let Some(sentence) = form.faults.sentence(name, scene.words) {
                        p.kern-error id={ (name) "-error" } {
                            span."kern-icon kern-icon--danger" aria-hidden="true" {}
                            span.kern-body { (sentence) }
                        }
                    }
                }
                div.cluster {
                    button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (scene.t("portal-answers-file-send")) } }
                    @if let Some(held) = &one.held { a href=(path) dir="auto" { (held) } }
                }
            }
            @if one.held.is_some() {
                form method="post" action={ (path) "/removal" } {
                    button."kern-btn kern-btn--tertiary" type="submit" {
                        span.kern-label { (scene.t("portal-answers-file-remove")) span.kern-sr-only { ": " (label) } }
                    }
                }
            }
        }
    }
}
