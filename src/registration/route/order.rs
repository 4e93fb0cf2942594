//! Orders by programs.

use crate::RegistrationError;
use crate::entity::{attendee, order};
use crate::form::{AttendeeForm, BuyerForm, OrderForm};
use crate::load;
use crate::query::order::{Filter, OrderView, after, view};
use crate::service::cancellation::cancel_order_in;
use crate::service::order::place_in;
use crate::ticket::Signer;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::{Language, Money, Permission, Uuid};
use garde::Validate;
use serde::{Deserialize, Serialize};
use store::Conn;
use web::idempotency::Create;
use web::pagination::Page;
use web::problem::Wrong;
use web::{Answer, CongressHead, Fault, Fields, Json, Visit};

/// An order as programs hand it in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrderIn {
    buyer: BuyerIn,
    #[serde(default)]
    language: Language,
    #[serde(default = "yes")]
    notify: bool,
    attendees: Vec<AttendeeIn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BuyerIn {
    kind: order::BuyerKind,
    name: String,
    email: String,
    #[serde(default)]
    organisation: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttendeeIn {
    category: String,
    #[serde(default)]
    given_name: String,
    #[serde(default)]
    family_name: String,
    email: String,
    #[serde(default)]
    organisation: Option<String>,
    /// The order's unless said otherwise.
    #[serde(default)]
    language: Option<Language>,
}

fn yes() -> bool {
    true
}

impl From<OrderIn> for OrderForm {
    fn from(new: OrderIn) -> Self {
        let language = new.language;
        let organisation = new.buyer.organisation.unwrap_or_default();
        let attendee = |a: AttendeeIn| AttendeeForm {
            category: a.category,
            given_name: a.given_name,
            family_name: a.family_name,
            email: a.email,
            // As on the page: whoever registers colleagues names the organisation once.
            organisation: a.organisation.unwrap_or_else(|| organisation.clone()),
            language: a.language.unwrap_or(language),
        };
        let attendees = new.attendees.into_iter().map(attendee).collect();
        Self {
            buyer: BuyerForm {
                kind: new.buyer.kind,
                by_hand: false,
                name: new.buyer.name,
                email: new.buyer.email,
                organisation,
            },
            language,
            notify: new.notify,
            source: order::Source::Api,
            placement: None,
            attendees,
            consent: None,
        }
    }
}

/// An order as programs see it.
#[derive(Debug, Serialize)]
struct OrderOut {
    code: String,
    /// Left out, as `url` is, for those who may only look: with the link they could change the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
    state: order::State,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    placed_at: String,
    language: String,
    buyer: BuyerOut,
    total: Money,
    attendees: Vec<AttendeeOut>,
}

#[derive(Debug, Serialize)]
struct BuyerOut {
    kind: order::BuyerKind,
    name: String,
    email: String,
    organisation: String,
}

#[derive(Debug, Serialize)]
struct AttendeeOut {
    id: Uuid,
    category: String,
    given_name: String,
    family_name: String,
    email: String,
    organisation: String,
    state: attendee::State,
    ticket: TicketOut,
}

#[derive(Debug, Serialize)]
struct TicketOut {
    number: String,
    qr: String,
}

fn out(state: &web::State, visit: &Visit, congress: &CongressHead, signer: &Signer, view: OrderView) -> OrderOut {
    let may = visit.actor.may(Permission::OrdersWrite, congress.id);
    let secret = may.then(|| load::order_secret(&state.link_key, &view.order));
    let address = |secret: &String| address::Order::new(&congress.slug, &view.order.code, secret).path();
    let total = view.total();
    OrderOut {
        url: secret.as_ref().map(|secret| state.absolute(&address(secret))),
        secret,
        state: view.order.state,
        placed_at: view.order.placed_at.to_rfc3339(),
        language: view.order.language,
        buyer: BuyerOut {
            kind: view.order.buyer_kind,
            name: view.order.buyer_name,
            email: view.buyer_address,
            organisation: view.order.buyer_organisation,
        },
        total,
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
            })
            .collect(),
    }
}

async fn signer(conn: &Conn, state: &web::State, congress: &CongressHead) -> Result<Signer, RegistrationError> {
    Signer::load(conn, &state.store, congress.id, congress.ends_at).await
}

/// Places an order.
pub(super) async fn create(
    State(state): State<web::State>,
    visit: Visit,
    Create { new, key }: Create<OrderIn>,
) -> Answer {
    let congress = visit.congress()?;
    let form = OrderForm::from(new);
    form.validate()?;
    key.once(&state, async |tx| {
        let placed = Box::pin(place_in(tx, &visit.actor, congress.id, form)).await?;
        let view = view(tx, placed.order).await?;
        let signer = signer(tx, &state, congress).await?;
        Ok(out(&state, &visit, congress, &signer, view))
    })
    .await
}

/// Orders in the order in which they came, found by words.
pub(super) async fn list(
    State(state): State<web::State>,
    visit: Visit,
    page: Page,
    RawQuery(query): RawQuery,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let cursor = page.after.as_deref().and_then(|c| c.parse::<Uuid>().ok());
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let filter = Filter { query: asked.get("query").into(), ..Filter::default() };
    let views = after(conn, congress.id, &filter, cursor, page.fetch()).await?;
    let signer = signer(conn, &state, congress).await?;
    let list = page.list(&visit, views, |view| view.order.id.to_string());
    let items = list.items.into_iter().map(|view| out(&state, &visit, congress, &signer, view)).collect();
    Ok(Json(web::pagination::List::<OrderOut> { items, next: list.next }).into_response())
}

/// One order by its code.
pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::Order>,
) -> Answer {
    let congress = visit.congress()?;
    let order = load::order_to_see(state.store.read(), &visit.actor, congress.id, &path.code).await?;
    answer(&state, &visit, congress, order.row().clone()).await
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CancellationIn {
    /// All that are left, unless these are named.
    #[serde(default)]
    attendees: Option<Vec<Uuid>>,
    #[serde(default)]
    reason: String,
}

/// Cancels some attendees of an order, or all.
pub(super) async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::OrderCancellation>,
    Json(new): Json<CancellationIn>,
) -> Answer {
    let congress = visit.congress()?;
    if new.attendees.as_ref().is_some_and(Vec::is_empty) {
        return Err(Fault::invalid(vec![Wrong::new("/attendees", "registration-fault-no-attendee")]));
    }
    let order = load::order_to_manage(state.store.read(), &visit.actor, congress.id, &path.code).await?;
    let tx = state.store.begin().await?;
    cancel_order_in(&tx, &order, new.attendees.as_deref(), &new.reason).await?;
    tx.commit().await?;
    let order = load::order_to_manage(state.store.read(), &visit.actor, congress.id, &path.code).await?;
    answer(&state, &visit, congress, order.row().clone()).await
}

async fn answer(state: &web::State, visit: &Visit, congress: &CongressHead, order: order::Model) -> Answer {
    let conn = state.store.read();
    let view = view(conn, order).await?;
    let signer = signer(conn, state, congress).await?;
    Ok(Json(out(state, visit, congress, &signer, view)).into_response())
}
