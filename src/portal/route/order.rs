//! An order behind its link.

use crate::page::{self, Scene};
use crate::query::order::{OrderPage, Ticket, order_page};
use crate::route::refusal;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect};
use registration::RegistrationError;
use registration::entity::attendee::State::Cancelled;
use registration::load::{Manage, Order, order_by_link};
use registration::mail::Links;
use registration::service::{cancellation, mail};
use web::flash::Flash;
use web::form::Seen;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

/// The order of a link, or 404: the same for a wrong code, a wrong secret, another congress.
pub(super) async fn load(state: &web::State, visit: &Visit, code: &str, secret: &str) -> Result<Order<Manage>, Fault> {
    let congress = visit.congress()?.id;
    Ok(order_by_link(state.store.read(), &state.link_key, congress, code, secret).await?)
}

pub(super) async fn read(state: &web::State, visit: &Visit, order: &Order<Manage>) -> Result<OrderPage, Fault> {
    let links = Links { public_url: state.public_url.clone(), key: state.link_key.clone() };
    Ok(order_page(&state.store, &links, order.row().clone(), visit.now).await?)
}

pub async fn show(State(state): State<web::State>, visit: Visit, Path(at): Path<address::Order>) -> Answer {
    let scene = Scene::of(&visit)?;
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let page = read(&state, &visit, &order).await?;
    let title = format!("{} {}", scene.t("portal-order"), order.row().code);
    Ok(public_page(&visit, &title, page::order::main(scene, &page, &at.secret)).into_response())
}

pub async fn ask_mail(State(state): State<web::State>, visit: Visit, Path(at): Path<address::OrderMail>) -> Answer {
    let scene = Scene::of(&visit)?;
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let page = read(&state, &visit, &order).await?;
    let mut addresses: Vec<&str> = vec![&page.view.buyer_address];
    addresses.extend(page.view.valid().map(|attendee| attendee.address.as_str()));
    let mut once = vec![];
    addresses.retain(|address| {
        !once.contains(address) && {
            once.push(*address);
            true
        }
    });
    let back = address::Order::new(&at.congress, &at.code, &at.secret).path();
    let main = page::mail::main(scene, &at.path(), &back, &addresses);
    Ok(public_page(&visit, &scene.t("portal-send-again"), main).into_response())
}

pub async fn send_mail(State(state): State<web::State>, visit: Visit, Path(at): Path<address::OrderMail>) -> Answer {
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let request = state.store.chance().opaque_id();
    let notice = match mail::request_order(&state.store, &order, request).await {
        Ok(()) => Flash::success(visit.words.t("portal-sent-again")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&address::Order::new(&at.congress, &at.code, &at.secret).path()).into_response())
}

pub async fn ask_cancellation(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderCancellation>,
    RawQuery(typed): RawQuery,
) -> Answer {
    let scene = Scene::of(&visit)?;
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let page = read(&state, &visit, &order).await?;
    let asked = Fields::parse(typed.unwrap_or_default().as_bytes());
    let open: Vec<&Ticket> = page.tickets.iter().filter(|ticket| ticket.may.give_back).collect();
    if open.is_empty() {
        return Err(RegistrationError::Closed.into());
    }
    let back = address::Order::new(&at.congress, &at.code, &at.secret).path();
    let ticked = |ticket: &&&Ticket| is_named(&asked, ticket);
    let chosen: Vec<&Ticket> =
        if asked.has("all") || open.len() == 1 { open.clone() } else { open.iter().filter(ticked).copied().collect() };
    let main = if chosen.is_empty() {
        page::cancellation::choose(scene, &at.path(), &back, &open, asked.has("chosen"))
    } else {
        let rows: Vec<_> = chosen.iter().map(|ticket| &ticket.view.attendee).collect();
        let cost = page::cancellation::Cost {
            balance: &page.account.balance,
            less: rows.iter().map(|row| row.price_cents).sum(),
            currency: &order.row().currency,
        };
        let seen = cancellation::seen(&rows);
        let whole = chosen.len() == page.view.held().count();
        page::cancellation::main(scene, (&at.path(), &back), &chosen, whole, Some(&cost), Some(&seen))
    };
    Ok(public_page(&visit, &scene.t("portal-cancel-some"), main).into_response())
}

/// Whether a form names a ticket by its position.
fn is_named(fields: &Fields, ticket: &Ticket) -> bool {
    fields.all("position").any(|typed| typed == ticket.view.attendee.position.to_string())
}

/// Cancels what was chosen; all that is left, if nothing was. A second time changes nothing and says so.
pub async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderCancellation>,
    sent: Fields,
) -> Answer {
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let page = read(&state, &visit, &order).await?;
    let chosen: Vec<&Ticket> = page.tickets.iter().filter(|ticket| is_named(&sent, ticket)).collect();
    let back = address::Order::new(&at.congress, &at.code, &at.secret).path();
    let reason = sent.get("reason");
    let (done, word) = if sent.has("position") {
        let ids: Vec<_> = chosen.iter().map(|ticket| ticket.view.attendee.id).collect();
        let done = Box::pin(cancellation::cancel_shown(&state.store, &order, &ids, &Seen::read(&sent), reason)).await;
        (done, visit.words.with("portal-cancelled-some", &[("count", ids.len().into())]))
    } else {
        let done = Box::pin(cancellation::cancel(&state.store, &order, None, reason)).await;
        (done, visit.words.t("portal-order-cancelled-now"))
    };
    let was_done = || !chosen.is_empty() && chosen.iter().all(|t| t.view.attendee.state == Cancelled);
    let (notice, next) = match done {
        Ok(()) => (Flash::success(word), back),
        Err(RegistrationError::Closed) if was_done() => {
            let args = [("count", chosen.len().into())];
            (Flash::info(visit.words.with("portal-cancelled-some-before", &args)), back)
        }
        // Shown anew, as it is now.
        Err(error @ RegistrationError::Stale(_)) => {
            let again: Vec<(&str, String)> =
                chosen.iter().map(|t| ("position", t.view.attendee.position.to_string())).collect();
            let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
            (refusal(visit.words, error)?, address::with_query(&at.path(), &again))
        }
        Err(error) => (refusal(visit.words, error)?, back),
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&next).into_response())
}
