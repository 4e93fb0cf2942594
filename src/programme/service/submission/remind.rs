//! Confirming what was accepted, and reminding those who have not.

use super::speaker::part_of;
use super::{call_of, facts, step};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{call, submission};
use crate::load::Speaker;
use crate::mail;
use crate::rules::call::reminder;
use crate::rules::transition::{By, State as To, Why};
use congress::service::congress::hold as hold_congress;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use store::Store;

/// Confirms what was accepted: whoever has said that they take part may, and releases show it from then on. A second click changes nothing.
pub async fn confirm(store: &Store, speaker: &Speaker, code: &str) -> Result<(), ProgrammeError> {
    let tx = store.begin().await?;
    hold_congress(&tx, speaker.row().congress_id).await?;
    let (row, part) = part_of(&tx, speaker, code).await?;
    if part.confirmed_at.is_none() {
        return Err(ProgrammeError::Step(Why::NotYours));
    }
    if row.state == State::Confirmed {
        return Ok(tx.rollback().await?);
    }
    let call = call_of(&tx, &row).await?;
    let facts = facts(&tx, &row, &call, tx.now()).await?;
    if let Some(mailbox) = speaker.row().mailbox_id {
        identity::service::mailbox::prove_mailbox(&tx, speaker.actor(), mailbox).await?;
    }
    step::take(&tx, speaker.actor(), row, To::Confirmed, (By::Submitter, &facts), "").await?;
    Ok(tx.commit().await?)
}

/// Reminds those who have not confirmed what was accepted, on the days that their call says; each reminder once, and none
/// after the congress has begun. Gives how many contributions it was about.
pub async fn remind(store: &Store) -> Result<usize, ProgrammeError> {
    let conn = store.read();
    let open = submission::Entity::find().filter(submission::Column::State.eq(State::Accepted)).all(conn).await?;
    if open.is_empty() {
        return Ok(0);
    }
    let of = call::Column::Id.is_in(open.iter().map(|row| row.call_id));
    let calls: HashMap<_, _> =
        call::Entity::find().filter(of).all(conn).await?.into_iter().map(|call| (call.id, call)).collect();
    let mut n = 0;
    for row in open {
        let (Some(call), Some(at)) = (calls.get(&row.call_id), row.accepted_at) else { continue };
        let Some(day) = reminder(at, &call.remind_days.0, store.now()) else { continue };
        let tx = store.begin().await?;
        // As it is now: it may have been confirmed a moment ago.
        let row = super::hold(&tx, row.id).await?;
        let congress = congress::query::by_id(&tx, row.congress_id).await?.ok_or(ProgrammeError::Unknown)?;
        if row.state == State::Accepted && row.accepted_at == Some(at) && tx.now() < congress.starts_at {
            n += usize::from(mail::reminder(&tx, &row, day).await?);
        }
        tx.commit().await?;
    }
    Ok(n)
}
