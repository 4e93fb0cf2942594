//! Asks whether an order is approved, and why not.

use super::path;
use crate::page::money::amount;
use maud::{Markup, html};
use registration::entity::order::State;
use registration::query::order::OrderView;
use web::form::Form;
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// `fields`: what was typed.
pub fn decision(visit: &Visit, view: &OrderView, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.with("desk-decision", &[("code", (&view.order.code).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, &view.order)) { (words.t("desk-cancellation-back")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if view.order.state == State::AwaitingApproval {
            (questions(visit, view, Form::new(words, fields, faults)))
        } @else {
            p { (words.t("desk-decision-decided")) }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn questions(visit: &Visit, view: &OrderView, form: Form<'_>) -> Markup {
    let words = visit.words;
    // At first as the order says; then as it was typed.
    let notify = if form.fields.has("verdict") { form.fields.has("notify") } else { view.order.notify };
    let wrong = form.faults.has("reason");
    html! {
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            p { (words.with("desk-decision-lead", &[("name", (&view.order.buyer_name).into())])) }
            ul {
                @for attendee in view.held() {
                    li { (attendee.name()) " " span.muted { (text(visit, attendee.category_name())) } }
                }
            }
            @if view.order.total_cents > 0 {
                p { (words.with("desk-decision-total", &[("total", amount(words, &view.total()).into())])) }
            }
            div."kern-form-input"."kern-form-input--error"[wrong] {
                label.kern-label for="reason" { (words.t("desk-decision-reason")) }
                p.kern-hint #reason-hint { (words.t("desk-decision-reason-hint")) }
                textarea.kern-form-input__input #reason name="reason" rows="3"
                    aria-describedby=(if wrong { "reason-hint reason-error" } else { "reason-hint" })
                    aria-invalid=[wrong.then_some("true")] { (form.fields.get("reason")) }
                @if let Some(sentence) = form.faults.sentence("reason", words) {
                    p.kern-error #reason-error {
                        span."kern-icon kern-icon--danger" aria-hidden="true" {}
                        span.kern-body { (sentence) }
                    }
                }
            }
            div.kern-form-check {
                input.kern-form-check__checkbox #notify type="checkbox" name="notify" checked[notify];
                label.kern-label for="notify" { (words.t("desk-decision-notify")) }
            }
            @if !view.order.notify { p."fine muted" { (words.t("desk-silent")) } }
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" name="verdict" value="approved" {
                    span.kern-label { (words.t("desk-decision-approve")) }
                }
                button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" name="verdict" value="refused" {
                    span.kern-label { (words.t("desk-decision-refuse")) }
                }
            }
        }
    }
}
