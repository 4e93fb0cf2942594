//! Vouchers, found and listed, and what they come to by tag.

use super::{currency, effect, scope, stands};
use crate::form::list::Asked;
use crate::form::voucher::{VoucherSearch, tag_name};
use crate::page::chip::{Chip, chips};
use crate::page::list::{choice, export, query};
use crate::page::pagination::{pagination, rows};
use crate::query::voucher::VoucherList;
use address::desk as at;
use base::Money;
use base::Permission::VouchersWrite;
use maud::{Markup, html};
use ticketing::query::voucher::VoucherView;
use ticketing::query::voucher::list::State;
use web::Visit;
use web::layout::{Section, desk_page};

pub fn list(visit: &Visit, list: &VoucherList) -> Markup {
    let words = visit.words;
    let title = words.t("desk-vouchers");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-vouchers-lead")) }
            }
            div.cluster {
                (export(words, &at::VoucherExports::new(slug).path(), &list.search, list.page.total))
                @if visit.may(VouchersWrite) {
                    a."kern-btn kern-btn--secondary" href=(at::VoucherImports::new(slug).path()) { span.kern-label { (words.t("desk-import")) } }
                    a."kern-btn kern-btn--secondary" href=(at::VoucherBatch::new(slug).path()) { span.kern-label { (words.t("desk-voucher-batch")) } }
                    a."kern-btn kern-btn--primary" href=(at::VoucherDetails::new(slug, "new").path()) {
                        span."kern-icon kern-icon--add" aria-hidden="true" {}
                        span.kern-label { (words.t("desk-voucher-new")) }
                    }
                }
            }
        }
        @if list.tags.is_empty() {
            section."panel kern-level-2" aria-label=(title) {
                p { strong { (words.t("desk-vouchers-none")) } }
                p.muted { (words.t("desk-vouchers-none-next")) }
            }
        } @else {
            (filter(visit, slug, list))
            section."panel kern-level-2" aria-label=(title) {
                @if list.vouchers.is_empty() {
                    p { strong { (words.t("desk-vouchers-nothing")) } }
                    p { a href=(at::Vouchers::new(slug).path()) { (words.t("desk-vouchers-show-all")) } }
                } @else {
                    (table(visit, slug, list))
                    (pagination(words, list.page, |n| list.search.with_page(n).path(slug)))
                }
            }
            (by_tag(visit, slug, list))
        }
    };
    desk_page(visit, Section::Vouchers, &title, main)
}

fn filter(visit: &Visit, slug: &str, list: &VoucherList) -> Markup {
    let words = visit.words;
    let search = &list.search;
    let named = |tag: &str| if tag.is_empty() { words.t("desk-voucher-untagged") } else { tag.to_owned() };
    let tags: Vec<(String, Markup)> =
        list.tags.iter().map(|(tag, _)| (tag_name(&tag.tag), html! { (named(&tag.tag)) })).collect();
    let chosen = search.tag.as_deref().map(tag_name).unwrap_or_default();
    html! {
        form."panel kern-level-2" action=(at::Vouchers::new(slug).path()) aria-label=(words.t("desk-voucher-filter")) {
            div.filters {
                (query(&words.t("desk-voucher-filter-query"), &search.query))
                (choice("tag", &words.t("desk-voucher-tag"), &words.t("desk-filter-all"), &tags, &chosen))
                @if let Some(state) = search.state { input type="hidden" name="state" value=(state.name()); }
                button."kern-btn kern-btn--secondary" type="submit" { span.kern-label { (words.t("desk-filter-submit")) } }
            }
            (chips(words, &words.t("desk-filter-state"), &states(visit, slug, list)))
        }
    }
}

/// All, and each state that there is.
fn states(visit: &Visit, slug: &str, list: &VoucherList) -> Vec<Chip> {
    let words = visit.words;
    let search: &VoucherSearch = &list.search;
    let chip = |word: String, count: i64, state: Option<State>| Chip {
        word,
        count,
        path: search.with_state(state).path(slug),
        current: search.state == state,
    };
    let all = list.states.iter().map(|(_, n)| n).sum();
    let there = list.states.iter().filter(|(state, n)| *n > 0 || search.state == Some(*state));
    let each = there.map(|(state, n)| chip(words.t(&format!("desk-voucher-state-{}", state.name())), *n, Some(*state)));
    std::iter::once(chip(words.t("desk-filter-all"), all, None)).chain(each).collect()
}

fn table(visit: &Visit, slug: &str, list: &VoucherList) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby="list" tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only #list { (words.with("desk-vouchers-caption", &[("rows", rows(words, list.page).into())])) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-voucher-code")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-voucher-means")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-voucher-tag")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-voucher-uses")) }
                        th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-voucher-waived")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-column-state")) }
                    }
                }
                tbody.kern-table__body { @for view in &list.vouchers { (row(visit, slug, list, view)) } }
            }
        }
    }
}

fn row(visit: &Visit, slug: &str, list: &VoucherList, view: &VoucherView) -> Markup {
    let words = visit.words;
    let code = &view.code;
    let waived = list.turnover.get(&view.id()).map_or(0, |turnover| turnover.waived_cents);
    let money = words.money(&Money { amount: waived, currency: currency(&list.offer) });
    let stands = stands(words, State::of(code, visit.now));
    let used = uses(visit, code.used.into(), code.max_uses.into());
    html! {
        tr.kern-table__row {
            th.kern-table__header scope="row" {
                a.code href=(at::Voucher::new(slug, view.id().to_string()).path()) { (code.code) }
                @if !code.note.is_empty() { span.sub dir="auto" { (code.note) } }
                span."sub narrow-only" { (effect(words, view, &list.offer)) " · " (used) " · " (stands) }
            }
            td."kern-table__cell wide-only" {
                (effect(words, view, &list.offer))
                span.sub { (scope(visit, view, &list.offer)) (extras(visit, view)) }
            }
            td."kern-table__cell wide-only" dir="auto" { (code.tag) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { (used) }
            td."kern-table__cell kern-table__cell--numeric wide-only" { @if waived > 0 { (money) } @else { "–" } }
            td."kern-table__cell wide-only" { (stands) }
        }
    }
}

/// What else it does: holds places, passes quotas, opens tickets.
fn extras(visit: &Visit, view: &VoucherView) -> Markup {
    let words = visit.words;
    let voucher = &view.voucher;
    let all = [
        (voucher.blocks, "desk-voucher-is-blocking"),
        (voucher.passes, "desk-voucher-is-passing"),
        (voucher.unlocks, "desk-voucher-is-unlocking"),
    ];
    html! { @for (_, key) in all.into_iter().filter(|(is, _)| *is) { " · " (words.t(key)) } }
}

/// "3 von 5".
fn uses(visit: &Visit, used: i64, of: i64) -> String {
    visit.words.with("desk-voucher-used-of", &[("used", used.into()), ("max", of.into())])
}

/// What they come to by tag.
fn by_tag(visit: &Visit, slug: &str, list: &VoucherList) -> Markup {
    let words = visit.words;
    let money = |cents: i64| words.money(&Money { amount: cents, currency: currency(&list.offer) });
    html! {
        section."panel kern-level-2" {
            h2.kern-heading-small #tags { (words.t("desk-voucher-by-tag")) }
            p.muted { (words.t("desk-voucher-by-tag-means")) }
            div.kern-table-responsive role="region" aria-labelledby="tags" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th.kern-table__header scope="col" { (words.t("desk-voucher-tag")) }
                            th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-voucher-codes")) }
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-voucher-uses")) }
                            th."kern-table__header kern-table__header--numeric wide-only" scope="col" { (words.t("desk-voucher-turnover")) }
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-voucher-waived")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for (tag, turnover) in &list.tags {
                            tr.kern-table__row {
                                th.kern-table__header scope="row" dir="auto" {
                                    a href=(VoucherSearch::of_tag(&tag.tag).path(slug)) {
                                        @if tag.tag.is_empty() { (words.t("desk-voucher-untagged")) } @else { (tag.tag) }
                                    }
                                }
                                td."kern-table__cell kern-table__cell--numeric wide-only" { (words.number(tag.codes)) }
                                td."kern-table__cell kern-table__cell--numeric" { (uses(visit, tag.used, tag.max_uses)) }
                                td."kern-table__cell kern-table__cell--numeric wide-only" { (money(turnover.cents)) }
                                td."kern-table__cell kern-table__cell--numeric" { (money(turnover.waived_cents)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
