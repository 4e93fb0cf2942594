//! Answering an invitation: on its page, or by the calendar program that got it.

use crate::entity::invitation::{Column, Entity, Participation, Role};
use crate::load::Invitation;
use crate::mail::tell_office;
use crate::{CalendarError, Event};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use store::{Store, record};

/// Keeps what somebody answered; the same again changes nothing. If somebody who speaks does not come, the office is told by
/// mail. It gives no seat back and takes nobody off the programme: people decide that.
pub async fn answer(store: &Store, loaded: &Invitation, answer: Participation) -> Result<(), CalendarError> {
    let tx = store.begin().await?;
    let row = Entity::find_by_id(loaded.row().id).lock(LockType::NoKeyUpdate).one(&*tx).await?;
    let row = row.ok_or(CalendarError::Unknown)?;
    if row.cancelled_at.is_some() {
        return Err(CalendarError::CalledOff);
    }
    if row.content.0.ends_at <= tx.now() {
        return Err(CalendarError::Over);
    }
    if row.participation == answer {
        return Ok(tx.rollback().await?);
    }
    Entity::update_many()
        .col_expr(Column::Participation, Expr::value(answer))
        .col_expr(Column::AnsweredAt, Expr::value(tx.now()))
        .filter(Column::Id.eq(row.id))
        .exec(&*tx)
        .await?;
    if answer == Participation::Declined && row.role == Role::Speaker {
        tell_office(&tx, &row).await?;
    }
    let title = row.content.0.title.in_language(base::Language::De).to_owned();
    let event = Event::Answered { congress: row.congress_id, session: row.session_id, title, answer: answer.name() };
    record(&tx, loaded.actor(), event).await?;
    Ok(tx.commit().await?)
}
