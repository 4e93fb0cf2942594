//! Asks whose cancellation is undone.

use super::path;
use maud::{Markup, html};
use registration::entity::attendee::State::Cancelled;
use registration::query::attendee::AttendeeView;
use registration::query::order::OrderView;
use web::form::Form;
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// `fields`: what was typed, or who is ticked at first.
pub fn restoration(visit: &Visit, view: &OrderView, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let gone: Vec<&AttendeeView> = view.attendees.iter().filter(|a| a.attendee.state == Cancelled).collect();
    let title = words.with("desk-restore", &[("code", (&view.order.code).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, &view.order)) { (words.t("desk-cancellation-back")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if gone.is_empty() {
            p { (words.t("desk-restore-none")) }
        } @else {
            (questions(visit, view, &gone, Form::new(words, fields, faults)))
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn questions(visit: &Visit, view: &OrderView, gone: &[&AttendeeView], form: Form<'_>) -> Markup {
    let words = visit.words;
    html! {
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            p { (words.t("desk-restore-meaning")) }
            fieldset."kern-fieldset"."kern-fieldset--error"[form.faults.has("position")] {
                legend.kern-label { (words.t("desk-restore-who")) }
                div.kern-fieldset__body {
                    @for (at, attendee) in gone.iter().enumerate() {
                        @let position = attendee.attendee.position.to_string();
                        @let id = if at == 0 { "position".to_owned() } else { format!("position-{position}") };
                        @let ticked = gone.len() == 1 || form.fields.all("position").any(|typed| typed == position);
                        div.kern-form-check {
                            input.kern-form-check__checkbox id=(id) type="checkbox" name="position" value=(position) checked[ticked];
                            label.kern-label for=(id) {
                                (attendee.name()) " " span.muted { span.code { (attendee.number) } ", " (text(visit, attendee.category_name())) }
                            }
                        }
                    }
                }
            }
            div.kern-form-check {
                input.kern-form-check__checkbox #send type="checkbox" name="send" checked[view.order.notify];
                label.kern-label for="send" { (words.t("desk-restore-send")) }
            }
            div.cluster {
                (form.submit(&words.t("desk-restore-submit")))
                a."kern-btn kern-btn--tertiary" href=(path(visit, &view.order)) { span.kern-label { (words.t("desk-hand-keep")) } }
            }
        }
    }
}
