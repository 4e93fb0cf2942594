//! Who is to be invited to which occurrences, as the newest release and the bookings have it.

use crate::entity::invitation::Role;
use crate::rules::invitation::Content;
use base::{Text, Uuid, name};
use congress::entity::congress::Model as Congress;
use programme::entity::{booking, session_speaker, speaker};
use programme::query::public::plan;
use registration::entity::attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{BTreeMap, HashMap};
use store::{Conn, DbErr};

/// So many a statement.
const CHUNK: usize = 1_000;

/// Mailbox and occurrence.
pub type Key = (Uuid, Uuid);

/// Somebody who is to be invited.
#[derive(Clone, Debug)]
pub struct Guest {
    pub role: Role,
    pub session: Uuid,
    pub attendee: Option<Uuid>,
    pub name: String,
    pub content: Content,
}

/// All of a congress, each mailbox once for each occurrence: whoever speaks there has no second appointment for a seat.
/// Fourteen statements whatever its size.
pub async fn guests(conn: &Conn, congress: &Congress) -> Result<BTreeMap<Key, Guest>, DbErr> {
    let Some(plan) = plan(conn, congress.id).await? else { return Ok(BTreeMap::new()) };
    let venue = congress.venue();
    let speakers = speakers(conn, congress.id).await?;
    let mut seats = seats(conn, congress.id).await?;
    let mut all = BTreeMap::new();
    for slot in &plan.slots {
        let Some(session) = slot.session.and_then(|at| plan.sessions.get(at)).filter(|one| !one.cancelled) else {
            continue;
        };
        let room = slot.room.and_then(|at| plan.rooms.get(at)).map_or_else(Text::default, |room| room.name.clone());
        let (title, venue) = (session.title.clone(), venue.clone());
        let content = Content { title, room, venue, starts_at: slot.starts_at, ends_at: slot.ends_at };
        let guest = |role, attendee, name: &str| Guest {
            role,
            session: session.id,
            attendee,
            name: name.to_owned(),
            content: content.clone(),
        };
        for (mailbox, name) in speakers.get(&session.id).into_iter().flatten() {
            all.entry((*mailbox, slot.id)).or_insert_with(|| guest(Role::Speaker, None, name));
        }
        for row in seats.remove(&slot.id).into_iter().flatten() {
            let name = name::full(&row.given_name, &row.family_name);
            all.entry((row.mailbox_id, slot.id)).or_insert_with(|| guest(Role::Seat, Some(row.id), &name));
        }
    }
    Ok(all)
}

/// Who speaks in which session, and has an address.
async fn speakers(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, Vec<(Uuid, String)>>, DbErr> {
    let find = || {
        speaker::Entity::find()
            .filter(speaker::Column::CongressId.eq(congress))
            .filter(speaker::Column::MailboxId.is_not_null())
    };
    let people = find().all(conn).await?;
    let known = find().select_only().column(speaker::Column::Id).into_query();
    let rows = session_speaker::Entity::find()
        .filter(session_speaker::Column::SpeakerId.in_subquery(known))
        .order_by_asc(session_speaker::Column::Position)
        .all(conn)
        .await?;
    let people: HashMap<Uuid, (Option<Uuid>, String)> =
        people.into_iter().map(|row| (row.id, (row.mailbox_id, row.name))).collect();
    let mut all: HashMap<Uuid, Vec<(Uuid, String)>> = HashMap::new();
    for row in rows {
        if let Some((Some(mailbox), name)) = people.get(&row.speaker_id) {
            all.entry(row.session_id).or_default().push((*mailbox, name.clone()));
        }
    }
    Ok(all)
}

/// Who has a seat at which occurrence, in the order of asking.
async fn seats(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, Vec<attendee::Model>>, DbErr> {
    let rows = booking::Entity::find()
        .filter(booking::Column::CongressId.eq(congress))
        .filter(booking::Column::State.eq(booking::State::Booked))
        .order_by_asc(booking::Column::Position)
        .all(conn)
        .await?;
    let mut people = HashMap::new();
    for some in rows.chunks(CHUNK) {
        let of = attendee::Column::Id.is_in(some.iter().map(|row| row.attendee_id));
        people.extend(attendee::Entity::find().filter(of).all(conn).await?.into_iter().map(|row| (row.id, row)));
    }
    let mut all: HashMap<Uuid, Vec<attendee::Model>> = HashMap::new();
    for row in rows {
        all.entry(row.slot_id).or_default().extend(people.get(&row.attendee_id).cloned());
    }
    Ok(all)
}
