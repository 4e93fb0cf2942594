//! Money that was paid back.

use super::payment::check_shown;
use crate::entity::refund::{self, State};
use crate::form::MoneyForm;
use crate::{Event, PaymentError, query};
use base::Uuid;
use registration::load::{Order, Settle};
use registration::service::settlement;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, record};

/// Notes that money was paid back: never more than came in and was not paid back yet. Tickets stay as they are: who should
/// not come is cancelled. The form's `request` makes a double click one refund.
pub async fn refund(store: &Store, order: &Order<Settle>, request: Uuid, form: &MoneyForm) -> Result<(), PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order.row().id).await?;
    let there = refund::Entity::find()
        .filter(refund::Column::CongressId.eq(row.congress_id))
        .filter(refund::Column::Request.eq(request))
        .one(&*tx)
        .await?;
    if there.is_some() {
        return Ok(tx.rollback().await?);
    }
    check_shown(&tx, &row, form).await?;
    let kept = query::account(&tx, &row).await?.balance.kept();
    if form.cents > kept {
        return Err(PaymentError::MoreThanKept { open: kept });
    }
    let actor = order.actor();
    let refund = refund::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(row.congress_id),
        order_id: Set(row.id),
        method: Set(form.method),
        state: Set(State::Done),
        cents: Set(form.cents),
        currency: Set(row.currency.clone()),
        paid_on: Set(form.day),
        reference: Set(form.reference.clone()),
        note: Set(form.note.clone()),
        request: Set(request),
        at: Set(tx.now()),
        actor_kind: Set(actor.kind.name().into()),
        actor_id: Set(actor.kind.id()),
        actor_name: Set(actor.name.clone()),
        withdrawn_at: Set(None),
        withdrawn_by: Set(String::new()),
        withdrawn_why: Set(String::new()),
    };
    let refund = refund::Entity::insert(refund).exec_with_returning(&*tx).await?;
    let event = Event::Refunded {
        congress: row.congress_id,
        order: row.id,
        refund: refund.id,
        cents: form.cents,
        currency: row.currency,
    };
    record(&tx, actor, event).await?;
    Ok(tx.commit().await?)
}

/// Takes a refund back that was noted wrongly. It stays as a row and counts no more: if the order is paid again with what
/// was not paid back, its tickets are good.
pub async fn withdraw(store: &Store, order: &Order<Settle>, refund: Uuid, why: &str) -> Result<(), PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order.row().id).await?;
    let found = refund::Entity::find()
        .filter(refund::Column::Id.eq(refund))
        .filter(refund::Column::OrderId.eq(row.id))
        .one(&*tx)
        .await?
        .ok_or(PaymentError::Unknown)?;
    if found.state == State::Withdrawn {
        return Ok(tx.rollback().await?);
    }
    let change = refund::ActiveModel {
        state: Set(State::Withdrawn),
        withdrawn_at: Set(Some(tx.now())),
        withdrawn_by: Set(order.actor().name.clone()),
        withdrawn_why: Set(why.to_owned()),
        ..Default::default()
    };
    refund::Entity::update_many().set(change).filter(refund::Column::Id.eq(refund)).exec(&*tx).await?;
    let event = Event::RefundWithdrawn {
        congress: row.congress_id,
        order: row.id,
        refund,
        cents: found.cents,
        currency: found.currency,
        why: why.to_owned(),
    };
    record(&tx, order.actor(), event).await?;
    let kept = query::account(&tx, &row).await?.balance.kept();
    settlement::settle(&tx, order.actor(), &row, kept).await?;
    Ok(tx.commit().await?)
}
