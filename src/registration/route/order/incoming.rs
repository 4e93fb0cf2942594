//! Orders as programs hand them in.

use super::answer::{AnswerValue, typed};
use crate::entity::order;
use crate::form::{AttendeeForm, BuyerForm, OrderForm, VoucherForm};
use crate::route::billing::BillingIn;
use base::Language;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// An order as programs hand it in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewOrder, examples(json!({
    "buyer": {
        "kind": "public_body", "name": "Petra Kemper", "email": "petra.kemper@delbrueck.example",
        "organisation": "Stadt Delbrück"
    },
    "language": "de",
    "notify": true,
    "attendees": [
        {
            "category": "vor-ort", "given_name": "Henrik", "family_name": "Stallmann",
            "email": "henrik.stallmann@delbrueck.example"
        },
        { "category": "vor-ort", "family_name": "Nolte", "email": "lea.nolte@delbrueck.example", "language": "en" }
    ]
})))]
pub(in crate::route) struct OrderIn {
    buyer: BuyerIn,
    /// Of its page and its mails.
    #[serde(default)]
    #[schema(default = "de")]
    language: Language,
    /// Whether mails with the tickets go out by themselves.
    #[serde(default = "yes")]
    #[schema(default = true)]
    notify: bool,
    /// Everyone of them has a place, or nobody.
    #[schema(min_items = 1, max_items = 100)]
    attendees: Vec<AttendeeIn>,
    /// To the questions that are asked once an order, by their short names. What is left out can be answered later.
    #[serde(default)]
    answers: BTreeMap<String, AnswerValue>,
    /// The code of a voucher. It is used for as many attendees as it reaches, in their order.
    #[serde(default)]
    #[schema(max_length = 40)]
    voucher: Option<String>,
}

/// Who orders.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewBuyer)]
struct BuyerIn {
    kind: order::BuyerKind,
    /// A name; no addresses of pages.
    #[schema(min_length = 1, max_length = 300)]
    name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    organisation: Option<String>,
    /// For the invoice, where something is to be paid.
    #[serde(default)]
    billing: Option<BillingIn>,
}

/// Who takes part. One of the two names is enough.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAttendee)]
struct AttendeeIn {
    /// The category's short name.
    category: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    given_name: String,
    #[serde(default)]
    #[schema(max_length = 300)]
    family_name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
    /// The buyer's unless said otherwise.
    #[serde(default)]
    #[schema(max_length = 300)]
    organisation: Option<String>,
    /// The order's unless said otherwise.
    #[serde(default)]
    language: Option<Language>,
    /// To the questions that are asked of each person, by their short names. What is left out can be answered later.
    #[serde(default)]
    answers: BTreeMap<String, AnswerValue>,
    /// What goes with the ticket: short names of categories that are add-ons, each once.
    #[serde(default)]
    extras: Vec<String>,
}

fn yes() -> bool {
    true
}

impl From<OrderIn> for OrderForm {
    fn from(new: OrderIn) -> Self {
        let language = new.language;
        let billing = new.buyer.billing.unwrap_or_default().into();
        let organisation = new.buyer.organisation.unwrap_or_default();
        let attendee = |a: AttendeeIn| AttendeeForm {
            category: a.category,
            nameless: false,
            given_name: a.given_name,
            family_name: a.family_name,
            email: a.email,
            // As on the page: whoever registers colleagues names the organisation once.
            organisation: a.organisation.unwrap_or_else(|| organisation.clone()),
            language: a.language.unwrap_or(language),
            answers: typed(a.answers),
            extras: a.extras,
        };
        let attendees = new.attendees.into_iter().map(attendee).collect();
        Self {
            buyer: BuyerForm {
                kind: new.buyer.kind,
                by_hand: false,
                name: new.buyer.name,
                email: new.buyer.email,
                organisation,
                billing,
            },
            language,
            notify: new.notify,
            source: order::Source::Api,
            placement: None,
            attendees,
            voucher: new.voucher.map(|code| VoucherForm { code, reach: 1 }),
            test: false,
            consent: None,
            answers: typed(new.answers),
            unlocked: BTreeSet::new(),
        }
    }
}
