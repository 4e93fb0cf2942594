//! Where every seat is.

use crate::query::overview::QuotaLine;
use locale::{Arg, Words};
use maud::{Markup, html};

pub(super) fn panel(words: Words, quotas: &[QuotaLine]) -> Markup {
    let pending = quotas.iter().any(|quota| quota.pending > 0);
    html! {
        section."panel kern-level-2" aria-labelledby="places" {
            div.panel__head { h2.kern-heading-small #places { (words.t("desk-quotas")) } }
            @if quotas.is_empty() {
                p.muted { (words.t("desk-quotas-empty")) }
            } @else {
                ul."stack plain-list" { @for quota in quotas { (line(words, quota)) } }
            }
            @if pending {
                ul.legend {
                    (legend("seat-meter__sold", &words.t("desk-quota-sold")))
                    (legend("seat-meter__wait", &words.t("desk-quota-pending")))
                }
            }
        }
    }
}

fn legend(class: &str, word: &str) -> Markup {
    html! {
        li {
            svg viewBox="0 0 14 14" aria-hidden="true" { rect class=(class) width="14" height="14" {} }
            (word)
        }
    }
}

fn line(words: Words, quota: &QuotaLine) -> Markup {
    let taken = i64::from(quota.taken);
    html! {
        li."stack stack--s" {
            div."cluster cluster--between" {
                strong { (quota.name) }
                span.number {
                    @if let Some(size) = quota.size {
                        (words.with("desk-quota-taken", &[("taken", taken.into()), ("size", size.into())]))
                        " · "
                        strong { (words.with("desk-tile-free", &[("free", free(quota, size).into())])) }
                    } @else {
                        (words.with("desk-quota-unlimited", &[("taken", taken.into())]))
                    }
                }
            }
            @if let Some(size) = quota.size { (meter(words, quota, size)) }
        }
    }
}

fn free(quota: &QuotaLine, size: i32) -> i64 {
    i64::from(size.saturating_sub(quota.taken).max(0))
}

fn meter(words: Words, quota: &QuotaLine, size: i32) -> Markup {
    let sold = i64::from(quota.taken) - quota.pending;
    let args: [(&'static str, Arg); 4] = [
        ("sold", sold.into()),
        ("pending", quota.pending.into()),
        ("free", free(quota, size).into()),
        ("size", size.into()),
    ];
    let share = |n: i64| format!("{}%", n * 100 / i64::from(size).max(1));
    html! {
        svg."seat-meter"."seat-meter--full"[quota.taken >= size] role="img" aria-label=(words.with("desk-quota-meter", &args)) {
            rect.seat-meter__sold x="0%" width=(share(sold)) height="100%" {}
            @if quota.pending > 0 { rect.seat-meter__wait x=(share(sold)) width=(share(quota.pending)) height="100%" {} }
        }
    }
}
