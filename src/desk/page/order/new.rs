//! Ordering for somebody: on the phone, at the desk.

use super::choice::told;
use super::trouble::alert;
use super::{all, change, extra};
use crate::form::placement::{Placement, VOUCHER};
use crate::page::billing;
use crate::query::placement::{Choice, Offer};
use address::settings::{Categories, Settings};
use base::Permission::CongressWrite;
use maud::{Markup, html};
use registration::form::MAX_ATTENDEES;
use registration::form::people::SHOWN_SELF;
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Phase, Visit};

/// `notice`: what happened instead of what the button says.
pub fn new(visit: &Visit, typed: &Placement, offer: &Offer, faults: &Faults, notice: Option<String>) -> Markup {
    let words = visit.words;
    let title = words.t("desk-hand-new");
    let form = Form::new(words, &typed.people.fields, faults);
    let open = offer.tickets.iter().any(|choice| choice.closed.is_none());
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(all(visit)) { (words.t("desk-orders-all")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if !open {
            (closed(visit, &offer.tickets))
        } @else {
            form."stack" method="post" novalidate {
                // The first button of a form is what the enter key presses.
                button.kern-sr-only type="submit" name="action" value="place" tabindex="-1" aria-hidden="true" { (words.t("desk-hand-place")) }
                (form.hidden("placement"))
                @if typed.people.has_buyer() { (form.hidden(SHOWN_SELF)) }
                @if typed.people.joined { (alert("info", html! { p.kern-body { (words.t("desk-hand-joined")) } })) }
                @if let Some(notice) = notice { div role="status" { (alert("info", html! { p.kern-body { (notice) } })) } }
                (form.summary())
                section."panel kern-level-2" aria-labelledby="who" {
                    h2.kern-heading-small #who { (words.t("desk-buyer")) }
                    (change::buyer_inputs(words, form))
                    @if offer.costs() { (billing::inputs(words, form, "billing-hint")) }
                    (form.checkbox("self", html! { (words.t("desk-hand-self")) }))
                }
                section."panel kern-level-2" aria-labelledby="people" {
                    h2.kern-heading-small #people { (words.t("desk-attendees")) }
                    p.muted { (words.t("desk-hand-people-hint")) }
                    div."stack stack--none" { @for n in 1..=typed.people.count { (person(visit, form, typed, offer, n)) } }
                    @if typed.people.count < MAX_ATTENDEES {
                        div {
                            button."kern-btn kern-btn--secondary" type="submit" name="action" value="add" {
                                span."kern-icon kern-icon--add" aria-hidden="true" {}
                                span.kern-label { (words.t("desk-hand-add")) }
                            }
                        }
                    }
                    @if typed.people.count < MAX_ATTENDEES || typed.people.has_pasted() {
                        details open[typed.people.has_pasted()] {
                            summary { (words.t("desk-hand-paste-title")) }
                            div."stack" {
                                (form.textarea("paste", &words.t("desk-hand-paste")).hint(&words.t("desk-hand-paste-hint")).rows(5))
                                div {
                                    button."kern-btn kern-btn--secondary" type="submit" name="action" value="paste" {
                                        span.kern-label { (words.t("desk-hand-paste-submit")) }
                                    }
                                }
                            }
                        }
                    }
                }
                section."panel kern-level-2" aria-labelledby="rest" {
                    h2.kern-heading-small #rest { (words.t("desk-hand-rest")) }
                    div.form-grid {
                        (form.input(VOUCHER, &words.t("desk-hand-voucher")).code().hint(&words.t("desk-hand-voucher-hint")).autocomplete("off").optional())
                    }
                    (form.textarea("note", &words.t("desk-note")).hint(&words.t("desk-note-hint")).optional())
                    (form.checkbox("notify", html! { (words.t("desk-hand-notify")) }))
                    (form.checkbox("test", html! { (words.t("desk-test-order")) " " span.muted { (words.t("desk-test-order-hint")) } }))
                    div {
                        button."kern-btn kern-btn--primary" type="submit" name="action" value="place" {
                            span.kern-label { (words.t("desk-hand-place")) }
                        }
                    }
                }
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

/// Why nobody can be registered, and what to do.
fn closed(visit: &Visit, choices: &[Choice]) -> Markup {
    let words = visit.words;
    let Some(congress) = &visit.congress else { return Markup::default() };
    let (why, next) = match congress.state {
        Phase::Draft => {
            ("desk-hand-new-draft", Some((Settings::new(&congress.slug).path(), "desk-hand-new-draft-next")))
        }
        Phase::Open if choices.is_empty() => {
            ("desk-hand-new-none", Some((Categories::new(&congress.slug).path(), "desk-hand-new-none-next")))
        }
        Phase::Open | Phase::Over => ("desk-hand-new-over", None),
    };
    html! {
        section."panel kern-level-2" {
            p.measure { (words.t(why)) }
            @if let Some((path, word)) = next.filter(|_| visit.may(CongressWrite)) {
                div { a."kern-btn kern-btn--secondary" href=(path) { span.kern-label { (words.t(word)) } } }
            }
        }
    }
}

fn person(visit: &Visit, form: Form, typed: &Placement, offer: &Offer, n: usize) -> Markup {
    let words = visit.words;
    let name = |part: &str| format!("{part}-{n}");
    let [given, family, email, organisation, category] =
        ["given", "family", "email", "organisation", "category"].map(name);
    let title = words.with("desk-hand-person", &[("number", n.into())]);
    let offered = offer.tickets.iter().filter(|c| c.closed.is_none() || c.slug() == typed.people.of("category", n));
    html! {
        fieldset.attendee {
            legend.kern-sr-only { (title) }
            div.attendee__head {
                p.kern-label aria-hidden="true" { (title) }
                @if typed.people.count > 1 {
                    button."kern-btn kern-btn--tertiary" type="submit" name="action" value={ "remove-" (n) } {
                        span.kern-label { (words.t("desk-hand-remove")) span.kern-sr-only { ": " (title) } }
                    }
                }
            }
            div.attendee__fields {
                (form.input(&given, &words.t("desk-field-given-name")).autocomplete("off"))
                (form.input(&family, &words.t("desk-field-family-name")).autocomplete("off").required())
                (form.input(&email, &words.t("desk-field-mailbox")).email().autocomplete("off").optional())
            }
            div.form-grid {
                (form.input(&organisation, &words.t("desk-field-organisation")).autocomplete("off").optional())
                (form.select(&category, &words.t("desk-field-category")).options(
                    offered.map(|choice| (choice.slug().to_owned(), told(visit, choice)))
                ))
            }
            (extra::boxes(visit, form, typed, offer, n))
        }
    }
}
