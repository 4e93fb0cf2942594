//! Finding orders, and one of them.

use crate::form::list::Asked;
use crate::form::order::OrderSearch;
use crate::query::order::Sight;
use crate::rules::search::named;
use crate::{page, query};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::{MailRead, OrdersWrite};
use registration::load;
use registration::service::mail as mails;
use web::flash::Flash;
use web::form::once;
use web::{Answer, CongressHead, Fault, Fields, Visit};

/// A search. One that names an order outright leads to it, if there is such an order.
pub async fn list(State(state): State<web::State>, visit: Visit, RawQuery(typed): RawQuery) -> Answer {
    let congress = visit.congress()?;
    let fields = Fields::parse(typed.unwrap_or_default().as_bytes());
    let search = OrderSearch::read(&fields);
    if let Some(path) = outright(&state, &visit, congress, &search.query).await? {
        return Ok(Redirect::to(&path).into_response());
    }
    let list = query::order::list(state.store.read(), congress, search, visit.now).await?;
    if list.page.number > list.page.last() {
        return Ok(Redirect::to(&list.search.with_page(list.page.last()).path(&congress.slug)).into_response());
    }
    let kept = identity::query::views(state.store.read(), &visit.actor, congress.id, OrderSearch::LIST).await?;
    Ok(page::order::list(&visit, &list, &kept).into_response())
}

/// The address of the order that was typed as its code or as the number of a ticket.
async fn outright(
    state: &web::State,
    visit: &Visit,
    congress: &CongressHead,
    typed: &str,
) -> Result<Option<String>, Fault> {
    let Some(named) = named(typed) else { return Ok(None) };
    let found = load::order_to_see(state.store.read(), &visit.actor, congress.id, &named.code).await;
    let path = address::desk::Order::new(&congress.slug, &named.code).path();
    match found {
        Ok(_) => Ok(Some(
            named.position.map_or_else(|| path.clone(), |n| format!("{path}#{}", page::order::anchor(n.into()))),
        )),
        Err(registration::RegistrationError::Unknown) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// All about one order. Its personal link only for those who may change orders anyway.
pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::Order>) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_see(conn, &visit.actor, congress.id, &at.code).await?;
    let link = visit.may(OrdersWrite).then_some(&state.link_key);
    let sight = Sight { mails: visit.may(MailRead), link, now: visit.now };
    let mut detail = query::order::detail(conn, &congress.slug, order, sight).await?;
    detail.link = detail.link.map(|path| state.absolute(&path));
    Ok(page::order::show(&visit, &detail, state.store.chance().opaque_id()).into_response())
}

/// Deletes an order that tried something out. One that is gone already is gone.
pub async fn remove(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderRemoval>,
) -> Answer {
    let congress = visit.congress()?;
    let orders = OrderSearch { test: true, ..OrderSearch::default() }.path(&congress.slug);
    match load::order_to_manage(state.store.read(), &visit.actor, congress.id, &at.code).await {
        Ok(order) => checkin::service::test_order::delete(&state.store, &order).await?,
        Err(registration::RegistrationError::Unknown) if visit.may(OrdersWrite) => {
            Flash::info(visit.words.t("desk-flash-test-gone")).leave(&visit).await?;
            return Ok(Redirect::to(&orders).into_response());
        }
        Err(error) => return Err(error.into()),
    }
    Flash::success(visit.words.t("desk-flash-test-deleted")).leave(&visit).await?;
    Ok(Redirect::to(&orders).into_response())
}

/// Sends the mails of an order again, or with `position` the ticket of one attendee. The same form does it once.
pub async fn mail(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::OrderMail>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let conn = state.store.read();
    let order = load::order_to_manage(conn, &visit.actor, congress.id, &at.code).await?;
    let request = once::id(&fields, order.row().id, state.store.chance());
    let told = match fields.get("position") {
        "" => {
            mails::request_order(&state.store, &order, request).await?;
            visit.words.t("desk-flash-order-mail")
        }
        position => {
            let attendee = load::attendee_of(conn, &order, position).await?;
            mails::request_attendee(&state.store, &attendee, request).await?;
            let name = base::name::full(&attendee.row().given_name, &attendee.row().family_name);
            visit.words.with("desk-flash-attendee-mail", &[("name", name.into())])
        }
    };
    Flash::success(told).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Order::new(&congress.slug, &order.row().code).path()).into_response())
}
