//! The forms that change an order or a ticket of it.

use super::choice::told_beside;
use super::edit::{Head, Sheet, page};
use super::{path, ticket_path};
use crate::page::billing;
use crate::query::placement::Choice;
use base::Language;
use locale::Words;
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::extra::ExtraView;
use registration::query::order::OrderView;
use web::Visit;
use web::form::Form;

/// Corrects who orders.
pub fn buyer(visit: &Visit, view: &OrderView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-hand-buyer", &[("code", (&view.order.code).into())]);
    let (at, back) = (format!("{}/buyer", path(visit, &view.order)), path(visit, &view.order));
    framed(visit, &title, (&back, "desk-hand-back"), &at, "desk-hand-save", sheet, |form| {
        html! {
            p.muted { (words.t("desk-hand-buyer-hint")) }
            (buyer_inputs(words, form))
            (billing::inputs(words, form, "billing-hint"))
            (after(words, form, "desk-hand-end-link-order"))
        }
    })
}

/// Kind, name, organisation, address and language of who orders.
pub(super) fn buyer_inputs(words: Words, form: Form) -> Markup {
    let kinds = ["public_body", "business", "person"]
        .map(|kind| (kind, words.t(&format!("desk-buyer-{}", kind.replace('_', "-")))));
    html! {
        div.form-grid {
            (form.select("buyer-kind", &words.t("desk-field-kind")).option("", words.t("desk-hand-choose")).options(kinds).required())
            (form.input("buyer-organisation", &words.t("desk-field-organisation")).autocomplete("off"))
            (form.input("buyer-name", &words.t("desk-field-name")).autocomplete("off").required())
            (form.input("buyer-email", &words.t("desk-field-mailbox")).email().autocomplete("off").required())
            (form.select("language", &words.t("desk-field-language")).options(languages()))
        }
    }
}

fn languages() -> [(String, String); 2] {
    Language::ALL.map(|language| (language.to_string(), Words::new(language).t("web-language-name")))
}

/// What follows when the address is another one.
fn after(words: Words, form: Form, end_link: &str) -> Markup {
    html! {
        fieldset.kern-fieldset {
            legend.kern-label { (words.t("desk-hand-after")) }
            div.kern-fieldset__body {
                (form.checkbox("send", html! { (words.t("desk-hand-send")) }))
                (form.checkbox("end-link", html! { (words.t(end_link)) }))
            }
        }
    }
}

/// Corrects who attends.
pub fn details(visit: &Visit, view: &OrderView, attendee: &AttendeeView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-hand-details", &[("name", attendee.name().into())]);
    let back = ticket_path(visit, &view.order, attendee.attendee.position);
    let at = format!("{back}/details");
    framed(visit, &title, (&back, "desk-hand-back-ticket"), &at, "desk-hand-save", sheet, |form| {
        html! {
            p.muted { (words.t("desk-hand-details-hint")) }
            (person_inputs(words, form))
            (after(words, form, "desk-hand-end-link"))
        }
    })
}

/// What staff write about an order.
pub fn note(visit: &Visit, view: &OrderView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-hand-note", &[("code", (&view.order.code).into())]);
    let (at, back) = (format!("{}/note", path(visit, &view.order)), path(visit, &view.order));
    framed(visit, &title, (&back, "desk-hand-back"), &at, "desk-hand-note-save", sheet, |form| {
        html! { (form.textarea("note", &words.t("desk-note")).hint(&words.t("desk-note-hint")).rows(6)) }
    })
}

/// Another category.
pub fn category(
    visit: &Visit,
    view: &OrderView,
    (attendee, beside): (&AttendeeView, &[ExtraView]),
    choices: &[Choice],
    sheet: &Sheet,
) -> Markup {
    let words = visit.words;
    let names: Vec<&str> = beside.iter().map(|one| one.category.name.in_language(visit.language)).collect();
    let title = words.with("desk-hand-rebook", &[("name", attendee.name().into())]);
    let back = ticket_path(visit, &view.order, attendee.attendee.position);
    let at = format!("{back}/category");
    framed(visit, &title, (&back, "desk-hand-back-ticket"), &at, "desk-hand-rebook-submit", sheet, |form| {
        html! {
            p { (words.t("desk-hand-rebook-hint")) }
            p.muted { (words.t("desk-hand-rebook-price")) }
            @if !names.is_empty() { p { (words.with("desk-hand-rebook-extras", &[("names", names.join(", ").into())])) } }
            (form.select("category", &words.t("desk-field-category")).options(
                choices.iter().map(|c| (c.slug().to_owned(), told_beside(visit, c, attendee)))
            ))
            (form.checkbox("send", html! { (words.t("desk-hand-rebook-send")) }))
        }
    })
}

/// Hands the ticket to somebody else.
pub fn transfer(visit: &Visit, view: &OrderView, attendee: &AttendeeView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-transfer", &[("name", attendee.name().into())]);
    let back = ticket_path(visit, &view.order, attendee.attendee.position);
    let at = format!("{back}/transfer");
    framed(visit, &title, (&back, "desk-hand-back-ticket"), &at, "desk-transfer-submit", sheet, |form| {
        html! {
            p.muted { (words.t("desk-transfer-hint")) }
            (person_inputs(words, form))
            (form.checkbox("send", html! { (words.t("desk-transfer-send")) }))
        }
    })
}

/// Name, organisation, address and language of who attends.
fn person_inputs(words: Words, form: Form) -> Markup {
    html! {
        div.form-grid {
            (form.input("given-name", &words.t("desk-field-given-name")).autocomplete("off"))
            (form.input("family-name", &words.t("desk-field-family-name")).autocomplete("off").required())
            (form.input("organisation", &words.t("desk-field-organisation")).autocomplete("off"))
            (form.input("email", &words.t("desk-field-mailbox")).email().autocomplete("off").required())
            (form.select("language", &words.t("desk-field-language")).options(languages()))
        }
    }
}

/// Ends the link of an order.
pub fn order_link(visit: &Visit, view: &OrderView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-hand-link", &[("code", (&view.order.code).into())]);
    let (at, back) = (format!("{}/link", path(visit, &view.order)), path(visit, &view.order));
    framed(visit, &title, (&back, "desk-hand-back"), &at, "desk-hand-link-submit", sheet, |form| {
        html! {
            p { (words.t("desk-hand-link-meaning")) }
            (form.checkbox("send", html! { (words.with("desk-hand-link-send", &[("to", (&view.buyer_address).into())])) }))
        }
    })
}

/// Ends the link of an attendee, and the code if asked.
pub fn attendee_link(visit: &Visit, view: &OrderView, attendee: &AttendeeView, sheet: &Sheet) -> Markup {
    let words = visit.words;
    let title = words.with("desk-hand-ticket-link", &[("name", attendee.name().into())]);
    let back = ticket_path(visit, &view.order, attendee.attendee.position);
    let at = format!("{back}/link");
    framed(visit, &title, (&back, "desk-hand-back-ticket"), &at, "desk-hand-link-submit", sheet, |form| {
        html! {
            p { (words.t("desk-hand-ticket-link-meaning")) }
            (form.checkbox("ticket", html! { (words.t("desk-hand-link-code")) }))
            (form.checkbox("send", html! { (words.with("desk-hand-link-send", &[("to", (&attendee.address).into())])) }))
        }
    })
}

fn framed(
    visit: &Visit,
    title: &str,
    (back, back_word): (&str, &str),
    at: &str,
    submit: &str,
    sheet: &Sheet,
    body: impl FnOnce(Form) -> Markup,
) -> Markup {
    let words = visit.words;
    let head = Head { title, back, back_word: &words.t(back_word), submit: &words.t(submit) };
    page(visit, &head, at, sheet, body)
}
