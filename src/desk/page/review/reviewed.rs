//! What reviewers gave one submission, for those who decide.

use super::board::stands;
use super::one::given;
use super::{Names, points};
use address::review as at;
use identity::entity::account;
use maud::{Markup, html};
use portal::page::prose::prose;
use programme::entity::{review_criterion, submission};
use programme::query::review::reviewed::{Figures, Reviewed};
use programme::service::review::cover::Cover;
use web::form::{Form, Seen};
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// The fields of the text without names.
pub fn cover_fields(cover: &Cover) -> Fields {
    Fields::new()
        .with("title", &*cover.title)
        .with("abstract", &*cover.abstract_text)
        .with("description", &*cover.description)
}

pub fn reviewed(visit: &Visit, page: &Reviewed, names: &Names, (fields, faults): (&Fields, &Faults)) -> Markup {
    let words = visit.words;
    let row = &page.row;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        p { a href=(at::Board::new(slug).path()) { (words.t("desk-review-back-to-board")) } }
        div.section-head {
            div {
                h1.kern-heading-large dir="auto" { (row.title) }
                p.muted { (names.kind(visit, row.type_id)) " · " (names.track(visit, row.track_id)) }
                p { (stands(visit, row)) }
            }
        }
        @if let Some(figures) = &page.figures {
            (summary(visit, figures))
            (reviews(visit, figures, &page.criteria))
            (assigned(visit, slug, row, figures))
        } @else {
            section."panel kern-level-2" { p { (words.t("desk-review-own-hidden")) } }
        }
        section."panel kern-level-2 stack" aria-labelledby="text" {
            h2.kern-heading-small #text { (words.t("desk-review-text")) }
            div."stack measure" lang=(row.language) dir="auto" { (prose(&row.abstract_text, 2)) (prose(&row.description, 2)) }
        }
        (cover(visit, slug, page, Form::new(words, fields, faults)))
    };
    desk_page(visit, Section::ReviewBoard, &row.title, main)
}

fn summary(visit: &Visit, figures: &Figures) -> Markup {
    let (words, sum) = (visit.words, figures.summary);
    html! {
        dl."panel kern-level-2 cluster" {
            @for (key, value) in [("mean", sum.mean), ("median", sum.median), ("spread", sum.spread)] {
                div { dt.muted { (words.t(&format!("desk-review-column-{key}"))) } dd { strong { (points(words, value)) } } }
            }
            div { dt.muted { (words.t("desk-review-column-reviews")) } dd { strong { (sum.judged) } } }
            div { dt.muted { (words.t("desk-review-column-abstained")) } dd { strong { (sum.abstained) } } }
        }
    }
}

fn reviews(visit: &Visit, figures: &Figures, criteria: &[review_criterion::Model]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2 stack" aria-labelledby="reviews" {
            h2.kern-heading-small #reviews { (words.t("desk-review-given")) }
            @if figures.given.is_empty() { p { (words.t("desk-review-none-yet")) } }
            @for (name, one) in &figures.given {
                div.stack {
                    h3.kern-title { (name) " " span.muted { (words.date_time(one.row.changed_at, visit.zone())) } }
                    (given(visit, one, criteria))
                }
            }
        }
    }
}

fn assigned(visit: &Visit, slug: &str, row: &submission::Model, figures: &Figures) -> Markup {
    let words = visit.words;
    let free: Vec<&account::Model> =
        figures.reviewers.iter().filter(|one| !figures.assigned.iter().any(|had| had.id == one.id)).collect();
    html! {
        section."panel kern-level-2 stack" aria-labelledby="assigned" {
            h2.kern-heading-small #assigned { (words.t("desk-review-assigned-to")) }
            @if figures.assigned.is_empty() { p { (words.t("desk-review-assigned-none")) } }
            @else {
                ul.row-list {
                    @for one in &figures.assigned {
                        li {
                            strong { (one.name) }
                            form method="post" action=(at::AssignmentRemoval::new(slug, &row.code).path()) {
                                input type="hidden" name="account" value=(one.id);
                                button."kern-btn kern-btn--tertiary" type="submit" aria-label=(words.with("desk-review-unassign-who", &[("name", one.name.clone().into())])) {
                                    span.kern-label { (words.t("desk-review-unassign")) }
                                }
                            }
                        }
                    }
                }
            }
            @if !free.is_empty() && row.state == submission::State::Submitted {
                form.cluster method="post" action=(at::Assignment::new(slug, &row.code).path()) {
                    div.kern-form-input {
                        label.kern-label for="account" { (words.t("desk-review-reviewer")) }
                        div.kern-form-input__select-wrapper {
                            select.kern-form-input__select #account name="account" {
                                @for one in free { option value=(one.id) { (one.name) } }
                            }
                        }
                    }
                    button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-review-assign")) } }
                }
            }
        }
    }
}

fn cover(visit: &Visit, slug: &str, page: &Reviewed, form: Form<'_>) -> Markup {
    let words = visit.words;
    html! {
        form."panel kern-level-2 stack" method="post" action=(at::Cover::new(slug, &page.row.code).path()) novalidate aria-labelledby="cover" {
            h2.kern-heading-small #cover { (words.t("desk-review-cover")) }
            p.measure { (words.t("desk-review-cover-meaning")) }
            @if page.cover_old { p { strong { (words.t("desk-review-cover-old")) } } }
            (form.summary())
            (form.seen(&Seen::of(&page.cover)))
            (form.input("title", &words.t("desk-review-cover-title")).optional())
            (form.textarea("abstract", &words.t("desk-review-cover-abstract")).rows(4).optional())
            (form.textarea("description", &words.t("desk-review-cover-description")).rows(8).optional())
            div { (form.submit(&words.t("desk-review-cover-save"))) }
        }
    }
}
