//! What happens to money.

use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    /// Who sells, and on which terms: what differed. `first`: nobody had said so before.
    SellerChanged {
        congress: Uuid,
        first: bool,
        changed: Value,
    },
    /// Invoices and what takes them back, issued together for an order.
    Invoiced {
        congress: Uuid,
        order: Uuid,
        invoices: Vec<Uuid>,
        numbers: Vec<String>,
    },
    Received {
        congress: Uuid,
        order: Uuid,
        payment: Uuid,
        cents: i64,
        currency: String,
    },
    PaymentWithdrawn {
        congress: Uuid,
        order: Uuid,
        payment: Uuid,
        cents: i64,
        currency: String,
        why: String,
    },
    Refunded {
        congress: Uuid,
        order: Uuid,
        refund: Uuid,
        cents: i64,
        currency: String,
    },
    RefundWithdrawn {
        congress: Uuid,
        order: Uuid,
        refund: Uuid,
        cents: i64,
        currency: String,
        why: String,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::SellerChanged { .. } => "seller.changed",
            Self::Invoiced { .. } => "order.invoiced",
            Self::Received { .. } => "order.payment-received",
            Self::PaymentWithdrawn { .. } => "order.payment-withdrawn",
            Self::Refunded { .. } => "order.refunded",
            Self::RefundWithdrawn { .. } => "order.refund-withdrawn",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::SellerChanged { congress, .. } => ("congress", *congress),
            Self::Invoiced { order, .. }
            | Self::Received { order, .. }
            | Self::PaymentWithdrawn { order, .. }
            | Self::Refunded { order, .. }
            | Self::RefundWithdrawn { order, .. } => ("order", *order),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::SellerChanged { congress, .. }
            | Self::Invoiced { congress, .. }
            | Self::Received { congress, .. }
            | Self::PaymentWithdrawn { congress, .. }
            | Self::Refunded { congress, .. }
            | Self::RefundWithdrawn { congress, .. } => Some(*congress),
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::SellerChanged { changed, .. } => changed.clone(),
            Self::Invoiced { invoices, numbers, .. } => json!({ "invoices": invoices, "numbers": numbers }),
            Self::Received { payment, cents, currency, .. } => {
                json!({ "payment": payment, "cents": cents, "currency": currency })
            }
            Self::PaymentWithdrawn { payment, cents, currency, why, .. } => {
                json!({ "payment": payment, "cents": cents, "currency": currency, "reason": why })
            }
            Self::Refunded { refund, cents, currency, .. } => {
                json!({ "refund": refund, "cents": cents, "currency": currency })
            }
            Self::RefundWithdrawn { refund, cents, currency, why, .. } => {
                json!({ "refund": refund, "cents": cents, "currency": currency, "reason": why })
            }
        }
    }
}
