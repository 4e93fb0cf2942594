//! Reads about seats: where they are booked, who has one, what else is at that time.

use crate::entity::booking::{self, State};
use crate::entity::slot::Kind;
use crate::entity::{released_slot, seating, session, session_speaker, slot, speaker};
use crate::query::newest;
use crate::rules::booking::{Left, left, overlap};
use base::{Text, Time, Uuid};
use congress::entity::{capacity, room};
use identity::entity::mailbox;
use registration::entity::{attendee, order};
use registration::query::attendee::{AttendeeView, views};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use store::Conn;

/// Which occurrences are asked for.
#[derive(Clone, Copy, Debug)]
pub enum Only<'a> {
    All,
    Number(i32),
    Slots(&'a [Uuid]),
    Session(Uuid),
}

/// One occurrence of a session, with its seats: as the newest release has it.
#[derive(Clone, Debug)]
pub struct Occurrence {
    pub congress: Uuid,
    pub slot: Uuid,
    pub number: i32,
    pub session: Uuid,
    pub code: String,
    pub title: Text,
    pub room: Option<Text>,
    /// From when until when. None: no release shows it any more, or yet.
    pub span: Option<(Time, Time)>,
    /// It does not take place: the session was cancelled, or it is in the draft no more.
    pub is_off: bool,
    /// How many seats the session has at each occurrence. None: whoever comes.
    pub seats: Option<i32>,
    /// From the first booking on.
    pub capacity: Option<Uuid>,
    pub taken: i32,
    pub waiting: i64,
}

impl Occurrence {
    /// Whether seats are booked at this moment: it is published, takes place, and has not begun.
    pub fn is_open(&self, now: Time) -> bool {
        self.seats.is_some() && !self.is_off && self.span.is_some_and(|(from, _)| now < from)
    }

    /// The same for staff, who write down whoever comes later too.
    pub fn is_open_to_staff(&self) -> bool {
        self.seats.is_some() && !self.is_off && self.span.is_some()
    }

    /// What everybody sees of what is left.
    pub fn left(&self) -> Left {
        left(self.seats, self.taken, self.waiting)
    }
}

/// Occurrences whose seats are booked, or were, in the order of their times. Seven statements.
pub async fn occurrences(conn: &Conn, congress: Uuid, only: Only<'_>) -> Result<Vec<Occurrence>, DbErr> {
    let with_seats = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(session::Column::CongressId.eq(congress))
        .and_where(session::Column::Seats.is_not_null())
        .to_owned();
    let booked = Query::select()
        .column(seating::Column::SlotId)
        .from(seating::Entity)
        .and_where(seating::Column::CongressId.eq(congress))
        .to_owned();
    let mut find = slot::Entity::find()
        .filter(slot::Column::CongressId.eq(congress))
        .filter(slot::Column::Kind.eq(Kind::Session))
        .filter(
            Condition::any()
                .add(slot::Column::SessionId.in_subquery(with_seats))
                .add(slot::Column::Id.in_subquery(booked)),
        );
    find = match only {
        Only::All => find,
        Only::Number(number) => find.filter(slot::Column::Number.eq(number)),
        Only::Slots(ids) => find.filter(slot::Column::Id.is_in(ids.iter().copied())),
        Only::Session(id) => find.filter(slot::Column::SessionId.eq(id)),
    };
    let slots = find.order_by_asc(slot::Column::Number).all(conn).await?;
    let ids: Vec<Uuid> = slots.iter().map(|slot| slot.id).collect();
    let of: HashSet<Uuid> = slots.iter().filter_map(|slot| slot.session_id).collect();
    let sessions = session::Entity::find().filter(session::Column::Id.is_in(of)).all(conn).await?;
    let sessions: HashMap<Uuid, session::Model> = sessions.into_iter().map(|row| (row.id, row)).collect();
    let shown = released(conn, congress, &ids).await?;
    let rooms = room::Entity::find().filter(room::Column::CongressId.eq(congress)).all(conn).await?;
    let rooms: HashMap<Uuid, Text> = rooms.into_iter().map(|row| (row.id, row.name.0)).collect();
    let seats = seats(conn, &ids).await?;
    let waiting = waiting(conn, &ids).await?;
    let mut all: Vec<Occurrence> = slots
        .into_iter()
        .filter_map(|slot| {
            let session = sessions.get(&slot.session_id?)?;
            let shown = shown.get(&slot.id);
            let (capacity, taken) = seats.get(&slot.id).map_or((None, 0), |(id, taken)| (Some(*id), *taken));
            let room = shown.map_or(slot.room_id, |shown| shown.room_id);
            Some(Occurrence {
                congress,
                slot: slot.id,
                number: slot.number,
                session: session.id,
                code: session.code.clone(),
                title: session.title.0.clone(),
                room: room.and_then(|id| rooms.get(&id)).cloned(),
                span: shown.map(|shown| (shown.starts_at, shown.ends_at)),
                is_off: session.cancelled_at.is_some() || slot.removed_at.is_some(),
                seats: session.seats,
                capacity,
                taken,
                waiting: waiting.get(&slot.id).copied().unwrap_or_default(),
            })
        })
        .collect();
    all.sort_by_key(|one| (one.span.is_none(), one.span, one.number));
    Ok(all)
}

/// These slots as the newest release has them.
async fn released(conn: &Conn, congress: Uuid, slots: &[Uuid]) -> Result<HashMap<Uuid, released_slot::Model>, DbErr> {
    let Some(release) = newest(conn, congress).await? else { return Ok(HashMap::new()) };
    let rows = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release.id))
        .filter(released_slot::Column::SlotId.is_in(slots.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slot_id, row)).collect())
}

/// By slot: the capacity, and how many seats of it are taken.
async fn seats(conn: &Conn, slots: &[Uuid]) -> Result<HashMap<Uuid, (Uuid, i32)>, DbErr> {
    let of: RelationDef =
        seating::Entity::belongs_to(capacity::Entity).from(seating::Column::CapacityId).to(capacity::Column::Id).into();
    let rows: Vec<(Uuid, Uuid, i32)> = seating::Entity::find()
        .select_only()
        .column(seating::Column::SlotId)
        .column(seating::Column::CapacityId)
        .column(capacity::Column::Taken)
        .join(JoinType::InnerJoin, of)
        .filter(seating::Column::SlotId.is_in(slots.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(slot, capacity, taken)| (slot, (capacity, taken))).collect())
}

/// By slot: how many wait.
async fn waiting(conn: &Conn, slots: &[Uuid]) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, i64)> = booking::Entity::find()
        .select_only()
        .column(booking::Column::SlotId)
        .column_as(booking::Column::Id.count(), "n")
        .filter(booking::Column::SlotId.is_in(slots.iter().copied()))
        .filter(booking::Column::State.eq(State::Waiting))
        .group_by(booking::Column::SlotId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A session by its code, and what it is called.
pub async fn session(conn: &Conn, congress: Uuid, code: &str) -> Result<Option<(Uuid, Text)>, DbErr> {
    let row = session::Entity::find()
        .filter(session::Column::CongressId.eq(congress))
        .filter(session::Column::Code.eq(code))
        .one(conn)
        .await?;
    Ok(row.map(|row| (row.id, row.title.0)))
}

/// Whether seats of a congress are booked at all: at least one session has some.
pub async fn any(conn: &Conn, congress: Uuid) -> Result<bool, DbErr> {
    let one = session::Entity::find()
        .filter(session::Column::CongressId.eq(congress))
        .filter(session::Column::Seats.is_not_null())
        .one(conn)
        .await?;
    Ok(one.is_some())
}

/// What of somebody's is not freed.
pub async fn open_of(conn: &Conn, attendees: &[Uuid]) -> Result<Vec<booking::Model>, DbErr> {
    booking::Entity::find()
        .filter(booking::Column::AttendeeId.is_in(attendees.iter().copied()))
        .filter(booking::Column::State.ne(State::Freed))
        .order_by_asc(booking::Column::Id)
        .all(conn)
        .await
}

/// A booking with where it is, and how many wait before.
#[derive(Clone, Debug)]
pub struct Mine {
    pub booking: booking::Model,
    pub occurrence: Occurrence,
    pub ahead: i64,
}

/// What these attendees have booked or wait for, in the order of the times. Nine statements, or one if it is nothing.
pub async fn mine(conn: &Conn, congress: Uuid, attendees: &[Uuid]) -> Result<Vec<Mine>, DbErr> {
    let open = open_of(conn, attendees).await?;
    if open.is_empty() {
        return Ok(vec![]);
    }
    let slots: Vec<Uuid> = open.iter().map(|booking| booking.slot_id).collect();
    let queues = booking::Entity::find()
        .filter(booking::Column::SlotId.is_in(slots.iter().copied()))
        .filter(booking::Column::State.eq(State::Waiting))
        .all(conn)
        .await?;
    let mut all = vec![];
    for occurrence in occurrences(conn, congress, Only::Slots(&slots)).await? {
        for booking in open.iter().filter(|booking| booking.slot_id == occurrence.slot) {
            let before = |other: &&booking::Model| {
                other.slot_id == booking.slot_id && other.position < booking.position && other.id != booking.id
            };
            let ahead = queues.iter().filter(before).count();
            all.push(Mine {
                booking: booking.clone(),
                occurrence: occurrence.clone(),
                ahead: ahead.try_into().unwrap_or_default(),
            });
        }
    }
    Ok(all)
}

/// Somebody with a seat, or in the queue.
#[derive(Clone, Debug)]
pub struct Seated {
    pub booking: booking::Model,
    pub view: AttendeeView,
    pub order: order::Model,
}

/// Who has a seat at an occurrence, by name, and who waits, in their order. Five statements.
pub async fn seated(conn: &Conn, slot: Uuid) -> Result<Vec<Seated>, DbErr> {
    let open = booking::Entity::find()
        .filter(booking::Column::SlotId.eq(slot))
        .filter(booking::Column::State.ne(State::Freed))
        .order_by_asc(booking::Column::Position)
        .all(conn)
        .await?;
    let people = attendee::Entity::find()
        .filter(attendee::Column::Id.is_in(open.iter().map(|booking| booking.attendee_id)))
        .all(conn)
        .await?;
    let orders: HashSet<Uuid> = people.iter().map(|a| a.order_id).collect();
    let orders = order::Entity::find().filter(order::Column::Id.is_in(orders)).all(conn).await?;
    let views = views(conn, &orders, people).await?;
    let views: HashMap<Uuid, AttendeeView> = views.into_iter().map(|view| (view.attendee.id, view)).collect();
    let orders: HashMap<Uuid, order::Model> = orders.into_iter().map(|order| (order.id, order)).collect();
    let seated = |booking: booking::Model| {
        let view = views.get(&booking.attendee_id)?.clone();
        let order = orders.get(&view.attendee.order_id)?.clone();
        Some(Seated { booking, view, order })
    };
    let mut all: Vec<Seated> = open.into_iter().filter_map(seated).collect();
    let name =
        |one: &Seated| base::name::fold(&format!("{} {}", one.view.attendee.family_name, one.view.attendee.given_name));
    all.sort_by_key(|one| match one.booking.state {
        State::Booked => (0, name(one), one.booking.position),
        _ => (1, String::new(), one.booking.position),
    });
    Ok(all)
}

/// Something of somebody's that is while the session is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clash {
    pub slot: Uuid,
    pub title: Text,
    pub starts_at: Time,
    pub ends_at: Time,
    /// They speak there.
    pub speaks: bool,
}

/// What else somebody has at the time of an occurrence: seats that they booked or wait for, and sessions in which they speak
/// by the same mailbox, or by another one of theirs. Fourteen statements at most.
pub async fn clashes(conn: &Conn, who: &attendee::Model, of: &Occurrence) -> Result<Vec<Clash>, DbErr> {
    let Some(span) = of.span else { return Ok(vec![]) };
    let mut clashes = vec![];
    for mine in mine(conn, who.congress_id, &[who.id]).await? {
        let other = mine.occurrence;
        if let Some((from, until)) = other.span.filter(|other| overlap(*other, span))
            && other.slot != of.slot
            && !other.is_off
        {
            clashes.push(Clash {
                slot: other.slot,
                title: other.title,
                starts_at: from,
                ends_at: until,
                speaks: false,
            });
        }
    }
    clashes.extend(talks(conn, who, span).await?.into_iter().filter(|talk| talk.slot != of.slot));
    clashes.sort_by_key(|clash| (clash.starts_at, clash.slot));
    Ok(clashes)
}

/// By slot: what of the seats that somebody has is at the same time, and where they speak then. Who waited for one of two and
/// moved up has both. Three statements, or none if they have no seat.
pub async fn at_once(conn: &Conn, who: &attendee::Model, mine: &[Mine]) -> Result<HashMap<Uuid, Vec<Clash>>, DbErr> {
    let seat = |mine: &Mine| {
        let (from, until) = mine.occurrence.span?;
        let (slot, title) = (mine.occurrence.slot, mine.occurrence.title.clone());
        let has = mine.booking.state == State::Booked && !mine.occurrence.is_off;
        has.then_some(Clash { slot, title, starts_at: from, ends_at: until, speaks: false })
    };
    let seats: Vec<Clash> = mine.iter().filter_map(seat).collect();
    let from = seats.iter().map(|seat| seat.starts_at).min();
    let until = seats.iter().map(|seat| seat.ends_at).max();
    let Some(span) = from.zip(until) else { return Ok(HashMap::new()) };
    let all: Vec<Clash> = seats.iter().cloned().chain(talks(conn, who, span).await?).collect();
    let beside = |seat: &Clash| {
        let own = (seat.starts_at, seat.ends_at);
        let other = |other: &&Clash| other.slot != seat.slot && overlap((other.starts_at, other.ends_at), own);
        (seat.slot, all.iter().filter(other).cloned().collect::<Vec<_>>())
    };
    Ok(seats.iter().map(beside).filter(|(_, others)| !others.is_empty()).collect())
}

async fn talks(conn: &Conn, who: &attendee::Model, span: (Time, Time)) -> Result<Vec<Clash>, DbErr> {
    let Some(release) = newest(conn, who.congress_id).await? else { return Ok(vec![]) };
    let sessions = Query::select()
        .column(session_speaker::Column::SessionId)
        .from(session_speaker::Entity)
        .and_where(session_speaker::Column::SpeakerId.in_subquery(speakers(who)))
        .to_owned();
    let shown = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release.id))
        .filter(released_slot::Column::SessionId.in_subquery(sessions))
        .filter(released_slot::Column::StartsAt.lt(span.1))
        .filter(released_slot::Column::EndsAt.gt(span.0))
        .all(conn)
        .await?;
    let ids: HashSet<Uuid> = shown.iter().filter_map(|shown| shown.session_id).collect();
    let sessions = session::Entity::find()
        .filter(session::Column::Id.is_in(ids))
        .filter(session::Column::CancelledAt.is_null())
        .all(conn)
        .await?;
    let talk = |shown: released_slot::Model| {
        let session = sessions.iter().find(|session| Some(session.id) == shown.session_id)?;
        let (starts_at, ends_at) = (shown.starts_at, shown.ends_at);
        Some(Clash { slot: shown.slot_id, title: session.title.0.clone(), starts_at, ends_at, speaks: true })
    };
    Ok(shown.into_iter().filter_map(talk).collect())
}

/// The speakers that somebody is: by the same mailbox, or by a mailbox of the same person.
fn speakers(who: &attendee::Model) -> SelectStatement {
    let person = Query::select()
        .column(mailbox::Column::PersonId)
        .from(mailbox::Entity)
        .and_where(mailbox::Column::Id.eq(who.mailbox_id))
        .and_where(mailbox::Column::PersonId.is_not_null())
        .to_owned();
    let theirs = Query::select()
        .column(mailbox::Column::Id)
        .from(mailbox::Entity)
        .and_where(mailbox::Column::PersonId.in_subquery(person))
        .to_owned();
    let own =
        speaker::Column::MailboxId.eq(who.mailbox_id).or(Expr::col(speaker::Column::MailboxId).in_subquery(theirs));
    Query::select()
        .column(speaker::Column::Id)
        .from(speaker::Entity)
        .and_where(speaker::Column::CongressId.eq(who.congress_id))
        .and_where(own)
        .to_owned()
}
