//! What else people have at the congress: talks of theirs, and workshops in which they booked a seat, as the newest release has
//! them.

use crate::entity::participation;
use base::{Time, Uuid};
use identity::entity::mailbox;
use programme::entity::{booking, released_slot, session_speaker, speaker};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use store::{Conn, DbErr};

/// When somebody is somewhere else. Two statements.
pub async fn commitments(
    conn: &Conn,
    congress: Uuid,
    profile: &crate::entity::profile::Model,
) -> Result<Vec<(Time, Time)>, DbErr> {
    let Some(release) = programme::query::newest(conn, congress).await? else { return Ok(vec![]) };
    let mailboxes = mailbox::Entity::find()
        .select_only()
        .column(mailbox::Column::Id)
        .filter(mailbox::Column::PersonId.eq(profile.person_id))
        .into_query();
    let speaks = speaker::Entity::find()
        .select_only()
        .column(speaker::Column::Id)
        .filter(speaker::Column::CongressId.eq(congress))
        .filter(
            Condition::any()
                .add(speaker::Column::MailboxId.eq(profile.mailbox_id))
                .add(speaker::Column::MailboxId.in_subquery(mailboxes)),
        )
        .into_query();
    let talks = session_speaker::Entity::find()
        .select_only()
        .column(session_speaker::Column::SessionId)
        .filter(session_speaker::Column::SpeakerId.in_subquery(speaks))
        .into_query();
    let ticket = participation::Entity::find()
        .select_only()
        .column(participation::Column::AttendeeId)
        .filter(participation::Column::CongressId.eq(congress))
        .filter(participation::Column::ProfileId.eq(profile.id))
        .filter(participation::Column::AttendeeId.is_not_null())
        .into_query();
    let seats = booking::Entity::find()
        .select_only()
        .column(booking::Column::SlotId)
        .filter(booking::Column::CongressId.eq(congress))
        .filter(booking::Column::State.eq(booking::State::Booked))
        .filter(booking::Column::AttendeeId.in_subquery(ticket))
        .into_query();
    let rows = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release.id))
        .filter(
            Condition::any()
                .add(released_slot::Column::SessionId.in_subquery(talks))
                .add(released_slot::Column::SlotId.in_subquery(seats)),
        )
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.starts_at, row.ends_at)).collect())
}
