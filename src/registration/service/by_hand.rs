//! Placing orders for people: on the phone, at the desk.

use super::note;
use super::order::{Placed, place_in};
use super::repeat::earlier;
use crate::RegistrationError;
use crate::form::{NoteForm, OrderForm};
use base::{Actor, Uuid};
use store::{Store, is_duplicate};

/// Places an order for somebody, with what staff note about it, at once or not at all. Staff are not bound to a
/// category's dates of sale; places are taken as in every order, and a full quota stays full. The form's `placement`
/// makes a double click one order.
pub async fn place(
    store: &Store,
    actor: &Actor,
    congress: Uuid,
    form: OrderForm,
    noted: &NoteForm,
) -> Result<Placed, RegistrationError> {
    let placement = form.placement;
    let tx = store.begin().await?;
    let placed = match Box::pin(place_in(&tx, actor, congress, form)).await {
        Ok(placed) => placed,
        // Twice at the same moment: the other one was faster.
        Err(RegistrationError::Database(e)) if is_duplicate(&e) && placement.is_some() => {
            tx.rollback().await?;
            let tx = store.begin().await?;
            return earlier(&tx, congress, placement).await?.ok_or(RegistrationError::Database(e));
        }
        Err(e) => {
            tx.rollback().await?;
            return Err(e);
        }
    };
    if !placed.repeated {
        note::set(&tx, actor, &placed.order, &noted.note).await?;
    }
    tx.commit().await?;
    Ok(placed)
}
