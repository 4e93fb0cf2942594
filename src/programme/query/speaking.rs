//! The page of somebody who speaks: what is theirs, and when. Of the schedule they see what was released, never the draft.

use super::newest;
use super::submission::{Part, parts};
use crate::ProgrammeError;
use crate::entity::submission::State;
use crate::entity::{call, released_slot, speaker, speaker_picture, submission, submission_speaker};
use crate::service::submission::profile::times;
use base::{Text, Time, Uuid};
use congress::entity::room;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use store::Conn;

/// A slot of the newest release.
#[derive(Clone, Debug)]
pub struct Slot {
    pub starts_at: Time,
    pub ends_at: Time,
    pub room: Option<Text>,
}

/// Something that somebody takes part in.
#[derive(Clone, Debug)]
pub struct Contribution {
    pub row: submission::Model,
    pub call: call::Model,
    pub part: submission_speaker::Model,
    pub parts: Vec<Part>,
    pub slots: Vec<Slot>,
}

/// All that their page shows.
#[derive(Clone, Debug)]
pub struct Speaking {
    pub row: speaker::Model,
    pub contributions: Vec<Contribution>,
    pub times: Vec<(Time, Time)>,
    pub has_picture: bool,
    /// The longest biography, in characters.
    pub biography_max: usize,
}

/// Reads it. A fixed number of statements.
pub async fn speaking(conn: &Conn, row: speaker::Model) -> Result<Speaking, ProgrammeError> {
    let mine =
        submission_speaker::Entity::find().filter(submission_speaker::Column::SpeakerId.eq(row.id)).all(conn).await?;
    let rows = submission::Entity::find()
        .filter(submission::Column::Id.is_in(mine.iter().map(|part| part.submission_id)))
        .order_by_asc(submission::Column::Id)
        .all(conn)
        .await?;
    let of = call::Column::Id.is_in(rows.iter().map(|row| row.call_id));
    let calls = call::Entity::find().filter(of).all(conn).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut all = parts(conn, &ids).await?;
    let sessions: Vec<Uuid> = rows.iter().filter_map(|row| row.session_id).collect();
    let slots = slots(conn, row.congress_id, &sessions).await?;
    let rooms = congress::query::rooms(conn, row.congress_id).await?;
    let contribution = |row: submission::Model| {
        let part = mine.iter().find(|part| part.submission_id == row.id)?.clone();
        // What somebody else is still writing is theirs alone, but that one is asked to take part.
        let call = calls.iter().find(|call| call.id == row.call_id)?.clone();
        let of = slots.iter().filter(|slot| slot.session_id.is_some() && slot.session_id == row.session_id);
        let told = matches!(row.state, State::Accepted | State::Confirmed);
        let slot = |slot: &released_slot::Model| Slot {
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            room: name_of(&rooms, slot.room_id),
        };
        let slots = if told { of.map(slot).collect() } else { vec![] };
        Some(Contribution { parts: all.remove(&row.id).unwrap_or_default(), call, part, slots, row })
    };
    let contributions: Vec<Contribution> = rows.into_iter().filter_map(contribution).collect();
    let max = contributions.iter().map(|one| one.call.biography_max).max().unwrap_or(1_500);
    let pictures = speaker_picture::Entity::find().filter(speaker_picture::Column::SpeakerId.eq(row.id));
    Ok(Speaking {
        times: times(conn, row.id).await?,
        has_picture: pictures.count(conn).await? > 0,
        biography_max: usize::try_from(max).unwrap_or_default(),
        contributions,
        row,
    })
}

fn name_of(rooms: &[room::Model], id: Option<Uuid>) -> Option<Text> {
    rooms.iter().find(|room| Some(room.id) == id).map(|room| room.name.0.clone())
}

/// The slots that the newest release has for these.
async fn slots(conn: &Conn, congress: Uuid, sessions: &[Uuid]) -> Result<Vec<released_slot::Model>, store::DbErr> {
    let Some(release) = newest(conn, congress).await? else { return Ok(vec![]) };
    released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release.id))
        .filter(released_slot::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by_asc(released_slot::Column::StartsAt)
        .all(conn)
        .await
}
