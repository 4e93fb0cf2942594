//! Several mails at once: choosing them, and what would happen.

use super::{path, subject};
use crate::form::list::Asked as _;
use crate::form::mail_batch::{self, Asked};
use crate::page::list::{self, hidden};
use crate::page::state::{of_message, state};
use crate::query::mail::{Chosen, MOST};
use maud::{Markup, html};
use post::query::{MessageLine, Ripe};
use web::Visit;
use web::layout::{Section, desk_page};

/// What can be done with the mails that are ticked.
pub(super) const DEEDS: [list::Deed; 2] =
    [("send", "send", "desk-mails-batch-send"), ("hold", "block", "desk-mails-batch-hold")];

/// What would happen, and to which; what cannot be done, and why.
pub fn batch(visit: &Visit, wanted: &Asked, found: &Chosen) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let name = mail_batch::name(wanted.deed);
    let title = words.t(&format!("desk-mails-{name}-title"));
    let count = [("count", found.suits.len().into())];
    let back = wanted.search.path(slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(back) { (words.t("desk-batch-back")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if found.more { p { strong { (words.with("desk-mails-more", &[("most", MOST.into())])) } } }
        @if found.suits.is_empty() {
            section."panel kern-level-2" aria-label=(title) {
                p { strong { (words.t("desk-mails-batch-nothing")) } }
                p.muted { (words.t("desk-mails-batch-nothing-next")) }
            }
        } @else {
            form."panel kern-level-2" method="post" aria-label=(title) {
                p { strong { (words.with(&format!("desk-mails-{name}-what"), &count)) } }
                @if wanted.deed == Ripe::Send { p.measure { (words.t("desk-mails-send-meaning")) } }
                (hidden(&wanted.search))
                input type="hidden" name="deed" value=(name);
                @for mail in &found.suits { input type="hidden" name="mail" value=(mail.id); }
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with(&format!("desk-mails-{name}-submit"), &count)) }
                    }
                    a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-mail-address-keep")) } }
                }
                (table(visit, "done-to", &words.t("desk-mails-batch-done-to"), &found.suits))
            }
        }
        @if !found.refused.is_empty() {
            section."panel kern-level-2" aria-labelledby="refused-title" {
                h2.kern-heading-small #refused-title { (words.with("desk-mails-refused", &[("count", found.refused.len().into())])) }
                p.measure { (words.t(&format!("desk-mails-{name}-why"))) }
                (table(visit, "refused", &words.t("desk-mails-refused-caption"), &found.refused))
            }
        }
    };
    desk_page(visit, Section::Mails, &title, main)
}

fn table(visit: &Visit, id: &str, caption: &str, mails: &[MessageLine]) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby=(id) tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only id=(id) { (caption) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-column-subject")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-to")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                    }
                }
                tbody.kern-table__body {
                    @for mail in mails {
                        @let (tone, word) = of_message(words, mail);
                        tr.kern-table__row {
                            th.kern-table__header scope="row" {
                                a href=(path(visit, mail)) { (subject(words, mail)) }
                                span."sub narrow-only" { (mail.to_address) }
                                (state(tone, &word, "narrow-only"))
                            }
                            td."kern-table__cell wide-only" { (mail.to_address) }
                            td."kern-table__cell wide-only" { (state(tone, &word, "")) }
                        }
                    }
                }
            }
        }
    }
}
