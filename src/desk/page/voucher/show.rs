//! One voucher, with all that came of it.

use super::{currency, effect, scope, stands};
use crate::page::state::{of_attendee, state};
use crate::page::timeline;
use crate::query::voucher::VoucherDetail;
use address::desk as at;
use base::Money;
use base::Permission::{OrdersRead, VouchersWrite};
use maud::{Markup, html};
use registration::query::voucher::{MOST, Use};
use ticketing::query::voucher::list::State;
use web::Visit;
use web::layout::{Section, desk_page};

/// `share`: the address of the form with the code in it.
pub fn show(visit: &Visit, detail: &VoucherDetail, share: &str) -> Markup {
    let words = visit.words;
    let view = &detail.view;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.with("desk-voucher-title", &[("code", (&view.code.code).into())]);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Vouchers::new(slug).path()) { (words.t("desk-vouchers-all")) } }
                h1.kern-heading-large { (words.t("desk-voucher-word")) " " span.code { (view.code.code) } }
                p."muted cluster" { (stands(words, State::of(&view.code, visit.now))) span { (effect(words, view, &detail.offer)) } }
            }
            @if visit.may(VouchersWrite) { (actions(visit, slug, detail)) }
        }
        div.desk-grid {
            div.stack { (uses(visit, slug, detail)) }
            div.stack {
                (facts(visit, detail, share))
                (timeline::panel(visit, &detail.timeline, &[]))
            }
        }
    };
    desk_page(visit, Section::Vouchers, &title, main)
}

/// What can be done with it: one that was used is ended, one that was not may be deleted.
fn actions(visit: &Visit, slug: &str, detail: &VoucherDetail) -> Markup {
    let words = visit.words;
    let id = detail.view.id().to_string();
    let ended = detail.view.code.ended_at.is_some();
    html! {
        div.cluster {
            @if !ended {
                a."kern-btn kern-btn--secondary" href=(at::VoucherDetails::new(slug, &id).path()) { span.kern-label { (words.t("desk-hand-edit")) } }
                form method="post" action=(at::VoucherClosure::new(slug, &id).path()) {
                    button."kern-btn kern-btn--secondary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-voucher-end")) } }
                }
            }
            @if detail.uses.is_empty() {
                form method="post" action=(at::VoucherRemoval::new(slug, &id).path()) {
                    button."kern-btn kern-btn--tertiary kern-btn--danger" type="submit" { span.kern-label { (words.t("desk-settings-remove")) } }
                }
            }
        }
    }
}

fn facts(visit: &Visit, detail: &VoucherDetail, share: &str) -> Markup {
    let words = visit.words;
    let (code, voucher) = (&detail.view.code, &detail.view.voucher);
    let money = |cents: i64| words.money(&Money { amount: cents, currency: currency(&detail.offer) });
    let time = |at: base::Time| words.date_time(at, visit.zone());
    let held: Vec<String> =
        detail.held.iter().map(|(quota, n)| format!("{quota}: {}", words.number((*n).into()))).collect();
    html! {
        section."panel kern-level-2" aria-labelledby="facts" {
            h2.kern-heading-small #facts { (words.t("desk-voucher-facts")) }
            dl."key-values key-values--start" {
                div { dt { (words.t("desk-voucher-uses")) } dd.number {
                    (words.with("desk-voucher-used-of", &[("used", code.used.into()), ("max", code.max_uses.into())]))
                } }
                @if voucher.min_uses > 1 { div { dt { (words.t("desk-voucher-min-uses")) } dd.number { (voucher.min_uses) } } }
                div { dt { (words.t("desk-voucher-scope")) } dd { (scope(visit, &detail.view, &detail.offer)) } }
                @if let Some(at) = code.valid_from { div { dt { (words.t("desk-voucher-valid-from")) } dd { (time(at)) } } }
                @if let Some(at) = code.valid_until { div { dt { (words.t("desk-voucher-valid-until")) } dd { (time(at)) } } }
                @if let Some(at) = code.ended_at { div { dt { (words.t("desk-voucher-ended-at")) } dd { (time(at)) } } }
                @if voucher.blocks { div { dt { (words.t("desk-voucher-held")) } dd {
                    @if held.is_empty() { (words.t("desk-voucher-held-none")) } @else { (held.join(", ")) }
                } } }
                @if voucher.passes { div { dt { (words.t("desk-voucher-passes-word")) } dd { (words.t("desk-voucher-passes-means")) } } }
                @if voucher.unlocks { div { dt { (words.t("desk-voucher-unlocks-word")) } dd { (words.t("desk-yes")) } } }
                @if !code.tag.is_empty() { div { dt { (words.t("desk-voucher-tag")) } dd dir="auto" { (code.tag) } } }
                @if !code.note.is_empty() { div { dt { (words.t("desk-voucher-note")) } dd dir="auto" { (code.note) } } }
                div { dt { (words.t("desk-voucher-turnover")) } dd.number { (money(detail.turnover.cents)) } }
                div { dt { (words.t("desk-voucher-waived")) } dd.number { (money(detail.turnover.waived_cents)) } }
            }
            p.fine { (words.t("desk-voucher-share")) br; a href=(share) { (share) } }
        }
    }
}

fn uses(visit: &Visit, slug: &str, detail: &VoucherDetail) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" aria-labelledby="uses" {
            h2.kern-heading-small #uses { (words.t("desk-voucher-orders")) }
            @if detail.uses.is_empty() {
                p.muted { (words.t("desk-voucher-unused")) }
            } @else {
                ul."row-list row-list--bare" { @for one in &detail.uses { (entry(visit, slug, one)) } }
                @if u64::try_from(detail.uses.len()).is_ok_and(|n| n >= MOST) {
                    p.muted { (words.with("desk-voucher-more", &[("count", MOST.into())])) }
                }
            }
        }
    }
}

fn entry(visit: &Visit, slug: &str, one: &Use) -> Markup {
    let words = visit.words;
    let (tone, word) = of_attendee(words, one.state);
    let money = |cents: i64| words.money(&Money { amount: cents, currency: one.currency.clone() });
    let path = at::Attendee::new(slug, &one.code, one.position.to_string()).path();
    let name = base::name::full(&one.given_name, &one.family_name);
    let by = [&one.buyer_name, &one.buyer_organisation];
    let by: Vec<&str> = by.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    html! {
        li {
            div."cluster cluster--between" {
                span dir="auto" {
                    @if visit.may(OrdersRead) { a href=(path) { (name) } } @else { (name) }
                    " · " span.code { (one.code) }
                }
                (state(tone, &word, ""))
            }
            span.sub dir="auto" { (by.join(", ")) }
            span.sub {
                (money(one.price_cents))
                @if one.waived_cents > 0 { " · " (words.with("desk-voucher-waived-of", &[("price", money(one.waived_cents).into())])) }
                " · " (words.date_time(one.made_at, visit.zone()))
                @if let Some(at) = one.freed_at { " · " (words.with("desk-voucher-freed", &[("time", words.date_time(at, visit.zone()).into())])) }
            }
        }
    }
}
