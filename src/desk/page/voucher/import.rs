//! Lists of vouchers: handing one in, and what it would bring.

use crate::page::refusal::refusals;
use crate::page::sheet;
use crate::rules::voucher::{Field, Plan, effect_word};
use address::desk as at;
use maud::{Markup, html};
use paper::sheet::read::Table;
use web::layout::{Section, desk_page};
use web::upload::Upload;
use web::{Faults, Fields, Visit};

/// Vouchers that are shown.
const SHOWN: usize = 20;

pub fn hand_in(visit: &Visit, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let title = words.t("desk-voucher-import");
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(at::Vouchers::new(slug).path()) { (words.t("desk-vouchers-all")) } }
                h1.kern-heading-large { (title) }
                p."muted measure" { (words.t("desk-voucher-import-lead")) }
            }
        }
        (sheet::hand_in(visit, fields, faults))
        section."panel kern-level-2 measure" aria-labelledby="help" {
            h2.kern-heading-small #help { (words.t("desk-voucher-import-help")) }
            dl."key-values key-values--start" {
                @for field in Field::ALL {
                    div { dt { (words.t(field.heading())) } dd { (words.t(&field.meaning())) } }
                }
            }
        }
    };
    desk_page(visit, Section::Vouchers, &title, main)
}

pub fn preview(visit: &Visit, file: &Upload, table: &Table, plan: &Plan) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let title = words.with("desk-import-preview", &[("name", (&file.name).into())]);
    let back = at::VoucherImports::new(slug).path();
    let count = plan.vouchers.len();
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(back) { (words.t("desk-import-back")) } }
                h1.kern-heading-large { (title) }
                p."muted number" { (words.with("desk-import-rows", &[("count", table.rows.len().into())])) }
            }
        }
        @if plan.refusals.is_empty() && count > 0 {
            section."panel kern-level-2" aria-label=(words.t("desk-import-ready")) {
                p { strong { (words.with("desk-voucher-import-ready", &[("count", count.into())])) } }
                form.cluster method="post" action=(at::VoucherImport::new(slug, file.id.to_string()).path()) {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with("desk-voucher-import-take-in", &[("count", count.into())])) }
                    }
                    a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-import-leave")) } }
                }
            }
        } @else {
            @let title = words.with("desk-voucher-import-refused", &[("count", plan.refusals.len().into())]);
            (refusals(visit, &title, &words.t("desk-voucher-import-refused-next"), &plan.refusals))
        }
        @if count > 0 { (vouchers(visit, plan)) }
    };
    desk_page(visit, Section::Vouchers, &title, main)
}

fn vouchers(visit: &Visit, plan: &Plan) -> Markup {
    let words = visit.words;
    html! {
        section."panel kern-level-2" {
            h2.kern-heading-small #first { (words.with("desk-voucher-import-first", &[("count", plan.vouchers.len().min(SHOWN).into())])) }
            div.kern-table-responsive role="region" aria-labelledby="first" tabindex="0" {
                table."kern-table kern-table--small dense" {
                    thead.kern-table__header {
                        tr.kern-table__row {
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("desk-import-line")) }
                            th.kern-table__header scope="col" { (words.t("voucher-sheet-code")) }
                            th."kern-table__header kern-table__header--numeric" scope="col" { (words.t("voucher-sheet-uses")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("voucher-sheet-effect")) }
                            th."kern-table__header wide-only" scope="col" { (words.t("voucher-sheet-tag")) }
                        }
                    }
                    tbody.kern-table__body {
                        @for (line, voucher) in plan.vouchers.iter().take(SHOWN) {
                            tr.kern-table__row {
                                td."kern-table__cell kern-table__cell--numeric" { (line) }
                                td."kern-table__cell code" { (voucher.code) }
                                td."kern-table__cell kern-table__cell--numeric" { (voucher.max_uses) }
                                td."kern-table__cell wide-only" { (words.t(effect_word(voucher.effect))) }
                                td."kern-table__cell wide-only" dir="auto" { (voucher.tag) }
                            }
                        }
                    }
                }
            }
        }
    }
}
