//! Several orders at once: choosing them, and what would happen.

use crate::form::batch::{Asked as Wanted, Deed};
use crate::form::list::Asked as _;
use crate::page::list::{self, hidden};
use crate::page::state::{of_order, state};
use maud::{Markup, html};
use registration::query::attendee::AttendeeView;
use registration::query::order::OrderView;
use registration::service::batch::{MOST, Preview};
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

/// What can be done with the orders that are ticked.
pub(super) const DEEDS: [list::Deed; 4] = [
    ("mail", "send", "desk-batch-mail"),
    ("approve", "event-ok", "desk-batch-approve"),
    ("refuse", "block", "desk-batch-refuse"),
    ("cancel", "block", "desk-batch-cancel"),
];

/// What would happen, and to whom; what cannot be done, and why. `changed`: it is not what was shown before.
pub fn preview(
    visit: &Visit,
    wanted: &Wanted,
    found: &Preview,
    fields: &Fields,
    faults: &Faults,
    changed: bool,
) -> Markup {
    let words = visit.words;
    let slug = visit.congress.as_ref().map_or("", |congress| &congress.slug);
    let deed = wanted.deed.name();
    let title = words.t(&format!("desk-batch-{deed}-title"));
    let count = [("orders", found.orders.len().into()), ("tickets", found.tickets().into())];
    let back = wanted.search.path(slug);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(back) { (words.t("desk-batch-back")) } }
                h1.kern-heading-large { (title) }
            }
        }
        @if changed { (note("warning", &words.t("desk-batch-changed"))) }
        @if found.more.is_some() { (note("info", &words.with("desk-batch-more", &[("most", MOST.into())]))) }
        @if found.orders.is_empty() {
            section."panel kern-level-2" aria-label=(title) {
                p { strong { (words.t("desk-batch-nothing")) } }
                p.muted { (words.t("desk-batch-nothing-next")) }
            }
        } @else {
            form."panel kern-level-2" method="post" novalidate aria-label=(title) {
                (Form::new(words, fields, faults).summary())
                p { strong { (words.with(&format!("desk-batch-{deed}-what"), &count)) } }
                @if wanted.deed == Deed::Cancel { p.measure { (words.t("desk-cancellation-meaning")) } }
                @if wanted.deed.asks() { (questions(visit, wanted.deed, fields, faults)) }
                (carried(wanted, found, fields))
                div.cluster {
                    button."kern-btn kern-btn--primary" type="submit" {
                        span.kern-label { (words.with(&format!("desk-batch-{deed}-submit"), &count)) }
                    }
                    a."kern-btn kern-btn--tertiary" href=(back) { span.kern-label { (words.t("desk-cancellation-keep")) } }
                }
                (table(visit, "desk-batch-done-to", "done-to", &found.orders, None))
            }
        }
        @if !found.refused.is_empty() {
            section."panel kern-level-2" aria-labelledby="refused-title" {
                h2.kern-heading-small #refused-title { (words.with("desk-batch-refused", &[("count", found.refused.len().into())])) }
                (table(visit, "desk-batch-refused-caption", "refused", &found.refused, Some(why(visit, deed))))
            }
        }
    };
    desk_page(visit, Section::Orders, &title, main)
}

fn why(visit: &Visit, deed: &str) -> String {
    visit.words.t(&format!("desk-batch-why-{deed}"))
}

fn note(tone: &str, sentence: &str) -> Markup {
    html! {
        div class={ "kern-alert kern-alert--" (tone) " kern-alert--line" } role="status" {
            div.kern-alert__header {
                span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
                span.kern-title { (sentence) }
            }
        }
    }
}

/// Why, and whether to tell them.
fn questions(visit: &Visit, deed: Deed, fields: &Fields, faults: &Faults) -> Markup {
    let words = visit.words;
    let form = Form::new(words, fields, faults);
    html! {
        @let reason = words.t(if deed == Deed::Cancel { "desk-cancellation-reason" } else { "desk-decision-reason" });
        @let hint = words.t("desk-batch-reason-hint");
        @let input = form.input("reason", &reason).hint(&hint);
        @if deed == Deed::Approve { (input.optional()) } @else { (input.required()) }
        (form.checkbox("notify", html! { (words.t("desk-batch-notify")) }))
    }
}

/// What goes along: which orders, and what was seen of them.
fn carried(wanted: &Wanted, found: &Preview, fields: &Fields) -> Markup {
    let none = Faults::new();
    let form = Form::new(locale::Words::new(base::Language::De), fields, &none);
    html! {
        (hidden(&wanted.search))
        input type="hidden" name="deed" value=(wanted.deed.name());
        @if wanted.all { input type="hidden" name="all" value="1"; }
        @for code in &wanted.codes { input type="hidden" name="order" value=(code); }
        @if let Some(after) = wanted.after { input type="hidden" name="after" value=(after); }
        input type="hidden" name="key" value=(wanted.key);
        (form.seen(&found.seen()))
    }
}

fn table(visit: &Visit, caption: &str, id: &str, orders: &[OrderView], why: Option<String>) -> Markup {
    let words = visit.words;
    html! {
        div.kern-table-responsive role="region" aria-labelledby=(id) tabindex="0" {
            table."kern-table kern-table--small dense" {
                caption.kern-sr-only id=(id) { (words.t(caption)) }
                thead.kern-table__header {
                    tr.kern-table__row {
                        th.kern-table__header scope="col" { (words.t("desk-column-code")) }
                        th.kern-table__header scope="col" { (words.t("desk-column-buyer")) }
                        th."kern-table__header wide-only" scope="col" { (words.t("desk-attendees")) }
                        th.kern-table__header scope="col" { @if why.is_some() { (words.t("desk-batch-why")) } @else { (words.t("desk-column-state")) } }
                    }
                }
                tbody.kern-table__body {
                    @for view in orders {
                        @let (tone, word) = of_order(words, view.order.state);
                        tr.kern-table__row {
                            th.kern-table__header scope="row" { a.code href=(super::path(visit, &view.order)) { (view.order.code) } }
                            td.kern-table__cell { (view.order.buyer_name) span.sub { (view.buyer_address) } }
                            td."kern-table__cell wide-only" {
                                (view.attendees.iter().map(AttendeeView::name).collect::<Vec<_>>().join(", "))
                            }
                            td.kern-table__cell { (state(tone, &word, "")) @if let Some(why) = &why { span.sub { (why) } } }
                        }
                    }
                }
            }
        }
    }
}
