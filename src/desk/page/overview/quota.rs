//! Where every seat is.

use super::tile::places_path;
use crate::page::meter::{Meter, legend};
use crate::query::overview::QuotaLine;
use locale::Words;
use maud::{Markup, html};
use web::Visit;

pub(super) fn panel(visit: &Visit, quotas: &[QuotaLine]) -> Markup {
    let words = visit.words;
    let pending = quotas.iter().any(|quota| quota.pending > 0);
    html! {
        section."panel kern-level-2" aria-labelledby="places" {
            div.panel__head {
                h2.kern-heading-small #places { (words.t("desk-quotas")) }
                a.fine href=(places_path(visit)) { (words.t("desk-quotas-why")) }
            }
            @if quotas.is_empty() {
                p.muted { (words.t("desk-quotas-empty")) }
            } @else {
                ul."stack plain-list" { @for quota in quotas { (line(words, quota)) } }
            }
            @if pending { (legend(words)) }
        }
    }
}

fn line(words: Words, quota: &QuotaLine) -> Markup {
    let meter = Meter { size: quota.size, taken: quota.taken, pending: quota.pending };
    html! {
        li."stack stack--s" {
            div."cluster cluster--between" {
                strong { (quota.name) }
                (meter.numbers(words))
            }
            (meter.bar(words))
        }
    }
}
