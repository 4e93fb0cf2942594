//! Sending a mail to another address: a page that asks, and its POST.

use super::mail::id;
use crate::form::mail_address::AddressForm;
use crate::page;
use crate::service::mail::{Elsewhere, Readdressed, readdress};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::OrdersWrite;
use base::Uuid;
use base::error::Told;
use http::StatusCode;
use post::PostError;
use post::query::MessageView;
use registration::RegistrationError;
use registration::entity::order;
use registration::load::{self, Manage, Order};
use registration::query::order::has_mailbox;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use web::flash::Flash;
use web::{Answer, Fault, Faults, Fields, Visit};

pub async fn ask(State(state): State<web::State>, visit: Visit, Path(at): Path<address::desk::MailAddress>) -> Answer {
    let congress = visit.congress()?;
    let mail = mail(&state, congress.id, &at.id).await?;
    let order = order_of(&state, &visit, &mail).await?;
    let mut fields = Fields::new();
    fields.set("address", &mail.line.to_address);
    fields.set("correct", "on");
    fields.set("request", state.store.chance().opaque_id().to_string());
    show(&state, &visit, &mail, order.as_ref(), (&fields, Faults::new())).await
}

pub async fn send(
    State(state): State<web::State>,
    visit: Visit,
    Path(at): Path<address::desk::MailAddress>,
    fields: Fields,
) -> Answer {
    let congress = visit.congress()?;
    let mail = mail(&state, congress.id, &at.id).await?;
    let order = order_of(&state, &visit, &mail).await?;
    let form = match AddressForm::read(&fields) {
        Ok(form) => form,
        Err(faults) => return show(&state, &visit, &mail, order.as_ref(), (&fields, faults)).await,
    };
    let there = Elsewhere {
        address: form.address.clone(),
        order: order.as_ref(),
        correct: form.correct,
        request: id(fields.get("request"))?,
    };
    let sent = Box::pin(readdress(&state.store, &visit.actor, congress.id, &mail, there)).await;
    let Readdressed { message, corrected } = match sent {
        Ok(sent) => sent,
        Err(error @ RegistrationError::Post(PostError::SameAddress)) => {
            let mut faults = Faults::new();
            faults.add("address", error.message());
            return show(&state, &visit, &mail, order.as_ref(), (&fields, faults)).await;
        }
        Err(error) => return Err(error.into()),
    };
    let told = if corrected { "desk-flash-mail-corrected" } else { "desk-flash-mail-readdressed" };
    Flash::success(visit.words.with(told, &[("to", form.address.into())])).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Mail::new(&congress.slug, message.to_string()).path()).into_response())
}

/// The form, with what is wrong with it.
async fn show(
    state: &web::State,
    visit: &Visit,
    mail: &MessageView,
    order: Option<&Order<Manage>>,
    (fields, faults): (&Fields, Faults),
) -> Answer {
    let in_order = match (order, mail.line.mailbox_id) {
        (Some(order), Some(mailbox)) => has_mailbox(state.store.read(), order.row(), mailbox).await?,
        _ => false,
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page::mail::readdress(visit, mail, in_order, fields, &faults)).into_response())
}

async fn mail(state: &web::State, congress: Uuid, typed: &str) -> Result<MessageView, Fault> {
    let mail = post::query::one(state.store.read(), congress, id(typed)?).await?;
    // Whoever gets a mail that lets somebody in is that somebody: it goes nowhere else.
    mail.filter(|mail| mail.about_id.is_some()).ok_or_else(Fault::not_found)
}

/// The order that the mail is about, if the visitor may change it.
async fn order_of(state: &web::State, visit: &Visit, mail: &MessageView) -> Result<Option<Order<Manage>>, Fault> {
    let congress = visit.congress()?;
    let Some(about) = mail.about_id.filter(|_| visit.may(OrdersWrite)) else {
        return Ok(None);
    };
    let conn = state.store.read();
    let code: Option<String> = order::Entity::find()
        .select_only()
        .column(order::Column::Code)
        .filter(order::Column::Id.eq(about))
        .into_tuple()
        .one(conn)
        .await?;
    let Some(code) = code else { return Ok(None) };
    Ok(Some(load::order_to_manage(conn, &visit.actor, congress.id, &code).await?))
}
