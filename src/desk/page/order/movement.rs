//! Money that moved: what came in for an order and was paid back, and taking an entry back that was wrong.

use super::path;
use crate::form::money::Deed;
use base::Permission::PaymentsWrite;
use base::{Money, Uuid};
use chrono::NaiveDate;
use locale::Words;
use maud::{Markup, html};
use payment::entity::payment::{self as table, Method};
use payment::entity::refund;
use payment::query::Account;
use registration::entity::order;
use web::form::Form;
use web::layout::{Section, desk_page};
use web::{Faults, Fields, Visit};

struct Movement<'a> {
    id: Uuid,
    deed: Deed,
    cents: i64,
    currency: &'a str,
    method: Method,
    day: NaiveDate,
    reference: &'a str,
    note: &'a str,
    /// Why it counts no more.
    withdrawn: Option<&'a str>,
}

/// What came in, then what went out, each oldest first.
fn all(account: &Account) -> impl Iterator<Item = Movement<'_>> {
    let came = account.payments.iter().map(|p| Movement {
        id: p.id,
        deed: Deed::Payment,
        cents: p.cents,
        currency: &p.currency,
        method: p.method,
        day: p.received_on,
        reference: &p.reference,
        note: &p.note,
        withdrawn: (p.state == table::State::Withdrawn).then_some(p.withdrawn_why.as_str()),
    });
    let went = account.refunds.iter().map(|r| Movement {
        id: r.id,
        deed: Deed::Refund,
        cents: r.cents,
        currency: &r.currency,
        method: r.method,
        day: r.paid_on,
        reference: &r.reference,
        note: &r.note,
        withdrawn: (r.state == refund::State::Withdrawn).then_some(r.withdrawn_why.as_str()),
    });
    came.chain(went)
}

impl Movement<'_> {
    /// "49,00 € am 15. Januar 2027, Überweisung".
    fn told(&self, words: Words) -> String {
        let amount = Money { amount: self.cents, currency: self.currency.to_owned() };
        let key = if self.deed == Deed::Payment { "desk-money-came" } else { "desk-money-went" };
        let method = words.t(match self.method {
            Method::Transfer => "desk-money-method-transfer",
            Method::Cash => "desk-money-method-cash",
            Method::Other => "desk-money-method-other",
        });
        let args =
            [("amount", words.money(&amount).into()), ("day", words.day(self.day).into()), ("method", method.into())];
        words.with(key, &args)
    }
}

pub(super) fn list(visit: &Visit, order: &order::Model, account: &Account) -> Markup {
    let words = visit.words;
    let all: Vec<Movement<'_>> = all(account).collect();
    let slug = visit.congress.as_ref().map(|congress| congress.slug.as_str()).unwrap_or_default();
    html! {
        @if !all.is_empty() {
            ul."row-list row-list--bare" {
                @for one in &all {
                    li {
                        span {
                            @if one.withdrawn.is_some() { s { (one.told(words)) } } @else { (one.told(words)) }
                            @for part in [one.reference, one.note] { @if !part.is_empty() { span.sub dir="auto" { (part) } } }
                            @if let Some(why) = one.withdrawn { span.sub { (words.with("desk-money-withdrawn", &[("reason", why.into())])) } }
                        }
                        @if one.withdrawn.is_none() && visit.may(PaymentsWrite) {
                            a.fine href=(address::desk::OrderMoneyWithdrawal::new(slug, &order.code, one.id.to_string()).path()) {
                                (words.t("desk-money-withdraw"))
                                span.kern-sr-only { ": " (one.told(words)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What an entry is, whether it counts or not. None: there is no such entry.
pub fn deed(account: &Account, id: Uuid) -> Option<Deed> {
    all(account).find(|one| one.id == id).map(|one| one.deed)
}

/// Asks why an entry is taken back. None: there is no such entry, or it counts no more already.
pub fn withdrawal(
    visit: &Visit,
    order: &order::Model,
    account: &Account,
    id: Uuid,
    fields: &Fields,
    faults: &Faults,
) -> Option<Markup> {
    let words = visit.words;
    let one = all(account).find(|one| one.id == id && one.withdrawn.is_none())?;
    let title = words.t("desk-money-withdraw-submit");
    let form = Form::new(words, fields, faults);
    let main = html! {
        div.section-head {
            div {
                p.fine { a href=(path(visit, order)) { (words.with("desk-order", &[("code", (&order.code).into())])) } }
                h1.kern-heading-large { (title) }
                p { (one.told(words)) }
                p.muted { (words.t(match one.deed {
                    Deed::Payment => "desk-money-withdraw-payment-means",
                    Deed::Refund => "desk-money-withdraw-refund-means",
                })) }
            }
        }
        form."panel kern-level-2 stack stack--l" method="post" novalidate aria-label=(title) {
            (form.summary())
            (form.input("why", &words.t("desk-money-why")).required())
            div.cluster {
                (form.submit(&title))
                a."kern-btn kern-btn--tertiary" href=(path(visit, order)) { span.kern-label { (words.t("desk-money-back")) } }
            }
        }
    };
    Some(desk_page(visit, Section::Orders, &title, main))
}
