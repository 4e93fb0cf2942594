//! What happens to orders and attendees.

use crate::service::substitution::Former;
use base::Uuid;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub enum Event {
    Placed {
        congress: Uuid,
        order: Uuid,
        code: String,
        attendees: usize,
        /// Something is to be paid.
        costs: bool,
        notify: bool,
        /// One of a whole list: its mails go when no others are left.
        bulk: bool,
    },
    /// These attendees gave their places back; `whole`: nobody is left.
    Cancelled {
        congress: Uuid,
        order: Uuid,
        attendees: Vec<Uuid>,
        names: Vec<String>,
        whole: bool,
        reason: String,
        /// One of their tickets cost something.
        costs: bool,
        notify: bool,
    },
    /// These cancelled attendees have their tickets again.
    Restored {
        congress: Uuid,
        order: Uuid,
        attendees: Vec<Uuid>,
        names: Vec<String>,
        /// One of their tickets costs something.
        costs: bool,
        /// They get their tickets once more.
        notify: bool,
    },
    /// Staff approved it: its tickets are good, or await payment.
    Approved {
        congress: Uuid,
        order: Uuid,
        costs: bool,
        reason: String,
        /// Of the mails that follow.
        request: Uuid,
        notify: bool,
    },
    /// Staff refused it. That it was cancelled is an event of its own, with its mails.
    Refused {
        congress: Uuid,
        order: Uuid,
        reason: String,
    },
    /// Something was given beside a ticket, or taken away again.
    Extra {
        congress: Uuid,
        order: Uuid,
        attendee: Uuid,
        category: Uuid,
        slug: String,
        name: String,
        cents: i64,
        added: bool,
    },
    Renamed {
        congress: Uuid,
        attendee: Uuid,
        before: String,
        after: String,
    },
    /// Somebody took a place that had no name: the ticket goes to them.
    Named {
        congress: Uuid,
        order: Uuid,
        attendee: Uuid,
        name: String,
        request: Uuid,
        notify: bool,
    },
    /// Another mail address, with the buyer or with so many attendees. Mailboxes instead of addresses: rows outlive the
    /// people in them.
    AddressCorrected {
        congress: Uuid,
        order: Uuid,
        before: Uuid,
        after: Uuid,
        buyer: bool,
        attendees: usize,
    },
    /// Somebody asked for the mails of an order, or of one attendee, once more.
    MailRequested {
        congress: Uuid,
        order: Uuid,
        attendee: Option<Uuid>,
        /// Only what goes to this mailbox: its address was just corrected.
        mailbox: Option<Uuid>,
        request: Uuid,
        /// Of many orders at once: their mails go when no others are left.
        bulk: bool,
        /// A part of something that is an event of its own, and says so.
        part: bool,
    },
    /// Staff corrected who orders. Only what differs, by field; of an address the mailboxes.
    BuyerChanged {
        congress: Uuid,
        order: Uuid,
        before: Value,
        after: Value,
    },
    /// Staff corrected who attends. Only what differs, by field; of an address the mailboxes.
    AttendeeChanged {
        congress: Uuid,
        attendee: Uuid,
        before: Value,
        after: Value,
    },
    /// Another category, by id, and what it costs.
    Rebooked {
        congress: Uuid,
        order: Uuid,
        attendee: Uuid,
        before: Uuid,
        after: Uuid,
        cents: (i64, i64),
    },
    /// The old link of an order ended.
    OrderLinkRenewed {
        congress: Uuid,
        order: Uuid,
    },
    /// The old link of an attendee ended; with `ticket` the old QR code too.
    AttendeeLinkRenewed {
        congress: Uuid,
        attendee: Uuid,
        ticket: bool,
    },
    /// Somebody was asked to come instead of an attendee.
    SubstituteNamed {
        congress: Uuid,
        attendee: Uuid,
        substitution: Uuid,
        mailbox: Uuid,
    },
    /// They were told that it is no longer wanted, before they answered.
    SubstituteWithdrawn {
        congress: Uuid,
        attendee: Uuid,
        mailbox: Uuid,
    },
    /// A ticket passed to somebody else. Only what differs, by field; of an address the mailboxes.
    Substituted {
        congress: Uuid,
        order: Uuid,
        attendee: Uuid,
        before: Value,
        after: Value,
        former: Former,
        /// Of the mails that follow.
        request: Uuid,
        notify: bool,
    },
    /// What staff wrote about an order.
    Noted {
        congress: Uuid,
        order: Uuid,
        before: String,
        after: String,
    },
    /// All of it is paid; `revived`: it had expired, and has its places again.
    Paid {
        congress: Uuid,
        order: Uuid,
        revived: bool,
        /// Of the mails that follow.
        request: Uuid,
        notify: bool,
    },
    /// A payment that had made it good was none.
    PaymentMissing {
        congress: Uuid,
        order: Uuid,
    },
    /// Nobody paid in time: these tickets ended, their places are free.
    Expired {
        congress: Uuid,
        order: Uuid,
        attendees: Vec<Uuid>,
        names: Vec<String>,
        notify: bool,
    },
    /// What somebody answered: to which questions, by their short names, and not what. Answers end before events do.
    Answered {
        congress: Uuid,
        order: Uuid,
        /// None: the order's own questions.
        attendee: Option<Uuid>,
        questions: Vec<String>,
    },
    /// So many places are held for a partner.
    ContingentMade {
        congress: Uuid,
        contingent: Uuid,
        places: i32,
    },
    /// As `store::event::changes` writes it.
    ContingentChanged {
        congress: Uuid,
        contingent: Uuid,
        changed: Value,
    },
    /// The partner was told that so many places are about to fall back.
    ContingentEnding {
        congress: Uuid,
        contingent: Uuid,
        places: usize,
    },
    /// So many places went back into sale.
    ContingentEnded {
        congress: Uuid,
        contingent: Uuid,
        freed: usize,
    },
    /// The old link of the partner ended.
    ContingentLinkRenewed {
        congress: Uuid,
        contingent: Uuid,
    },
    /// The partner named people: each has a ticket of this order.
    ContingentNamed {
        congress: Uuid,
        contingent: Uuid,
        order: Uuid,
        names: Vec<String>,
        /// Their tickets cost something.
        costs: bool,
    },
    /// An order that tried something out is gone.
    TestDeleted {
        congress: Uuid,
        order: Uuid,
        code: String,
    },
    /// Two who look like one person are two.
    ToldApart {
        congress: Uuid,
        attendee: Uuid,
        other: Uuid,
    },
    /// These moved from another order into this one; `gave`: from this one into the other, by its code.
    OrdersMerged {
        congress: Uuid,
        order: Uuid,
        other: String,
        gave: bool,
        names: Vec<String>,
        /// The order that they are in now costs something.
        costs: bool,
    },
    /// The same was done to several orders at once; each has its own event too. `key`: the form that asked for it.
    Batch {
        congress: Uuid,
        key: Uuid,
        action: &'static str,
        orders: usize,
        /// Those that were left come after this order.
        rest: Option<Uuid>,
    },
    /// A list of guests was taken in. `file`: as it was handed in.
    TakenIn {
        congress: Uuid,
        file: Uuid,
        guests: usize,
    },
    /// A list left the system as a file, of a congress or of the installation. `whole`: nothing was filtered out.
    Exported {
        congress: Option<Uuid>,
        list: &'static str,
        format: &'static str,
        rows: usize,
        whole: bool,
        /// With answers that are sensitive.
        sensitive: bool,
    },
}

impl store::Event for Event {
    fn verb(&self) -> &'static str {
        match self {
            Self::Placed { .. } => "order.placed",
            Self::Cancelled { .. } => "order.cancelled",
            Self::Restored { .. } => "order.restored",
            Self::Approved { .. } => "order.approved",
            Self::Refused { .. } => "order.refused",
            Self::Extra { added: true, .. } => "attendee.extra-added",
            Self::Extra { .. } => "attendee.extra-removed",
            Self::Renamed { .. } => "attendee.renamed",
            Self::Named { .. } => "attendee.named",
            Self::AddressCorrected { .. } => "order.address-corrected",
            Self::MailRequested { .. } => "order.mail-requested",
            Self::BuyerChanged { .. } => "order.buyer-changed",
            Self::AttendeeChanged { .. } => "attendee.changed",
            Self::Rebooked { .. } => "attendee.rebooked",
            Self::OrderLinkRenewed { .. } => "order.link-renewed",
            Self::AttendeeLinkRenewed { .. } => "attendee.link-renewed",
            Self::SubstituteNamed { .. } => "attendee.substitute-named",
            Self::SubstituteWithdrawn { .. } => "attendee.substitute-withdrawn",
            Self::Substituted { .. } => "attendee.substituted",
            Self::Noted { .. } => "order.noted",
            Self::Paid { .. } => "order.paid",
            Self::PaymentMissing { .. } => "order.payment-missing",
            Self::Expired { .. } => "order.expired",
            Self::Answered { attendee: None, .. } => "order.answered",
            Self::Answered { attendee: Some(_), .. } => "attendee.answered",
            Self::ContingentMade { .. } => "contingent.made",
            Self::ContingentChanged { .. } => "contingent.changed",
            Self::ContingentEnding { .. } => "contingent.ending",
            Self::ContingentEnded { .. } => "contingent.ended",
            Self::ContingentLinkRenewed { .. } => "contingent.link-renewed",
            Self::ContingentNamed { .. } => "contingent.named",
            Self::TestDeleted { .. } => "order.test-deleted",
            Self::ToldApart { .. } => "attendee.told-apart",
            Self::OrdersMerged { gave: false, .. } => "order.merged",
            Self::OrdersMerged { gave: true, .. } => "order.given-over",
            Self::Batch { .. } => "orders.changed-together",
            Self::TakenIn { .. } => "orders.taken-in",
            Self::Exported { .. } => "list.exported",
        }
    }

    fn object(&self) -> (&'static str, Uuid) {
        match self {
            Self::Placed { order, .. }
            | Self::Cancelled { order, .. }
            | Self::Restored { order, .. }
            | Self::Approved { order, .. }
            | Self::Refused { order, .. }
            | Self::AddressCorrected { order, .. }
            | Self::MailRequested { order, .. }
            | Self::BuyerChanged { order, .. }
            | Self::OrderLinkRenewed { order, .. }
            | Self::Paid { order, .. }
            | Self::PaymentMissing { order, .. }
            | Self::Expired { order, .. }
            | Self::Answered { order, attendee: None, .. }
            | Self::TestDeleted { order, .. }
            | Self::OrdersMerged { order, .. }
            | Self::Noted { order, .. } => ("order", *order),
            Self::Renamed { attendee, .. }
            | Self::Named { attendee, .. }
            | Self::ToldApart { attendee, .. }
            | Self::Extra { attendee, .. }
            | Self::AttendeeChanged { attendee, .. }
            | Self::Answered { attendee: Some(attendee), .. }
            | Self::Rebooked { attendee, .. }
            | Self::SubstituteNamed { attendee, .. }
            | Self::SubstituteWithdrawn { attendee, .. }
            | Self::Substituted { attendee, .. }
            | Self::AttendeeLinkRenewed { attendee, .. } => ("attendee", *attendee),
            Self::ContingentMade { contingent, .. }
            | Self::ContingentChanged { contingent, .. }
            | Self::ContingentEnding { contingent, .. }
            | Self::ContingentEnded { contingent, .. }
            | Self::ContingentLinkRenewed { contingent, .. }
            | Self::ContingentNamed { contingent, .. } => ("contingent", *contingent),
            Self::Batch { key, .. } => ("batch", *key),
            Self::TakenIn { file, .. } => ("upload", *file),
            Self::Exported { congress: Some(congress), .. } => ("congress", *congress),
            Self::Exported { congress: None, .. } => ("installation", Uuid::nil()),
        }
    }

    fn congress(&self) -> Option<Uuid> {
        match self {
            Self::Placed { congress, .. }
            | Self::Cancelled { congress, .. }
            | Self::Restored { congress, .. }
            | Self::Approved { congress, .. }
            | Self::Refused { congress, .. }
            | Self::Renamed { congress, .. }
            | Self::Named { congress, .. }
            | Self::Extra { congress, .. }
            | Self::AddressCorrected { congress, .. }
            | Self::MailRequested { congress, .. }
            | Self::BuyerChanged { congress, .. }
            | Self::AttendeeChanged { congress, .. }
            | Self::Rebooked { congress, .. }
            | Self::SubstituteNamed { congress, .. }
            | Self::SubstituteWithdrawn { congress, .. }
            | Self::Substituted { congress, .. }
            | Self::OrderLinkRenewed { congress, .. }
            | Self::AttendeeLinkRenewed { congress, .. }
            | Self::Noted { congress, .. }
            | Self::Paid { congress, .. }
            | Self::PaymentMissing { congress, .. }
            | Self::Expired { congress, .. }
            | Self::TakenIn { congress, .. }
            | Self::Answered { congress, .. }
            | Self::TestDeleted { congress, .. }
            | Self::ToldApart { congress, .. }
            | Self::OrdersMerged { congress, .. }
            | Self::ContingentMade { congress, .. }
            | Self::ContingentChanged { congress, .. }
            | Self::ContingentEnding { congress, .. }
            | Self::ContingentEnded { congress, .. }
            | Self::ContingentLinkRenewed { congress, .. }
            | Self::ContingentNamed { congress, .. }
            | Self::Batch { congress, .. } => Some(*congress),
            Self::Exported { congress, .. } => *congress,
        }
    }

    fn detail(&self) -> Value {
        match self {
            Self::Placed { code, attendees, .. } => json!({ "code": code, "attendees": attendees }),
            Self::Cancelled { names, whole, reason, notify, attendees, .. } => json!({
                "names": names, "whole": whole, "reason": reason, "notify": notify, "attendees": attendees,
            }),
            Self::Renamed { before, after, .. } | Self::Noted { before, after, .. } => {
                json!({ "before": before, "after": after })
            }
            Self::Named { name, .. } => json!({ "name": name }),
            Self::Approved { reason, notify, .. } => json!({ "reason": reason, "notify": notify }),
            Self::Extra { category, slug, name, cents, .. } => {
                json!({ "category": category, "slug": slug, "name": name, "cents": cents })
            }
            Self::Refused { reason, .. } => json!({ "reason": reason }),
            Self::AddressCorrected { before, after, buyer, attendees, .. } => json!({
                "before": { "mailbox": before }, "after": { "mailbox": after }, "buyer": buyer, "attendees": attendees,
            }),
            Self::MailRequested { attendee, mailbox, request, part, .. } => {
                json!({ "attendee": attendee, "mailbox": mailbox, "request": request, "part": part })
            }
            Self::BuyerChanged { before, after, .. }
            | Self::AttendeeChanged { before, after, .. }
            | Self::Substituted { before, after, .. } => json!({ "before": before, "after": after }),
            Self::SubstituteNamed { mailbox, .. } | Self::SubstituteWithdrawn { mailbox, .. } => {
                json!({ "mailbox": mailbox })
            }
            Self::Rebooked { before, after, cents, .. } => json!({
                "before": { "category": before, "cents": cents.0 }, "after": { "category": after, "cents": cents.1 },
            }),
            Self::Paid { revived, .. } => json!({ "revived": revived }),
            Self::Expired { names, attendees, .. } => json!({ "names": names, "attendees": attendees }),
            Self::Restored { names, attendees, notify, .. } => {
                json!({ "names": names, "attendees": attendees, "notify": notify })
            }
            Self::OrderLinkRenewed { .. } | Self::PaymentMissing { .. } => json!({}),
            Self::AttendeeLinkRenewed { ticket, .. } => json!({ "ticket": ticket }),
            Self::Answered { questions, .. } => json!({ "questions": questions }),
            Self::ContingentMade { places, .. } => json!({ "rows": places }),
            Self::ContingentEnding { places, .. } => json!({ "rows": places }),
            Self::ContingentEnded { freed, .. } => json!({ "rows": freed }),
            Self::ContingentChanged { changed, .. } => json!({ "changed": changed }),
            Self::ContingentLinkRenewed { .. } => json!({}),
            Self::ToldApart { other, .. } => json!({ "other": other }),
            Self::OrdersMerged { other, names, .. } => json!({ "slug": other, "names": names }),
            Self::TestDeleted { code, .. } => json!({ "slug": code }),
            Self::ContingentNamed { order, names, .. } => {
                json!({ "order": order, "names": names, "rows": names.len() })
            }
            Self::Batch { action, orders, rest, .. } => json!({ "action": action, "orders": orders, "rest": rest }),
            Self::TakenIn { guests, .. } => json!({ "rows": guests }),
            Self::Exported { list, format, rows, whole, sensitive, .. } => {
                json!({ "list": list, "format": format, "rows": rows, "whole": whole, "sensitive": sensitive })
            }
        }
    }
}
