//! What staff write about an order.

use crate::entity::order;
use crate::form::NoteForm;
use crate::load::{Manage, Order};
use crate::service::order::hold;
use crate::{Event, RegistrationError};
use base::{Actor, Uuid};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use store::{Store, Tx, record};
use web::form::Seen;

/// What the form showed.
pub fn seen(order: &order::Model) -> Seen {
    Seen::of(&values(order))
}

fn values(order: &order::Model) -> &str {
    &order.note
}

/// Writes the note of an order anew; empty takes it away. Whoever holds the order's link never sees it. If somebody
/// else wrote something else in the meantime, nothing is changed.
pub async fn write(
    store: &Store,
    loaded: &Order<Manage>,
    shown: &Seen,
    form: &NoteForm,
) -> Result<(), RegistrationError> {
    let tx = store.begin().await?;
    let order = hold(&tx, loaded.row().id).await?;
    if order.note != form.note {
        shown.check(&values(&order))?;
    }
    set(&tx, loaded.actor(), &order, &form.note).await?;
    tx.commit().await?;
    Ok(())
}

/// The same within the caller's transaction, who holds the order or has just placed it.
pub(super) async fn set(tx: &Tx, actor: &Actor, order: &order::Model, note: &str) -> Result<(), RegistrationError> {
    if order.note == note {
        return Ok(());
    }
    let (congress, id): (Uuid, Uuid) = (order.congress_id, order.id);
    order::Entity::update_many()
        .col_expr(order::Column::Note, Expr::value(note))
        .filter(order::Column::Id.eq(id))
        .exec(&**tx)
        .await?;
    let event = Event::Noted { congress, order: id, before: order.note.clone(), after: note.to_owned() };
    Ok(record(tx, actor, event).await?)
}
