//! The outbox in short.

use super::tile::mails_path;
use crate::page::mail::{path, subject};
use crate::page::state::{of_message, state};
use crate::query::overview::OutboxView;
use maud::{Markup, html};
use post::query::MessageLine;
use web::Visit;

/// The newest mails that did not go out, whatever the reason.
const SHOWN: usize = 4;

pub(super) fn panel(visit: &Visit, outbox: &OutboxView) -> Markup {
    let words = visit.words;
    let mut newest: Vec<&MessageLine> = outbox.trouble.iter().chain(&outbox.waiting).collect();
    newest.sort_by_key(|mail| std::cmp::Reverse(mail.created_at));
    newest.truncate(SHOWN);
    html! {
        section."panel kern-level-2" aria-labelledby="mails" {
            div.panel__head {
                h2.kern-heading-small #mails { (words.t("desk-outbox")) }
                a.fine href=(mails_path(visit, None)) { (words.t("desk-outbox-all")) }
            }
            @if newest.is_empty() {
                p.muted { (words.with("desk-outbox-empty", &[("sent", outbox.counts.sent.into())])) }
            } @else {
                ul."row-list row-list--bare" {
                    @for mail in newest { (entry(visit, mail)) }
                }
            }
        }
    }
}

fn entry(visit: &Visit, mail: &MessageLine) -> Markup {
    let words = visit.words;
    let (tone, word) = of_message(words, mail);
    html! {
        li."stack stack--none" {
            div."cluster cluster--between" {
                a href=(path(visit, mail)) { (subject(words, mail)) }
                (state(tone, &word, ""))
            }
            span.sub {
                (words.with("desk-mail-to", &[("to", (&mail.to_address).into())]))
                @if let Some(answer) = &mail.answer { " · " (answer) }
                @if mail.attempts > 0 { " · " (words.with("desk-mail-attempts", &[("count", mail.attempts.into())])) }
            }
        }
    }
}
