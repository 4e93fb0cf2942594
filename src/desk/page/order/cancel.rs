//! Asks who is cancelled, and why.

use super::path;
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::order::OrderView;
use registration::rules::may_change;
use web::form::Form;
use web::layout::{Section, desk_page, text};
use web::{Faults, Fields, Visit};

/// `fields`: what was typed, or who is ticked at first.
pub fn cancellation(visit: &Visit, view: &OrderView, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let ends_at = visit.congress.as_ref().map_or(visit.now, |congress| congress.ends_at);
    let open: Vec<&AttendeeView> =
        view.attendees.iter().filter(|a| may_change(a.attendee.state, ends_at, visit.now)).collect();
    let title = words.with("desk-cancellation", &[("code", (&view.order.code).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, &view.order)) { (words.t("desk-cancellation-back")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if open.is_empty() {
            p { (words.t("desk-cancellation-closed")) }
        } @else {
            (questions(visit, view, &open, Form::new(words, fields, faults)))
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn questions(visit: &Visit, view: &OrderView, open: &[&AttendeeView], form: Form<'_>) -> Markup {
    let words = visit.words;
    // At first as the order says; then as it was typed.
    let fresh = !form.fields.has("reason");
    let notify = if fresh { view.order.notify } else { form.fields.has("notify") };
    html! {
        form."panel kern-level-2 measure" method="post" novalidate {
            (form.summary())
            p { (words.t("desk-cancellation-meaning")) }
            fieldset."kern-fieldset"."kern-fieldset--error"[form.faults.has("position")]
                aria-describedby=[form.faults.has("position").then_some("position-error")] {
                legend.kern-label { (words.t("desk-cancellation-who")) }
                div.kern-fieldset__body {
                    @for (at, attendee) in open.iter().enumerate() { (tick(visit, attendee, at, open.len(), form)) }
                }
                (error(form, "position"))
            }
            div."kern-form-input"."kern-form-input--error"[form.faults.has("reason")] {
                label.kern-label for="reason" { (words.t("desk-cancellation-reason")) }
                p.kern-hint #reason-hint { (words.t("desk-cancellation-reason-hint")) }
                textarea.kern-form-input__input #reason name="reason" rows="3" required
                    aria-describedby=(if form.faults.has("reason") { "reason-hint reason-error" } else { "reason-hint" })
                    aria-invalid=[form.faults.has("reason").then_some("true")] { (form.fields.get("reason")) }
                (error(form, "reason"))
            }
            div.kern-form-check {
                input.kern-form-check__checkbox #notify type="checkbox" name="notify" checked[notify];
                label.kern-label for="notify" { (words.t("desk-cancellation-notify")) }
            }
            @if !view.order.notify { p."fine muted" { (words.t("desk-silent")) } }
            div.cluster {
                button."kern-btn kern-btn--primary" type="submit" { span.kern-label { (words.t("desk-cancellation-submit")) } }
                a."kern-btn kern-btn--tertiary" href=(path(visit, &view.order)) { span.kern-label { (words.t("desk-cancellation-keep")) } }
            }
        }
    }
}

/// One attendee. Ticked if named; all of them if nobody was and nothing is typed yet; the only one always. The first
/// has the field's own id, so that the list of errors leads there.
fn tick(visit: &Visit, view: &AttendeeView, at: usize, of: usize, form: Form<'_>) -> Markup {
    let position = view.attendee.position.to_string();
    let fresh = !form.fields.has("position") && !form.fields.has("reason");
    let ticked = of == 1 || fresh || form.fields.all("position").any(|typed| typed == position);
    let id = if at == 0 { "position".to_owned() } else { format!("position-{position}") };
    html! {
        div.kern-form-check {
            input.kern-form-check__checkbox id=(id) type="checkbox" name="position" value=(position) checked[ticked]
                aria-invalid=[form.faults.has("position").then_some("true")];
            label.kern-label for=(id) {
                (view.name()) " " span.muted { span.code { (view.number) } ", " (text(visit, view.category_name())) }
            }
        }
    }
}

fn error(form: Form<'_>, name: &str) -> Markup {
    html! {
        @if let Some(sentence) = form.faults.sentence(name, form.words) {
            p.kern-error id={ (name) "-error" } {
                span."kern-icon kern-icon--danger" aria-hidden="true" {}
                span.kern-body { (sentence) }
            }
        }
    }
}
