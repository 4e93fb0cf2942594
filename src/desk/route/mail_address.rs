//! Sending a mail to another address: a page that asks, and its POST.

use super::mail::id;
use crate::form::mail_address::AddressForm;
use crate::{page, service};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use base::Permission::OrdersWrite;
use base::Uuid;
use http::StatusCode;
use post::query::MessageView;
use registration::entity::order;
use registration::load::{self, Manage, Order};
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
    Ok(page::mail::readdress(&visit, &mail, order.is_some(), &fields, &Faults::new()).into_response())
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
    let form = AddressForm::read(&fields).and_then(|form| {
        let mut faults = Faults::new();
        if form.address == mail.line.to_address {
            faults.add("address", "desk-fault-address-same");
            return Err(faults);
        }
        Ok(form)
    });
    let form = match form {
        Ok(form) => form,
        Err(faults) => {
            let page = page::mail::readdress(&visit, &mail, order.is_some(), &fields, &faults);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let order = order.filter(|_| form.correct);
    let (store, actor, to) = (&state.store, &visit.actor, form.address.clone());
    let request = id(fields.get("request"))?;
    let waiting = service::mail::readdress(store, actor, congress.id, &mail, to, order.as_ref(), request);
    let waiting = Box::pin(waiting).await?;
    let told = if order.is_some() { "desk-flash-mail-corrected" } else { "desk-flash-mail-readdressed" };
    Flash::success(visit.words.with(told, &[("to", form.address.into())])).leave(&visit).await?;
    Ok(Redirect::to(&address::desk::Mail::new(&congress.slug, waiting.to_string()).path()).into_response())
}

async fn mail(state: &web::State, congress: Uuid, typed: &str) -> Result<MessageView, Fault> {
    let mail = post::query::one(state.store.read(), congress, id(typed)?).await?;
    // Whoever gets a mail that lets somebody in is that somebody: it goes nowhere else.
    mail.filter(|mail| mail.about_id.is_some()).ok_or_else(Fault::not_found)
}

/// The order that the mail is about, if the visitor may change it and the mail went to a mailbox in it.
async fn order_of(state: &web::State, visit: &Visit, mail: &MessageView) -> Result<Option<Order<Manage>>, Fault> {
    let congress = visit.congress()?;
    let Some(about) = mail.about_id.filter(|_| visit.may(OrdersWrite) && mail.line.mailbox_id.is_some()) else {
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
