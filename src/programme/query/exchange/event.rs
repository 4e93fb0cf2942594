//! One event for each slot.

use super::Shown;
use crate::entity::{session, session_link, session_speaker, session_type, speaker, speaker_picture};
use crate::exchange::markup::language;
use crate::exchange::origin::{PersonOrigin, SessionOrigin, SpeakerOrigin};
use address::programme::{Session, Speaker, SpeakerPicture};
use base::{Language, Uuid};
use chrono::{DateTime, FixedOffset};
use congress::entity::congress::Model as Congress;
use congress::entity::track;
use schedule::{Event, Link, Person};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use store::{Cell, Conn, DbErr, Row, packed, unpacked};

/// All that events are made of.
pub(super) struct Events(HashMap<Uuid, Told>);

/// A session as it is told: without when and where.
pub(super) struct Told {
    kind: Option<Uuid>,
    track: Option<Uuid>,
    cancelled: bool,
    /// The code of one that came with no file.
    own: Option<String>,
    event: Event,
    /// Its own short name and address, for a slot that came with no file.
    slug: Option<String>,
    url: String,
}

// Of each row what is told, in the order in which it is read, and no more: a file is thousands of them. Texts are those of
// the statement's answer until they are told.

/// A text in both languages.
#[derive(Default, Deserialize)]
struct Said<'t> {
    #[serde(borrow, default)]
    de: Cow<'t, str>,
    #[serde(borrow, default)]
    en: Cow<'t, str>,
}

impl Said<'_> {
    fn in_language(self, language: Language) -> String {
        let (own, other) = if language == Language::De { (self.de, self.en) } else { (self.en, self.de) };
        if own.is_empty() { other.into_owned() } else { own.into_owned() }
    }
}

#[derive(Deserialize)]
struct SpeakerRow<'t> {
    id: Uuid,
    #[serde(borrow)]
    code: Cow<'t, str>,
    name: String,
    #[serde(borrow)]
    biography: Said<'t>,
    guid: Option<Uuid>,
    source_id: String,
    origin: Option<SpeakerOrigin>,
}

#[derive(Deserialize)]
struct PartRow {
    session_id: Uuid,
    speaker_id: Uuid,
    origin: Option<PersonOrigin>,
}

#[derive(Deserialize)]
struct LinkRow {
    session_id: Uuid,
    kind: session_link::Kind,
    url: String,
    title: String,
    purpose: String,
    service: String,
}

#[derive(Deserialize)]
struct SessionRow<'t> {
    id: Uuid,
    #[serde(borrow)]
    code: Cow<'t, str>,
    slug: String,
    type_id: Option<Uuid>,
    track_id: Option<Uuid>,
    #[serde(borrow)]
    title: Said<'t>,
    #[serde(borrow)]
    subtitle: Said<'t>,
    #[serde(borrow)]
    abstract_text: Said<'t>,
    #[serde(borrow)]
    description: Said<'t>,
    language: String,
    do_not_record: bool,
    cancelled_at: Option<IgnoredAny>,
    origin: Option<SessionOrigin>,
}

/// What stands around sessions.
pub(super) struct Around {
    kinds: HashMap<Uuid, String>,
    persons: HashMap<Uuid, Vec<Person>>,
    /// Links, and attachments.
    links: HashMap<Uuid, (Vec<Link>, Vec<Link>)>,
}

impl Around {
    /// Five statements.
    pub(super) async fn load(conn: &Conn, congress: &Congress, site: &str) -> Result<Self, DbErr> {
        let (slug, congress) = (congress.slug.as_str(), congress.id);
        let kinds = session_type::Entity::find()
            .filter(session_type::Column::CongressId.eq(congress))
            .all(conn)
            .await?
            .into_iter()
            .map(|kind| (kind.id, kind.name.in_language(Language::De).to_owned()))
            .collect();
        let speakers = speakers(conn, congress, slug, site).await?;
        let mut persons: HashMap<Uuid, Vec<Person>> = HashMap::with_capacity(speakers.len());
        for part in unpacked::<PartRow>(&parts(conn, congress).await?)? {
            let person = match part.origin {
                Some(said) => Some(said.0),
                None => speakers.get(&part.speaker_id).cloned(),
            };
            persons.entry(part.session_id).or_default().extend(person);
        }
        let mut links: HashMap<Uuid, (Vec<Link>, Vec<Link>)> = HashMap::new();
        for row in unpacked::<LinkRow>(&self::links(conn, congress).await?)? {
            let (links, attachments) = links.entry(row.session_id).or_default();
            let list = if row.kind == session_link::Kind::Link { links } else { attachments };
            list.push(Link {
                url: row.url,
                title: some(row.title),
                kind: some(row.purpose),
                service: some(row.service),
            });
        }
        Ok(Self { kinds, persons, links })
    }
}

impl Events {
    /// The sessions with what stands around them.
    pub(super) fn new(
        mut sessions: HashMap<Uuid, Told>,
        mut around: Around,
        (congress, site): (&Congress, &str),
        tracks: &[track::Model],
    ) -> Self {
        let tracks: HashMap<Uuid, &str> =
            tracks.iter().map(|track| (track.id, track.name.in_language(Language::De))).collect();
        for (id, told) in &mut sessions {
            told.event.kind = told.kind.and_then(|id| around.kinds.get(&id)).cloned();
            told.event.track = told.track.and_then(|id| tracks.get(&id)).map(|name| (*name).to_owned());
            told.event.persons = around.persons.remove(id).unwrap_or_default();
            (told.event.links, told.event.attachments) = around.links.remove(id).unwrap_or_default();
            if let Some(code) = &told.own {
                told.url = format!("{site}{}", Session::new(&congress.slug, code).path());
            }
        }
        Self(sessions)
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

/// All sessions, without what stands around them.
pub(super) async fn sessions(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, Told>, DbErr> {
    use session::Column as C;
    let rows = session::Entity::find().select_only().filter(C::CongressId.eq(congress)).into_query();
    let row = Row::default()
        .with(Cell::Id, [C::Id])
        .with(Cell::Text, [C::Code, C::Slug])
        .with(Cell::Id, [C::TypeId, C::TrackId])
        .with(Cell::Json, [C::Title, C::Subtitle, C::AbstractText, C::Description])
        .with(Cell::Text, [C::Language])
        .with(Cell::Flag, [C::DoNotRecord])
        .with(Cell::Text, [C::CancelledAt])
        .with(Cell::Json, [C::Origin]);
    let rows = packed(conn, rows, &row).await?;
    // Most of what there is to do, and others read meanwhile.
    let told = move || Ok(unpacked::<SessionRow>(&rows)?.into_iter().map(|row| (row.id, told_session(row))).collect());
    tokio::task::spawn_blocking(told).await.map_err(|error| DbErr::Custom(error.to_string()))?
}

async fn parts(conn: &Conn, congress: Uuid) -> Result<Vec<String>, DbErr> {
    use session_speaker::Column as C;
    let rows = session_speaker::Entity::find()
        .select_only()
        .filter(C::SessionId.in_subquery(of_congress(congress)))
        .order_by_asc(C::Position)
        .into_query();
    let row = Row::default().with(Cell::Id, [C::SessionId, C::SpeakerId]).with(Cell::Json, [C::Origin]);
    packed(conn, rows, &row).await
}

async fn links(conn: &Conn, congress: Uuid) -> Result<Vec<String>, DbErr> {
    use session_link::Column as C;
    let rows = session_link::Entity::find()
        .select_only()
        .filter(C::SessionId.in_subquery(of_congress(congress)))
        .order_by_asc(C::Position)
        .into_query();
    let texts = [C::Kind, C::Url, C::Title, C::Purpose, C::Service];
    packed(conn, rows, &Row::default().with(Cell::Id, [C::SessionId]).with(Cell::Text, texts)).await
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
    let row = Row::default()
        .with(Cell::Id, [C::Id])
        .with(Cell::Text, [C::Code, C::Name])
        .with(Cell::Json, [C::Biography])
        .with(Cell::Id, [C::Guid])
        .with(Cell::Text, [C::SourceId])
        .with(Cell::Json, [C::Origin]);
    let rows = packed(conn, find().into_query(), &row).await?;
    let person = |row: SpeakerRow<'_>| {
        let picture = || format!("{site}{}", SpeakerPicture::new(slug, &*row.code).path());
        let own = row.origin.is_none();
        let (url, avatar) = match own {
            true => {
                let page = format!("{site}{}", Speaker::new(slug, &*row.code).path());
                (Some(page), pictures.contains(&row.id).then(picture))
            }
            false => (None, None),
        };
        (row.id, told_speaker(row, url, avatar))
    };
    Ok(unpacked::<SpeakerRow>(&rows)?.into_iter().map(person).collect())
}

/// `url`, `avatar`: of one of our own.
fn told_speaker(row: SpeakerRow<'_>, url: Option<String>, avatar: Option<String>) -> Person {
    let biography = row.biography.in_language(Language::De);
    let own = row.origin.is_none();
    let said = row.origin.unwrap_or_default();
    Person {
        id: some(row.source_id),
        guid: row.guid,
        code: if own { Some(row.code.into_owned()) } else { said.code },
        name: row.name,
        biography: some(biography),
        avatar: avatar.or(said.avatar),
        url: url.or(said.url),
        links: said.links,
        answers: vec![],
    }
}

fn told_session(row: SessionRow<'_>) -> Told {
    let code = row.origin.is_none().then(|| row.code.into_owned());
    let said = row.origin.unwrap_or_default();
    let language = language(&row.language);
    let text = |text: Said<'_>| some(text.in_language(language));
    let mut recording = said.recording;
    if recording.optout.unwrap_or_default() != row.do_not_record {
        recording.optout = Some(row.do_not_record);
    }
    let event = Event {
        code: code.clone().or(said.code),
        title: row.title.in_language(language),
        subtitle: text(row.subtitle),
        language: some(row.language),
        abstract_text: text(row.abstract_text),
        description: text(row.description),
        logo: said.logo,
        feedback_url: said.feedback_url,
        origin_url: said.origin_url,
        video_download_url: said.video_download_url,
        recording,
        ..Event::default()
    };
    Told {
        kind: row.type_id,
        track: row.track_id,
        cancelled: row.cancelled_at.is_some(),
        own: code,
        event,
        slug: some(row.slug),
        url: String::new(),
    }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
