//! One event for each slot.

use super::Shown;
use crate::entity::{session, session_link, session_speaker, session_type, speaker, speaker_picture};
use crate::exchange::markup::language;
use crate::exchange::origin::{PersonOrigin, SessionOrigin, SpeakerOrigin};
use address::programme::{Session, Speaker, SpeakerPicture};
use base::{Language, Time, Uuid};
use chrono::{DateTime, FixedOffset};
use congress::entity::congress::Model as Congress;
use congress::entity::track;
use schedule::{Event, Link, Person};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr, Translated};

/// All that events are made of.
pub(super) struct Events(HashMap<Uuid, Told>);

/// A session as it is told: without when and where.
struct Told {
    track: Option<Uuid>,
    cancelled: bool,
    event: Event,
    /// Its own short name and address, for a slot that came with no file.
    slug: Option<String>,
    url: String,
}

// Of each row what is told, and no more: a file is thousands of them.

#[derive(FromQueryResult)]
struct SpeakerRow {
    id: Uuid,
    code: String,
    name: String,
    biography: Translated,
    guid: Option<Uuid>,
    source_id: String,
    origin: Option<SpeakerOrigin>,
}

#[derive(FromQueryResult)]
struct PartRow {
    session_id: Uuid,
    speaker_id: Uuid,
    origin: Option<PersonOrigin>,
}

#[derive(FromQueryResult)]
struct LinkRow {
    session_id: Uuid,
    kind: session_link::Kind,
    url: String,
    title: String,
    purpose: String,
    service: String,
}

#[derive(FromQueryResult)]
struct SessionRow {
    id: Uuid,
    code: String,
    slug: String,
    type_id: Option<Uuid>,
    track_id: Option<Uuid>,
    title: Translated,
    subtitle: Translated,
    abstract_text: Translated,
    description: Translated,
    language: String,
    do_not_record: bool,
    cancelled_at: Option<Time>,
    origin: Option<SessionOrigin>,
}

impl Events {
    /// Six statements.
    pub(super) async fn load(
        conn: &Conn,
        congress: &Congress,
        tracks: &[track::Model],
        site: &str,
    ) -> Result<Self, DbErr> {
        let (slug, congress) = (congress.slug.as_str(), congress.id);
        let kinds: HashMap<Uuid, String> = session_type::Entity::find()
            .filter(session_type::Column::CongressId.eq(congress))
            .all(conn)
            .await?
            .into_iter()
            .map(|kind| (kind.id, kind.name.in_language(Language::De).to_owned()))
            .collect();
        let tracks: HashMap<Uuid, String> =
            tracks.iter().map(|track| (track.id, track.name.in_language(Language::De).to_owned())).collect();
        let speakers = speakers(conn, congress, slug, site).await?;
        let mut persons: HashMap<Uuid, Vec<Person>> = HashMap::new();
        for part in parts(conn, congress).await? {
            let person = match part.origin {
                Some(said) => Some(said.0),
                None => speakers.get(&part.speaker_id).cloned(),
            };
            persons.entry(part.session_id).or_default().extend(person);
        }
        let mut links: HashMap<Uuid, Vec<LinkRow>> = HashMap::new();
        for link in self::links(conn, congress).await? {
            links.entry(link.session_id).or_default().push(link);
        }
        let mut all = HashMap::new();
        for row in sessions(conn, congress).await? {
            let kind = row.type_id.and_then(|id| kinds.get(&id)).cloned();
            let track = row.track_id.and_then(|id| tracks.get(&id)).cloned();
            let persons = persons.remove(&row.id).unwrap_or_default();
            let links = links.remove(&row.id).unwrap_or_default();
            let url = format!("{site}{}", Session::new(slug, &row.code).path());
            all.insert(row.id, told_session(row, kind, track, persons, links, url));
        }
        Ok(Self(all))
    }

    pub(super) fn track(&self, shown: &Shown) -> Option<Uuid> {
        self.0.get(&shown.session_id?)?.track
    }

    /// None: its session was cancelled. `last`: the session is shown no more after this, and what it says is not copied.
    pub(super) fn event(&mut self, shown: &Shown, start: DateTime<FixedOffset>, last: bool) -> Option<Event> {
        let session = shown.session_id.and_then(|id| self.0.get_mut(&id));
        if session.as_ref().is_some_and(|session| session.cancelled) {
            return None;
        }
        let said = shown.origin.clone().unwrap_or_default();
        // Of a guid that was none, what stood there says more.
        let source = Some(shown.source_guid.as_str()).filter(|source| !source.is_empty());
        let source = source.filter(|source| schedule::guid::of(source) == shown.guid);
        let id = if shown.source_id.is_empty() { shown.number.to_string() } else { shown.source_id.clone() };
        let own = session.as_ref().filter(|_| shown.origin.is_none());
        let (slug, url) = (own.and_then(|session| session.slug.clone()), own.map(|session| session.url.clone()));
        let event = match session {
            Some(session) if last => std::mem::take(&mut session.event),
            Some(session) => session.event.clone(),
            None => Event { title: shown.title.in_language(Language::De).to_owned(), ..Event::default() },
        };
        Some(Event {
            id: Some(id),
            guid: Some(shown.guid).filter(|_| source.is_none()),
            source_id: source.map(str::to_owned),
            slug: said.slug.or(slug),
            url: said.url.or(url),
            start,
            duration: shown.ends_at - shown.starts_at,
            ..event
        })
    }
}

fn of_congress(congress: Uuid) -> SelectStatement {
    session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::CongressId.eq(congress))
        .into_query()
}

async fn sessions(conn: &Conn, congress: Uuid) -> Result<Vec<SessionRow>, DbErr> {
    use session::Column as C;
    let texts = [C::Title, C::Subtitle, C::AbstractText, C::Description, C::Language];
    session::Entity::find()
        .select_only()
        .columns([C::Id, C::Code, C::Slug, C::TypeId, C::TrackId, C::DoNotRecord, C::CancelledAt, C::Origin])
        .columns(texts)
        .filter(C::CongressId.eq(congress))
        .into_model()
        .all(conn)
        .await
}

async fn parts(conn: &Conn, congress: Uuid) -> Result<Vec<PartRow>, DbErr> {
    use session_speaker::Column as C;
    session_speaker::Entity::find()
        .select_only()
        .columns([C::SessionId, C::SpeakerId, C::Origin])
        .filter(C::SessionId.in_subquery(of_congress(congress)))
        .order_by_asc(C::Position)
        .into_model()
        .all(conn)
        .await
}

async fn links(conn: &Conn, congress: Uuid) -> Result<Vec<LinkRow>, DbErr> {
    use session_link::Column as C;
    session_link::Entity::find()
        .select_only()
        .columns([C::SessionId, C::Kind, C::Url, C::Title, C::Purpose, C::Service])
        .filter(C::SessionId.in_subquery(of_congress(congress)))
        .order_by_asc(C::Position)
        .into_model()
        .all(conn)
        .await
}

/// Those of a file as it has them; our own with their public addresses.
async fn speakers(conn: &Conn, congress: Uuid, slug: &str, site: &str) -> Result<HashMap<Uuid, Person>, DbErr> {
    use speaker::Column as C;
    let find = || speaker::Entity::find().select_only().filter(C::CongressId.eq(congress));
    let pictures: Vec<Uuid> = speaker_picture::Entity::find()
        .select_only()
        .column(speaker_picture::Column::SpeakerId)
        .filter(speaker_picture::Column::SpeakerId.in_subquery(find().column(C::Id).into_query()))
        .into_tuple()
        .all(conn)
        .await?;
    let pictures: HashSet<Uuid> = pictures.into_iter().collect();
    let columns = [C::Id, C::Code, C::Name, C::Biography, C::Guid, C::SourceId, C::Origin];
    let rows = find().columns(columns).into_model::<SpeakerRow>().all(conn).await?;
    let person = |row: SpeakerRow| {
        let picture = || format!("{site}{}", SpeakerPicture::new(slug, &row.code).path());
        let own = row.origin.is_none();
        let (url, avatar) = match own {
            true => {
                let page = format!("{site}{}", Speaker::new(slug, &row.code).path());
                (Some(page), pictures.contains(&row.id).then(picture))
            }
            false => (None, None),
        };
        (row.id, told_speaker(row, url, avatar))
    };
    Ok(rows.into_iter().map(person).collect())
}

/// `url`, `avatar`: of one of our own.
fn told_speaker(row: SpeakerRow, url: Option<String>, avatar: Option<String>) -> Person {
    let biography = row.biography.in_language(Language::De).to_owned();
    let own = row.origin.is_none();
    let said = row.origin.unwrap_or_default();
    Person {
        id: some(row.source_id),
        guid: row.guid,
        code: if own { Some(row.code) } else { said.code },
        name: row.name,
        biography: some(biography),
        avatar: avatar.or(said.avatar),
        url: url.or(said.url),
        links: said.links,
        answers: vec![],
    }
}

fn told_session(
    row: SessionRow,
    kind: Option<String>,
    track: Option<String>,
    persons: Vec<Person>,
    links: Vec<LinkRow>,
    url: String,
) -> Told {
    let own = row.origin.is_none();
    let said = row.origin.unwrap_or_default();
    let language = language(&row.language);
    let text = |text: &Translated| some(text.in_language(language).to_owned());
    let mut recording = said.recording;
    if recording.optout.unwrap_or_default() != row.do_not_record {
        recording.optout = Some(row.do_not_record);
    }
    let (links, attachments) = links.into_iter().partition::<Vec<_>, _>(|link| link.kind == session_link::Kind::Link);
    let event = Event {
        code: if own { Some(row.code) } else { said.code },
        title: row.title.in_language(language).to_owned(),
        subtitle: text(&row.subtitle),
        kind,
        track,
        language: some(row.language.clone()),
        abstract_text: text(&row.abstract_text),
        description: text(&row.description),
        persons,
        links: links.into_iter().map(told_link).collect(),
        attachments: attachments.into_iter().map(told_link).collect(),
        logo: said.logo,
        feedback_url: said.feedback_url,
        origin_url: said.origin_url,
        video_download_url: said.video_download_url,
        recording,
        ..Event::default()
    };
    Told { track: row.track_id, cancelled: row.cancelled_at.is_some(), event, slug: some(row.slug), url }
}

fn told_link(row: LinkRow) -> Link {
    Link { url: row.url, title: some(row.title), kind: some(row.purpose), service: some(row.service) }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
