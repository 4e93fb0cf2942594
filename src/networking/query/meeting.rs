//! When two can meet, and what somebody has agreed.

use super::commitment::commitments;
use crate::entity::{
    meeting, meeting_absence, meeting_offer, meeting_place, meeting_seat, meeting_slot, meeting_table, profile,
};
use crate::load::Member;
use crate::rules::slot::overlap;
use base::{Time, Uuid};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr};

/// The slots of a congress that are to come and in which both are free and a table is, too. It does not tell why another is
/// not: what people have then is theirs. Nine statements, however many slots there are.
pub async fn free(
    conn: &Conn,
    (congress, now): (Uuid, Time),
    both: [&profile::Model; 2],
) -> Result<Vec<meeting_slot::Model>, DbErr> {
    let slots = to_come(conn, congress, now).await?;
    let ids: Vec<Uuid> = slots.iter().map(|row| row.id).collect();
    let people = both.map(|row| row.id);
    let tables =
        meeting_table::Entity::find().filter(meeting_table::Column::CongressId.eq(congress)).count(conn).await?;
    let mut taken: HashMap<Uuid, u64> = HashMap::new();
    let places = meeting_place::Entity::find().filter(meeting_place::Column::SlotId.is_in(ids.clone()));
    for row in places.all(conn).await? {
        *taken.entry(row.slot_id).or_default() += 1;
    }
    let seats = meeting_seat::Entity::find().filter(meeting_seat::Column::ProfileId.is_in(people)).all(conn).await?;
    let away = meeting_absence::Entity::find().filter(meeting_absence::Column::ProfileId.is_in(people));
    let mut without: HashSet<Uuid> = away.all(conn).await?.into_iter().map(|row| row.slot_id).collect();
    without.extend(seats.into_iter().map(|row| row.slot_id));
    let mut elsewhere = commitments(conn, congress, both[0]).await?;
    elsewhere.extend(commitments(conn, congress, both[1]).await?);
    let is_free = |row: &meeting_slot::Model| {
        !without.contains(&row.id)
            && taken.get(&row.id).copied().unwrap_or_default() < tables
            && !elsewhere.iter().any(|span| overlap(*span, (row.starts_at, row.ends_at)))
    };
    Ok(slots.into_iter().filter(is_free).collect())
}

/// A meeting as one of the two sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub meeting: meeting::Model,
    /// Whom one meets.
    pub other: Uuid,
    /// The slot, and the number of the table, once it is agreed.
    pub at: Option<(meeting_slot::Model, i32)>,
    /// The slots to choose from, as long as it is proposed.
    pub offers: Vec<meeting_slot::Model>,
}

/// What somebody has agreed and is not over, and what waits for an answer. Five statements.
pub async fn own(conn: &Conn, member: &Member, now: Time) -> Result<Vec<Own>, DbErr> {
    let theirs =
        Condition::any().add(meeting::Column::FromId.eq(member.id())).add(meeting::Column::ToId.eq(member.id()));
    let alive = Condition::any().add(meeting::Column::State.eq(meeting::State::Agreed)).add(
        Condition::all()
            .add(meeting::Column::State.eq(meeting::State::Proposed))
            .add(meeting::Column::ExpiresAt.gt(now)),
    );
    let rows = meeting::Entity::find()
        .filter(meeting::Column::CongressId.eq(member.congress()))
        .filter(theirs)
        .filter(alive)
        .order_by_asc(meeting::Column::Id)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let places =
        meeting_place::Entity::find().filter(meeting_place::Column::MeetingId.is_in(ids.clone())).all(conn).await?;
    let offers = meeting_offer::Entity::find().filter(meeting_offer::Column::MeetingId.is_in(ids)).all(conn).await?;
    let slots = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(member.congress()))
        .order_by_asc(meeting_slot::Column::StartsAt)
        .all(conn)
        .await?;
    let tables =
        meeting_table::Entity::find().filter(meeting_table::Column::CongressId.eq(member.congress())).all(conn).await?;
    let seen = rows.into_iter().map(|meeting| {
        let place = places.iter().find(|row| row.meeting_id == meeting.id);
        let at = place.and_then(|place| {
            let slot = slots.iter().find(|row| row.id == place.slot_id)?.clone();
            Some((slot, tables.iter().find(|row| row.id == place.table_id)?.number))
        });
        let open = meeting.state == meeting::State::Proposed;
        let offered = |slot: &&meeting_slot::Model| {
            open && offers.iter().any(|row| row.meeting_id == meeting.id && row.slot_id == slot.id)
        };
        Own {
            other: if meeting.from_id == member.id() { meeting.to_id } else { meeting.from_id },
            at,
            offers: slots.iter().filter(offered).cloned().collect(),
            meeting,
        }
    });
    // What is over is over.
    Ok(seen.filter(|own| own.at.as_ref().is_none_or(|(slot, _)| slot.ends_at > now)).collect())
}

/// A slot as somebody sees it who says when they can meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Hour {
    pub slot: meeting_slot::Model,
    /// They said that they do not want to meet then.
    pub away: bool,
    /// They have a talk of their own then, or a seat in a workshop.
    pub busy: bool,
}

/// The slots to come, for somebody. Five statements.
pub async fn hours(conn: &Conn, member: &Member, now: Time) -> Result<Vec<Hour>, DbErr> {
    let slots = to_come(conn, member.congress(), now).await?;
    let away = meeting_absence::Entity::find().filter(meeting_absence::Column::ProfileId.eq(member.id()));
    let away: HashSet<Uuid> = away.all(conn).await?.into_iter().map(|row| row.slot_id).collect();
    let elsewhere = commitments(conn, member.congress(), member.profile()).await?;
    let hour = |slot: meeting_slot::Model| Hour {
        away: away.contains(&slot.id),
        busy: elsewhere.iter().any(|span| overlap(*span, (slot.starts_at, slot.ends_at))),
        slot,
    };
    Ok(slots.into_iter().map(hour).collect())
}

async fn to_come(conn: &Conn, congress: Uuid, now: Time) -> Result<Vec<meeting_slot::Model>, DbErr> {
    meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(congress))
        .filter(meeting_slot::Column::StartsAt.gt(now))
        .order_by_asc(meeting_slot::Column::StartsAt)
        .all(conn)
        .await
}

/// Whether there is a time at which one can meet. One statement.
pub async fn is_offered(conn: &Conn, congress: Uuid, now: Time) -> Result<bool, DbErr> {
    let find = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::CongressId.eq(congress))
        .filter(meeting_slot::Column::StartsAt.gt(now));
    Ok(find.one(conn).await?.is_some())
}

/// When and at how many tables one can meet, for those who run it, and how much of it is taken: not by whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// With how many tables are taken in it.
    pub slots: Vec<(meeting_slot::Model, usize)>,
    pub tables: u64,
}

/// Three statements.
pub async fn plan(conn: &Conn, congress: Uuid) -> Result<Plan, DbErr> {
    let slots = to_come(conn, congress, Time::UNIX_EPOCH).await?;
    let places =
        meeting_place::Entity::find().filter(meeting_place::Column::SlotId.is_in(slots.iter().map(|row| row.id)));
    let places = places.all(conn).await?;
    let taken = |id: Uuid| places.iter().filter(|row| row.slot_id == id).count();
    let tables = meeting_table::Entity::find().filter(meeting_table::Column::CongressId.eq(congress));
    Ok(Plan {
        tables: tables.count(conn).await?,
        slots: slots.into_iter().map(|row| (row.clone(), taken(row.id))).collect(),
    })
}
