//! Orders by programs.

mod answer;
mod incoming;
mod outgoing;

use crate::RegistrationError;
use crate::entity::order;
use crate::form::{MAX_ATTENDEES, OrderForm};
use crate::load;
use crate::query::order::{Filter, after, view};
use crate::service::cancellation::cancel_order_in;
use crate::service::order::place_in;
use crate::ticket::Signer;
use axum::extract::{Path, RawQuery, State};
use axum::response::IntoResponse;
use base::{Time, Uuid};
use garde::Validate;
use incoming::OrderIn;
use outgoing::{OrderOut, beside, out};
use sea_orm::ActiveEnum;
use serde::Deserialize;
use store::Conn;
use utoipa::ToSchema;
use web::idempotency::{Create, Done};
use web::pagination::{List, Page};
use web::problem::Wrong;
use web::{Answer, CongressHead, Fault, Json, Visit, query};

/// The query parameters of the list.
pub(super) const QUERY: &[&str] = &["limit", "cursor", "query", "state", "category", "changed_since"];
/// The longest search, in characters.
const MAX_QUERY: usize = 200;

/// Each answer that is wrong by itself.
fn wrong(error: RegistrationError) -> Fault {
    match error {
        RegistrationError::Answers(faults) => Fault::invalid(
            faults
                .into_iter()
                .map(|fault| Wrong {
                    pointer: fault.pointer(),
                    message: fault.wrong.message.into(),
                    values: fault.wrong.values,
                })
                .collect(),
        ),
        other => other.into(),
    }
}

async fn signer(conn: &Conn, state: &web::State, congress: &CongressHead) -> Result<Signer, RegistrationError> {
    Signer::load(conn, &state.store, congress.id, congress.ends_at).await
}

/// Place an order
///
/// Everyone has a place, or nobody. What costs nothing is confirmed at once, the rest awaits payment.
#[utoipa::path(
    post,
    path = address::api::Orders::ROUTE.pattern(),
    operation_id = "order_create",
    tag = "orders",
    request_body = OrderIn,
    responses(
        (status = 201, description = "The order is placed.", body = OrderOut),
        (status = 403, description = "not-on-sale"),
        (status = 409, description = "sold-out"),
        (status = 422, description = "voucher-refused"),
    )
)]
pub(super) async fn create(
    State(state): State<web::State>,
    visit: Visit,
    Create { new, key }: Create<OrderIn>,
) -> Answer {
    let congress = visit.congress()?;
    let form = OrderForm::from(new);
    form.validate()?;
    // Keys are never taken away, so the one writer of SQLite need not wait for it.
    let signer = signer(state.store.read(), &state, congress).await?;
    key.once(&state, Done::Created("code"), async |tx| {
        let placed = Box::pin(place_in(tx, &visit.actor, congress.id, form)).await.map_err(wrong)?;
        let view = placed.view();
        let beside = beside(tx, congress, std::slice::from_ref(&view)).await?;
        Ok(out(&state, &visit, congress, &signer, &beside, view))
    })
    .await
}

/// List the orders
///
/// In the order in which they came.
#[utoipa::path(
    get,
    path = address::api::Orders::ROUTE.pattern(),
    operation_id = "order_list",
    tag = "orders",
    params(
        ("query" = Option<String>, Query, max_length = 200, description = "Words that must all be found: in code, \
            names, addresses, organisations, numbers of tickets. Umlauts either way.", example = "stallmann"),
        ("state" = Option<order::State>, Query, description = "Only orders in this state.", example = "confirmed"),
        ("category" = Option<String>, Query, description = "Only orders with an attendee of this category, by its \
            short name.", example = "vor-ort"),
        ("changed_since" = Option<String>, Query, format = DateTime, description = "Only orders that were placed, or \
            an attendee of which was changed, at this moment or later. An order bears the moment at which its placing \
            began and shows when it is done, a little later: who asks again and again asks from a minute before the \
            time of the last asking, and knows by its code what has come already.", example = "2026-01-14T00:00:00Z"),
    ),
    responses((status = 200, description = "A part of the list.", body = List<OrderOut>))
)]
pub(super) async fn list(
    State(state): State<web::State>,
    visit: Visit,
    page: Page,
    RawQuery(asked): RawQuery,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let cursor = page.after.as_deref().map(|c| c.parse::<Uuid>().map_err(|_| query::wrong("cursor"))).transpose()?;
    let asked = asked.as_deref();
    let since = query::get(asked, "changed_since").map(|moment| since(&moment)).transpose()?;
    let filter = match filter(conn, congress.id, asked).await? {
        Some(filter) => filter,
        // Nobody has a ticket of a category that is not there.
        None => return Ok(Json(List::<OrderOut> { items: vec![], next: None }).into_response()),
    };
    let views = after(conn, congress.id, &filter, since, cursor, page.fetch()).await?;
    let signer = signer(conn, &state, congress).await?;
    let list = page.list(&visit, views, |view| view.order.id.to_string());
    let beside = beside(conn, congress, &list.items).await?;
    let items = list.items.into_iter().map(|view| out(&state, &visit, congress, &signer, &beside, view)).collect();
    Ok(Json(List::<OrderOut> { items, next: list.next }).into_response())
}

/// What is asked for, unless it is a category that is not there.
async fn filter(conn: &Conn, congress: Uuid, asked: Option<&str>) -> Result<Option<Filter>, Fault> {
    let words = query::get(asked, "query").unwrap_or_default();
    if words.chars().count() > MAX_QUERY {
        return Err(query::wrong("query"));
    }
    let state = query::get(asked, "state");
    let state = state.map(|s| order::State::try_from_value(&s).map_err(|_| query::wrong("state"))).transpose()?;
    let mut filter = Filter { query: words.replace('\0', ""), state, ..Filter::default() };
    if let Some(slug) = query::get(asked, "category") {
        let categories = ticketing::query::categories(conn, congress).await?;
        let Some(found) = categories.into_iter().find(|c| c.category.slug == slug) else { return Ok(None) };
        filter.category = Some(found.category.id);
    }
    Ok(Some(filter))
}

/// A moment in a query, where the `+` of an offset is easily forgotten to be written as `%2B`.
fn since(moment: &str) -> Result<Time, Fault> {
    web::moment::parse(&moment.replace(' ', "+")).ok_or_else(|| query::wrong("changed_since"))
}

/// Show an order
#[utoipa::path(
    get,
    path = address::api::Order::ROUTE.pattern(),
    operation_id = "order_show",
    tag = "orders",
    responses((status = 200, description = "The order.", body = OrderOut))
)]
pub(super) async fn show(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::Order>,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_see(conn, &visit.actor, congress.id, &path.code).await?;
    Ok(Json(shown(conn, &state, &visit, congress, order.row().clone()).await?).into_response())
}

/// What is cancelled, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCancellation, examples(json!({ "reason": "Erkrankt" })))]
pub(super) struct CancellationIn {
    /// The ids of the attendees whose tickets end; all that are left, unless they are named.
    #[serde(default)]
    #[schema(min_items = 1, max_items = 100)]
    attendees: Option<Vec<Uuid>>,
    /// For the order's history; what is longer is cut off after 1,000 characters.
    #[serde(default)]
    reason: String,
}

/// Cancel an order
///
/// Or some of its attendees. Their places are free at once, their tickets no longer open the door.
#[utoipa::path(
    post,
    path = address::api::OrderCancellation::ROUTE.pattern(),
    operation_id = "order_cancel",
    tag = "orders",
    request_body = CancellationIn,
    responses(
        (status = 200, description = "The order as it is now.", body = OrderOut),
        (status = 409, description = "closed"),
    )
)]
pub(super) async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(path): Path<address::api::OrderCancellation>,
    Create { new, key }: Create<CancellationIn>,
) -> Answer {
    let congress = visit.congress()?;
    match new.attendees.as_ref().map(Vec::len) {
        Some(0) => return Err(Fault::invalid(vec![Wrong::new("/attendees", "registration-fault-no-attendee")])),
        Some(n) if n > MAX_ATTENDEES => {
            return Err(Fault::invalid(vec![Wrong::new("/attendees", "registration-fault-too-many-attendees")]));
        }
        _ => {}
    }
    key.once(&state, Done::Changed, async |tx| {
        let order = load::order_to_manage(tx, &visit.actor, congress.id, &path.code).await?;
        cancel_order_in(tx, &order, new.attendees.as_deref(), &new.reason).await?;
        let order = load::order_to_manage(tx, &visit.actor, congress.id, &path.code).await?;
        shown(tx, &state, &visit, congress, order.row().clone()).await
    })
    .await
}

async fn shown(
    conn: &Conn,
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    order: order::Model,
) -> Result<OrderOut, Fault> {
    let view = view(conn, order).await?;
    let signer = signer(conn, state, congress).await?;
    let beside = beside(conn, congress, std::slice::from_ref(&view)).await?;
    Ok(out(state, visit, congress, &signer, &beside, view))
}
