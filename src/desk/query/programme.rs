//! The programme as the desk shows it.

use crate::form::programme::Programme;
use crate::form::programme::search::{SessionSearch, SpeakerSearch};
use crate::query::timeline::{Timeline, of_object};
use crate::rules::pages::{Page, ROWS};
use base::{Language, Uuid};
use congress::entity::{topic, track};
use programme::ProgrammeError;
use programme::entity::session_type;
use programme::query::session::{self, Filter, SessionView, State};
use programme::query::speaker::{self, SpeakerView};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::{Conn, DbErr};

/// A page of sessions.
#[derive(Clone, Debug)]
pub struct SessionList {
    pub search: SessionSearch,
    pub page: Page,
    pub sessions: Vec<SessionView>,
    /// How many in each state, whatever state is asked for.
    pub states: Vec<(State, i64)>,
    pub tracks: Vec<track::Model>,
    pub types: Vec<session_type::Model>,
    pub rooms: Vec<(Uuid, String)>,
}

/// Sessions that a search finds. Nine statements, however many there are.
pub async fn sessions(
    conn: &Conn,
    congress: Uuid,
    search: SessionSearch,
    language: Language,
) -> Result<SessionList, DbErr> {
    let (tracks, types) =
        (programme::query::tracks(conn, congress).await?, programme::query::session_types(conn, congress).await?);
    let filter = filter(&search, &tracks, &types);
    let found = session::find(conn, congress, &filter, (ROWS, Page::offset(search.page))).await?;
    Ok(SessionList {
        page: Page { number: search.page, total: found.total },
        sessions: found.sessions,
        states: found.states,
        rooms: rooms(conn, congress, language).await?,
        search,
        tracks,
        types,
    })
}

/// What the database is asked for. A short name that nothing has finds nothing.
pub fn filter(search: &SessionSearch, tracks: &[track::Model], types: &[session_type::Model]) -> Filter {
    let named = |slug: &str, id: Option<Uuid>| (!slug.is_empty()).then(|| id.unwrap_or_default());
    let track = tracks.iter().find(|row| row.slug == search.track).map(|row| row.id);
    let kind = types.iter().find(|row| row.slug == search.kind).map(|row| row.id);
    Filter {
        query: search.query.clone(),
        kind: named(&search.kind, kind),
        track: named(&search.track, track),
        state: search.state,
        unplaced: search.unplaced,
    }
}

/// What rooms are called.
pub async fn rooms(conn: &Conn, congress: Uuid, language: Language) -> Result<Vec<(Uuid, String)>, DbErr> {
    let rooms = congress::query::rooms(conn, congress).await?;
    Ok(rooms.into_iter().map(|row| (row.id, row.name.in_language(language).to_owned())).collect())
}

/// A page of speakers.
#[derive(Clone, Debug)]
pub struct SpeakerList {
    pub search: SpeakerSearch,
    pub page: Page,
    pub speakers: Vec<SpeakerView>,
}

/// Speakers that a search finds. Three statements, however many there are.
pub async fn speakers(conn: &Conn, congress: Uuid, search: SpeakerSearch) -> Result<SpeakerList, DbErr> {
    let (speakers, total) = speaker::find(conn, congress, &search.query, (ROWS, Page::offset(search.page))).await?;
    Ok(SpeakerList { page: Page { number: search.page, total }, search, speakers })
}

/// What the form of a session needs to know; of one that is there also what is known of it. Twelve statements at most.
pub async fn around_session(
    conn: &Conn,
    congress: Uuid,
    id: Option<Uuid>,
    language: Language,
) -> Result<Programme, ProgrammeError> {
    let session = match id {
        Some(id) => Some(session::one(conn, congress, id).await?.ok_or(ProgrammeError::Unknown)?),
        None => None,
    };
    let row = congress::query::by_id(conn, congress).await?.ok_or(ProgrammeError::Unknown)?;
    let topics = topic::Entity::find().filter(topic::Column::HostId.eq(row.host_id));
    Ok(Programme {
        language,
        tracks: programme::query::tracks(conn, congress).await?,
        types: programme::query::session_types(conn, congress).await?,
        speakers: speaker::names(conn, congress).await?,
        topics: topics.order_by_asc(topic::Column::Position).all(conn).await?,
        rooms: rooms(conn, congress, language).await?,
        history: match id {
            Some(id) => of_object(conn, id).await?,
            None => Timeline::default(),
        },
        invitations: match id {
            Some(id) => calendar::query::invited::to(conn, congress, id).await?,
            None => vec![],
        },
        session,
        speaker: None,
    })
}

/// What the form of a speaker shows beside it.
pub async fn around_speaker(
    conn: &Conn,
    congress: Uuid,
    id: Option<Uuid>,
    language: Language,
) -> Result<Programme, ProgrammeError> {
    let Some(id) = id else { return Ok(Programme { language, ..Programme::default() }) };
    Ok(Programme {
        language,
        speaker: Some(speaker::one(conn, congress, id).await?.ok_or(ProgrammeError::Unknown)?),
        history: of_object(conn, id).await?,
        ..Programme::default()
    })
}
