//! Orders with which staff try things out. They count nowhere: they take no place, cost nothing and have no invoice, the
//! door does not open for them, lists and numbers leave them out, and their mails go to whoever tries, and to nobody else.

use crate::entity::{attendee, cancellation, decision, extra, former_ticket, order, substitution};
use crate::form::OrderForm;
use crate::load::{Manage, Order};
use crate::service::order::hold;
use crate::{Event, RegistrationError};
use base::actor::ActorKind;
use base::{Actor, Uuid};
use congress::entity::{answer, answer_file};
use identity::entity::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Tx, record};

/// A form that tries something out: every address in it is that of the member of staff who sends it, so that no mail reaches
/// anybody else. Nobody else tries.
pub(super) async fn prepare(tx: &Tx, actor: &Actor, form: OrderForm) -> Result<OrderForm, RegistrationError> {
    if !form.test {
        return Ok(form);
    }
    let ActorKind::Staff(id) = actor.kind else { return Err(RegistrationError::Unknown) };
    let own = account::Entity::find().filter(account::Column::Id.eq(id)).one(&**tx).await?;
    let own = own.ok_or(RegistrationError::Unknown)?.address;
    let mut form = form;
    form.buyer.email.clone_from(&own);
    for attendee in &mut form.attendees {
        attendee.email.clone_from(&own);
    }
    Ok(form)
}

/// Whether an order that tries something out may be written to at this address: a member of staff's.
pub(super) async fn may_write(tx: &Tx, order: &order::Model, address: &str) -> Result<bool, RegistrationError> {
    if !order.test {
        return Ok(true);
    }
    Ok(account::Entity::find().filter(account::Column::Address.eq(address)).one(&**tx).await?.is_some())
}

/// Deletes an order that tried something out, wholly: the one thing of this congress that is deleted. What happened stays in
/// the log. Any other order is refused. In the caller's transaction, where nothing else names its `people` any more.
pub async fn delete_in(tx: &Tx, loaded: &Order<Manage>, people: &[Uuid]) -> Result<(), RegistrationError> {
    let order = hold(tx, loaded.row().id).await?;
    if !order.test {
        return Err(RegistrationError::NoTest);
    }
    let answers: Vec<Uuid> = answer::Entity::find()
        .filter(answer::Column::HolderId.is_in(people.iter().copied().chain([order.id])))
        .all(&**tx)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let files = answer_file::Column::AnswerId.is_in(answers.iter().copied());
    answer_file::Entity::delete_many().filter(files).exec(&**tx).await?;
    answer::Entity::delete_many().filter(answer::Column::Id.is_in(answers)).exec(&**tx).await?;
    former_ticket::Entity::delete_many()
        .filter(former_ticket::Column::AttendeeId.is_in(people.iter().copied()))
        .exec(&**tx)
        .await?;
    substitution::Entity::delete_many().filter(substitution::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    extra::Entity::delete_many().filter(extra::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    decision::Entity::delete_many().filter(decision::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    cancellation::Entity::delete_many().filter(cancellation::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    attendee::Entity::delete_many().filter(attendee::Column::OrderId.eq(order.id)).exec(&**tx).await?;
    order::Entity::delete_many().filter(order::Column::Id.eq(order.id)).exec(&**tx).await?;
    let event = Event::TestDeleted { congress: order.congress_id, order: order.id, code: order.code.clone() };
    record(tx, loaded.actor(), event).await?;
    Ok(())
}
