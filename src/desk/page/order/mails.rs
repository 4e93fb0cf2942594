//! The mails about an order.

use crate::page::mail::{meaning, path, sending, subject};
use crate::page::state::{of_message, state};
use base::Permission::MailWrite;
use maud::{Markup, html};
use post::query::MessageLine;
use web::Visit;

pub(in crate::page) fn panel(visit: &Visit, mails: &[MessageLine]) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="mails" {
            div.panel__head { h2.kern-heading-small #mails { (words.t("desk-order-mails")) } }
            @if mails.is_empty() {
                p.muted { (words.t("desk-order-mails-none")) }
            } @else {
                ul."row-list row-list--bare" { @for mail in mails { (entry(visit, mail)) } }
            }
        }
    }
}

fn entry(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let (tone, word) = of_message(words, mail);
    let at = mail.sent_at.unwrap_or(mail.created_at);
    html! {
        li."stack stack--none" {
            div."cluster cluster--between" {
                a href=(path(visit, mail)) { (subject(words, mail)) }
                (state(tone, &word, ""))
            }
            span.sub {
                (words.with("desk-mail-to", &[("to", (&mail.to_address).into())])) " · " (words.short(at, visit.zone()))
                @if let Some(trouble) = mail.trouble { " · " (meaning(visit, trouble)) }
                @if let Some(answer) = &mail.answer { " · " (answer) }
            }
            @if visit.may(MailWrite) { (sending(visit, mail)) }
        }
    }
}
