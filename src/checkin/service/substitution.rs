//! Handing on a ticket that nobody has entered with: the rule of `registration::service::substitution`, and a look at the
//! door in the same transaction. A scan of the old code at this moment comes before or after, never between: it holds the
//! ticket too.

use crate::CheckinError;
use crate::entity::admission;
use base::{Language, Uuid};
use registration::entity::attendee::Model as Attendee;
use registration::form::{AttendeeChange, NameForm};
use registration::load;
use registration::service::substitution::{confirm_in, name_in, transfer_in};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use store::{Store, Tx};
use web::form::Seen;

/// Names who is to come instead, see [`name_in`].
pub async fn name(store: &Store, loaded: &load::Attendee, email: &str, language: Language) -> Result<(), CheckinError> {
    let tx = store.begin().await?;
    let ticket = Box::pin(name_in(&tx, loaded, email, language)).await?;
    outside(&tx, ticket.id).await?;
    Ok(tx.commit().await?)
}

/// Takes over a ticket by who was named, see [`confirm_in`]. Gives the ticket as it is now.
pub async fn confirm(
    store: &Store,
    loaded: &load::Substitution,
    form: &NameForm,
    language: Language,
) -> Result<Attendee, CheckinError> {
    let tx = store.begin().await?;
    let ticket = Box::pin(confirm_in(&tx, loaded, form, language)).await?;
    // Confirmed before, who was named may have entered since: then nothing changed, and nothing is refused.
    if ticket.ticket_serial != loaded.attendee().ticket_serial {
        outside(&tx, ticket.id).await?;
    }
    tx.commit().await?;
    Ok(ticket)
}

/// Hands a ticket over at once by staff, see [`transfer_in`].
pub async fn transfer(
    store: &Store,
    loaded: &load::Attendee,
    shown: &Seen,
    form: &AttendeeChange,
    send: bool,
) -> Result<(), CheckinError> {
    let tx = store.begin().await?;
    let ticket = Box::pin(transfer_in(&tx, loaded, shown, form, send)).await?;
    outside(&tx, ticket.id).await?;
    Ok(tx.commit().await?)
}

/// Nobody has entered with the ticket, or they left again.
async fn outside(tx: &Tx, attendee: Uuid) -> Result<(), CheckinError> {
    let inside = admission::Entity::find()
        .filter(admission::Column::AttendeeId.eq(attendee))
        .filter(admission::Column::LeftAt.is_null());
    if inside.count(&**tx).await? > 0 { Err(CheckinError::Entered) } else { Ok(()) }
}
