//! Money that came in.

use super::invoice::Terms;
use crate::entity::payment::{self, State};
use crate::form::MoneyForm;
use crate::{Event, PaymentError, query};
use base::Uuid;
use registration::entity::order;
use registration::load::{Order, Settle};
use registration::service::settlement::{self, Settled};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};
use web::form::Stale;

/// Notes that money came in for an order: by transfer, in cash. When all of it is there, its tickets are good and go out. If
/// the order had expired, it takes its places again, as long as there are any; else the money waits to be paid back. The
/// form's `request` makes a double click one payment; what it `shown` makes two who note the same transfer one.
pub async fn receive(
    store: &Store,
    order: &Order<Settle>,
    request: Uuid,
    form: &MoneyForm,
) -> Result<Settled, PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order.row().id).await?;
    if noted(&tx, row.congress_id, request).await? {
        return Ok(Settled::AsItWas);
    }
    check_shown(&tx, &row, form).await?;
    let actor = order.actor();
    let payment = payment::ActiveModel {
        id: Set(tx.id()),
        congress_id: Set(row.congress_id),
        order_id: Set(row.id),
        method: Set(form.method),
        state: Set(State::Confirmed),
        cents: Set(form.cents),
        currency: Set(row.currency.clone()),
        received_on: Set(form.day),
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
    let payment = payment::Entity::insert(payment).exec_with_returning(&*tx).await?;
    let event = Event::Received {
        congress: row.congress_id,
        order: row.id,
        payment: payment.id,
        cents: form.cents,
        currency: row.currency.clone(),
    };
    record(&tx, actor, event).await?;
    let kept = query::account(&tx, &row).await?.balance.kept();
    let settled = settlement::settle(&tx, actor, &row, kept).await?;
    tx.commit().await?;
    Ok(settled)
}

/// What came in for an order is what the form showed.
pub(super) async fn check_shown(tx: &Tx, row: &order::Model, form: &MoneyForm) -> Result<(), PaymentError> {
    let Some(shown) = form.shown else { return Ok(()) };
    let kept = query::account(tx, row).await?.balance.kept();
    if kept == shown { Ok(()) } else { Err(Stale.into()) }
}

/// Takes a payment back that was noted wrongly. It stays as a row and counts no more; if the order is then not paid, its
/// tickets await payment again, for as long as at first. Taken back already: nothing changes.
pub async fn withdraw(store: &Store, order: &Order<Settle>, payment: Uuid, why: &str) -> Result<(), PaymentError> {
    let tx = store.begin().await?;
    let row = settlement::held(&tx, order.row().id).await?;
    let found = payment::Entity::find()
        .filter(payment::Column::Id.eq(payment))
        .filter(payment::Column::OrderId.eq(row.id))
        .one(&*tx)
        .await?
        .ok_or(PaymentError::Unknown)?;
    if found.state == State::Withdrawn {
        return Ok(tx.rollback().await?);
    }
    let actor = order.actor();
    let change = payment::ActiveModel {
        state: Set(State::Withdrawn),
        withdrawn_at: Set(Some(tx.now())),
        withdrawn_by: Set(actor.name.clone()),
        withdrawn_why: Set(why.to_owned()),
        ..Default::default()
    };
    payment::Entity::update_many().set(change).filter(payment::Column::Id.eq(payment)).exec(&*tx).await?;
    let event = Event::PaymentWithdrawn {
        congress: row.congress_id,
        order: row.id,
        payment,
        cents: found.cents,
        currency: found.currency,
        why: why.to_owned(),
    };
    record(&tx, actor, event).await?;
    let kept = query::account(&tx, &row).await?.balance.kept();
    settlement::unsettle(&tx, actor, &row, kept).await?;
    // Nobody has asked for the money meanwhile: they have their days again.
    if let Some(terms) = Terms::of(&tx, &row).await? {
        settlement::set_due(&tx, row.id, terms.due(tx.now())).await?;
    }
    Ok(tx.commit().await?)
}

async fn noted(tx: &Tx, congress: Uuid, request: Uuid) -> Result<bool, PaymentError> {
    let there = payment::Entity::find()
        .filter(payment::Column::CongressId.eq(congress))
        .filter(payment::Column::Request.eq(request))
        .one(&**tx)
        .await?;
    Ok(there.is_some())
}
