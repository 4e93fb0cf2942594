//! An order behind its link.

use crate::page::{self, Scene};
use crate::query::order::{OrderPage, Ticket, order_page};
use crate::route::refusal;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use registration::RegistrationError;
use registration::load::{Manage, Order, order_by_link};
use registration::mail::Links;
use registration::service::{cancellation, mail};
use web::flash::Flash;
use web::layout::public_page;
use web::{Answer, Fault, Fields, Visit};

/// The order of a link, or 404: the same for a wrong code, a wrong secret, another congress.
pub(super) async fn load(state: &web::State, visit: &Visit, code: &str, secret: &str) -> Result<Order<Manage>, Fault> {
    let congress = visit.congress()?.id;
    Ok(order_by_link(state.store.read(), &state.link_key, congress, code, secret).await?)
}

async fn read(state: &web::State, visit: &Visit, order: &Order<Manage>) -> Result<OrderPage, Fault> {
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
) -> Answer {
    let scene = Scene::of(&visit)?;
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let page = read(&state, &visit, &order).await?;
    let tickets: Vec<&Ticket> = page.tickets.iter().filter(|ticket| ticket.returnable).collect();
    if tickets.is_empty() {
        return Err(RegistrationError::Closed.into());
    }
    let back = address::Order::new(&at.congress, &at.code, &at.secret).path();
    let main = page::cancellation::main(scene, &at.path(), &back, &tickets, true);
    Ok(public_page(&visit, &scene.t("portal-order-cancel"), main).into_response())
}

/// Cancels all that is left. A second time changes nothing.
pub async fn cancel(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::OrderCancellation>,
    sent: Fields,
) -> Answer {
    let order = load(&state, &visit, &at.code, &at.secret).await?;
    let notice = match Box::pin(cancellation::cancel(&state.store, &order, None, sent.get("reason"))).await {
        Ok(()) => Flash::success(visit.words.t("portal-order-cancelled-now")),
        Err(error) => refusal(visit.words, error)?,
    };
    notice.leave(&visit).await?;
    Ok(Redirect::to(&address::Order::new(&at.congress, &at.code, &at.secret).path()).into_response())
}
