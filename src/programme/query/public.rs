//! The programme as the public sees it: the newest release, with the texts as they are now.

mod detail;

pub use detail::{Detail, SpeakerDetail, detail, picture, speaker};

use crate::entity::{
    programme, released_slot, session, session_speaker, session_topic, session_type, speaker as speakers,
    speaker_picture,
};
use base::name::sorted_by;
use base::{Text, Time, Uuid};
use chrono::TimeDelta;
use congress::entity::{topic, track};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use store::{Conn, DbErr, Translated};

/// All that lists of the programme show. Sessions, rooms and so on are named by their places in the lists.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub release: Release,
    /// Until so long after midnight it is the day before.
    pub night: TimeDelta,
    /// In order of time, then of the rooms.
    pub slots: Vec<Slot>,
    pub sessions: Vec<Session>,
    pub rooms: Vec<Room>,
    pub tracks: Vec<Track>,
    pub kinds: Vec<Named>,
    pub topics: Vec<Named>,
    /// Who speaks in a session of the release, by name.
    pub speakers: Vec<Speaker>,
}

/// What says of itself which release it is.
#[derive(Clone, Debug, Default)]
pub struct Release {
    pub number: i32,
    pub name: String,
    pub made_at: Time,
}

/// When and where.
#[derive(Clone, Debug)]
pub struct Slot {
    pub id: Uuid,
    /// None: a break.
    pub session: Option<usize>,
    /// Of a break.
    pub title: Text,
    pub room: Option<usize>,
    pub starts_at: Time,
    pub ends_at: Time,
}

/// A session, as lists show it.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub id: Uuid,
    pub code: String,
    pub title: Text,
    pub subtitle: Text,
    pub kind: Option<usize>,
    pub track: Option<usize>,
    pub topics: Vec<usize>,
    pub speakers: Vec<usize>,
    /// BCP 47; empty: nobody said.
    pub language: String,
    pub cancelled: bool,
    /// Title and subtitle, who speaks and for whom, folded.
    pub search: String,
    /// Its first slot.
    pub first: usize,
}

#[derive(Clone, Debug, Default)]
pub struct Room {
    pub slug: String,
    pub name: Text,
    pub seats: Option<i32>,
}

#[derive(Clone, Debug, Default)]
pub struct Track {
    pub id: Uuid,
    pub slug: String,
    pub name: Text,
    /// `#3b49df`, or empty.
    pub colour: String,
}

/// A type or a topic.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub id: Uuid,
    pub slug: String,
    pub name: Text,
}

#[derive(Clone, Debug, Default)]
pub struct Speaker {
    pub code: String,
    pub name: String,
    pub organisation: String,
    pub search: String,
    /// The digest of their picture.
    pub picture: Option<String>,
    /// In which sessions, in the order of the release.
    pub sessions: Vec<usize>,
}

impl Plan {
    /// The session of this code, if the release has it.
    pub fn session(&self, code: &str) -> Option<usize> {
        self.sessions.iter().position(|session| session.code == code)
    }

    /// When and where a session is, in order of time.
    pub fn occurrences(&self, session: usize) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(move |slot| slot.session == Some(session))
    }
}

#[derive(FromQueryResult)]
struct SessionRow {
    id: Uuid,
    code: String,
    title: Translated,
    subtitle: Translated,
    type_id: Option<Uuid>,
    track_id: Option<Uuid>,
    language: String,
    cancelled_at: Option<Time>,
    search: String,
}

#[derive(FromQueryResult)]
struct SpeakerRow {
    id: Uuid,
    code: String,
    name: String,
    organisation: String,
    search: String,
    picture: Option<String>,
}

/// The newest release of a congress; none: it has none. Eleven statements whatever its size.
pub async fn plan(conn: &Conn, congress: Uuid) -> Result<Option<Plan>, DbErr> {
    let Some(newest) = super::newest(conn, congress).await? else { return Ok(None) };
    let release_id = newest.id;
    let programme = programme::Entity::find().filter(programme::Column::CongressId.eq(congress)).one(conn).await?;
    let night = programme.map_or(0, |programme| programme.day_change_minutes);
    let rooms = congress::query::rooms(conn, congress).await?;
    let tracks = track::Entity::find()
        .filter(track::Column::CongressId.eq(congress))
        .order_by_asc(track::Column::Position)
        .all(conn)
        .await?;
    let kinds = session_type::Entity::find()
        .filter(session_type::Column::CongressId.eq(congress))
        .order_by_asc(session_type::Column::Position)
        .all(conn)
        .await?;
    let (mut sessions, topics, speakers) = sessions(conn, congress, release_id, &tracks, &kinds).await?;
    let slots = released_slot::Entity::find()
        .filter(released_slot::Column::ReleaseId.eq(release_id))
        .order_by_asc(released_slot::Column::StartsAt)
        .order_by_asc(released_slot::Column::SlotId)
        .all(conn)
        .await?;
    let place_of = places(rooms.iter().map(|room| room.id));
    let session_of = places(sessions.iter().map(|session| session.id));
    let mut slots: Vec<Slot> = slots
        .into_iter()
        .filter_map(|row| {
            let session = match row.session_id {
                Some(id) => Some(*session_of.get(&id)?),
                None => None,
            };
            let room = row.room_id.and_then(|id| place_of.get(&id)).copied();
            Some(Slot {
                id: row.slot_id,
                session,
                title: row.title.0,
                room,
                starts_at: row.starts_at,
                ends_at: row.ends_at,
            })
        })
        .collect();
    slots.sort_by_key(|slot| (slot.starts_at, slot.room.is_none(), slot.room));
    for (at, slot) in slots.iter().enumerate().rev() {
        if let Some(session) = slot.session.and_then(|session| sessions.get_mut(session)) {
            session.first = at;
        }
    }
    Ok(Some(Plan {
        release: Release { number: newest.number, name: newest.name, made_at: newest.made_at },
        night: TimeDelta::minutes(night.into()),
        slots,
        sessions,
        rooms: rooms.into_iter().map(|row| Room { slug: row.slug, name: row.name.0, seats: row.seats }).collect(),
        tracks: tracks
            .into_iter()
            .map(|row| Track { id: row.id, slug: row.slug, name: row.name.0, colour: row.colour })
            .collect(),
        kinds: kinds.into_iter().map(|row| Named { id: row.id, slug: row.slug, name: row.name.0 }).collect(),
        topics,
        speakers,
    }))
}

fn places(ids: impl Iterator<Item = Uuid>) -> HashMap<Uuid, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// The sessions of a release, the topics that they are about, and who speaks in them.
async fn sessions(
    conn: &Conn,
    congress: Uuid,
    release: Uuid,
    tracks: &[track::Model],
    kinds: &[session_type::Model],
) -> Result<(Vec<Session>, Vec<Named>, Vec<Speaker>), DbErr> {
    use session::Column as S;
    let released = || {
        released_slot::Entity::find()
            .select_only()
            .column(released_slot::Column::SessionId)
            .filter(released_slot::Column::ReleaseId.eq(release))
            .filter(released_slot::Column::SessionId.is_not_null())
            .into_query()
    };
    let rows = session::Entity::find()
        .select_only()
        .columns([S::Id, S::Code, S::Title, S::Subtitle, S::TypeId, S::TrackId, S::Language, S::CancelledAt, S::Search])
        .filter(S::Id.in_subquery(released()))
        .order_by_asc(S::Id)
        .into_model::<SessionRow>()
        .all(conn)
        .await?;
    let topics = topic::Entity::find()
        .filter(
            topic::Column::Id.in_subquery(
                session_topic::Entity::find()
                    .select_only()
                    .column(session_topic::Column::TopicId)
                    .filter(session_topic::Column::SessionId.in_subquery(released()))
                    .into_query(),
            ),
        )
        .order_by_asc(topic::Column::Position)
        .all(conn)
        .await?;
    let about = session_topic::Entity::find()
        .filter(session_topic::Column::SessionId.in_subquery(released()))
        .all(conn)
        .await?;
    let parts: Vec<(Uuid, Uuid)> = session_speaker::Entity::find()
        .select_only()
        .columns([session_speaker::Column::SessionId, session_speaker::Column::SpeakerId])
        .filter(session_speaker::Column::SessionId.in_subquery(released()))
        .order_by_asc(session_speaker::Column::Position)
        .into_tuple()
        .all(conn)
        .await?;
    use speakers::Column as P;
    let mut people = speakers::Entity::find()
        .select_only()
        .columns([P::Id, P::Code, P::Name, P::Organisation, P::Search])
        .column_as(speaker_picture::Column::Digest, "picture")
        .join(
            JoinType::LeftJoin,
            speakers::Entity::belongs_to(speaker_picture::Entity)
                .from(P::Id)
                .to(speaker_picture::Column::SpeakerId)
                .into(),
        )
        .filter(P::CongressId.eq(congress))
        .into_model::<SpeakerRow>()
        .all(conn)
        .await?;

    let (track_of, kind_of) = (places(tracks.iter().map(|t| t.id)), places(kinds.iter().map(|k| k.id)));
    let topic_of = places(topics.iter().map(|topic| topic.id));
    let mut all: Vec<Session> = rows
        .into_iter()
        .map(|row| Session {
            id: row.id,
            code: row.code,
            title: row.title.0,
            subtitle: row.subtitle.0,
            kind: row.type_id.and_then(|id| kind_of.get(&id)).copied(),
            track: row.track_id.and_then(|id| track_of.get(&id)).copied(),
            topics: vec![],
            speakers: vec![],
            language: row.language,
            cancelled: row.cancelled_at.is_some(),
            search: row.search,
            first: 0,
        })
        .collect();
    let session_of = places(all.iter().map(|session| session.id));
    for row in about {
        let session = session_of.get(&row.session_id).and_then(|at| all.get_mut(*at));
        if let (Some(session), Some(topic)) = (session, topic_of.get(&row.topic_id)) {
            session.topics.push(*topic);
        }
    }
    // Only who speaks in the release.
    let speaking: std::collections::HashSet<Uuid> = parts.iter().map(|(_, speaker)| *speaker).collect();
    people.retain(|row| speaking.contains(&row.id));
    people.sort_by_cached_key(|row| (sorted_by(&row.name), row.code.clone()));
    let speaker_of = places(people.iter().map(|row| row.id));
    let mut speakers: Vec<Speaker> = people
        .into_iter()
        .map(|row| Speaker {
            code: row.code,
            name: row.name,
            organisation: row.organisation,
            search: row.search,
            picture: row.picture,
            sessions: vec![],
        })
        .collect();
    for (session, speaker) in parts {
        let (Some(session_at), Some(speaker_at)) = (session_of.get(&session), speaker_of.get(&speaker)) else {
            continue;
        };
        if let (Some(session), Some(speaker)) = (all.get_mut(*session_at), speakers.get_mut(*speaker_at)) {
            session.speakers.push(*speaker_at);
            session.search.push(' ');
            session.search.push_str(&speaker.search);
            speaker.sessions.push(*session_at);
        }
    }
    let topics = topics.into_iter().map(|row| Named { id: row.id, slug: row.slug, name: row.name.0 }).collect();
    Ok((all, topics, speakers))
}
