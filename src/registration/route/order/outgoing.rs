//! Orders as programs see them.

use super::answer::{AnswerValue, answer};
use crate::RegistrationError;
use crate::entity::{attendee, order};
use crate::load;
use crate::query::answer::{AnswerSheet, sheet};
use crate::query::extra::{ExtraView, of_orders};
use crate::query::order::OrderView;
use crate::route::billing::BillingOut;
use crate::ticket::Signer;
use base::{Language, Money, Permission, Uuid};
use serde::Serialize;
use std::collections::BTreeMap;
use store::Conn;
use utoipa::ToSchema;
use web::{CongressHead, Visit};

/// An order as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Order, examples(json!({
    "code": "7H4KQ2",
    "secret": "k3jx7m2tq5w8z4n6b9c2d3f7ga",
    "state": "confirmed",
    "url": "https://kongress.example/owl-2028/orders/7H4KQ2/k3jx7m2tq5w8z4n6b9c2d3f7ga",
    "placed_at": "2028-01-14T10:21:07.412+00:00",
    "language": "de",
    "buyer": {
        "kind": "public_body", "name": "Petra Kemper", "email": "petra.kemper@delbrueck.example",
        "organisation": "Stadt Delbrück"
    },
    "total": { "amount": 0, "currency": "EUR" },
    "answers": {},
    "attendees": [{
        "id": "0194f0c6-3b7e-7d2a-9f43-2f6c1e0b9a55",
        "category": "vor-ort",
        "given_name": "Henrik",
        "family_name": "Stallmann",
        "email": "henrik.stallmann@delbrueck.example",
        "organisation": "Stadt Delbrück",
        "state": "valid",
        "ticket": { "number": "7H4KQ2-1K", "qr": "K1:…" },
        "answers": {},
        "extras": []
    }]
})))]
pub(in crate::route) struct OrderOut {
    code: String,
    /// The secret part of the order's page. Left out, as `url` is, for those who may only look: with the link they could
    /// change the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    secret: Option<String>,
    state: order::State,
    /// The order's page, for whoever ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = "uri")]
    url: Option<String>,
    #[schema(format = DateTime)]
    placed_at: String,
    #[schema(value_type = Language)]
    language: String,
    buyer: BuyerOut,
    total: Money,
    attendees: Vec<AttendeeOut>,
    /// To the questions that are asked once an order, by their short names. What is sensitive needs `sensitive.read`.
    answers: BTreeMap<String, AnswerValue>,
}

/// Who ordered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Buyer)]
struct BuyerOut {
    kind: order::BuyerKind,
    name: String,
    email: String,
    organisation: String,
    /// Left out where nothing was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    billing: Option<BillingOut>,
}

/// Who takes part.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attendee)]
struct AttendeeOut {
    id: Uuid,
    /// The category's short name.
    category: String,
    given_name: String,
    family_name: String,
    email: String,
    organisation: String,
    state: attendee::State,
    ticket: TicketOut,
    /// To the questions that are asked of each person, by their short names. What is sensitive needs `sensitive.read`.
    answers: BTreeMap<String, AnswerValue>,
    /// What goes with the ticket, by the short names of its categories. What ended is not among it.
    extras: Vec<String>,
}

/// Their ticket.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
struct TicketOut {
    /// For the eye.
    number: String,
    /// What the QR code says.
    qr: String,
}

pub(super) fn out(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    signer: &Signer,
    beside: &Beside,
    view: OrderView,
) -> OrderOut {
    let sensitive = visit.actor.may(Permission::SensitiveRead, congress.id);
    let answers =
        |holder| beside.sheet.told(holder, sensitive).into_iter().map(|(q, value)| answer(q, value)).collect();
    let may = visit.actor.may(Permission::OrdersWrite, congress.id);
    let secret = may.then(|| load::order_secret(&state.link_key, &view.order));
    let address = |secret: &String| address::Order::new(&congress.slug, &view.order.code, secret).path();
    let (total, billing) = (view.total(), BillingOut::of(&view.order));
    OrderOut {
        url: secret.as_ref().map(|secret| state.absolute(&address(secret))),
        secret,
        state: view.order.state,
        placed_at: view.order.placed_at.to_rfc3339(),
        language: view.order.language,
        buyer: BuyerOut {
            billing,
            kind: view.order.buyer_kind,
            name: view.order.buyer_name,
            email: view.buyer_address,
            organisation: view.order.buyer_organisation,
        },
        total,
        answers: answers(view.order.id),
        code: view.order.code,
        attendees: view
            .attendees
            .into_iter()
            .map(|a| AttendeeOut {
                id: a.attendee.id,
                ticket: TicketOut { qr: signer.qr(&a.attendee, a.category.number), number: a.number },
                category: a.category.slug,
                given_name: a.attendee.given_name,
                family_name: a.attendee.family_name,
                email: a.address,
                organisation: a.attendee.organisation,
                state: a.attendee.state,
                answers: answers(a.attendee.id),
                extras: beside.extras(a.attendee.id),
            })
            .collect(),
    }
}

/// What stands beside orders in rows of its own: what their people answered, and what goes with their tickets.
pub(super) struct Beside {
    sheet: AnswerSheet,
    extras: Vec<ExtraView>,
}

impl Beside {
    /// Short names of what goes with the ticket of an attendee.
    fn extras(&self, attendee: Uuid) -> Vec<String> {
        let mine = self.extras.iter().filter(|one| one.extra.attendee_id == attendee);
        mine.map(|one| one.category.slug.clone()).collect()
    }
}

pub(super) async fn beside(
    conn: &Conn,
    congress: &CongressHead,
    views: &[OrderView],
) -> Result<Beside, RegistrationError> {
    let people = views.iter().flat_map(|view| view.attendees.iter().map(|a| a.attendee.id));
    let orders: Vec<Uuid> = views.iter().map(|view| view.order.id).collect();
    let holders: Vec<Uuid> = orders.iter().copied().chain(people).collect();
    let sheet = sheet(conn, congress.id, &holders).await?;
    Ok(Beside { sheet, extras: of_orders(conn, &orders).await? })
}
