//! The draft as it is now: as the rules see it, and with the names that people know. Seventeen statements, whatever its
//! size.

mod count;

use crate::ProgrammeError;
use crate::entity::{
    clash_severity, programme, session, session_apart, session_speaker, session_type, slot, speaker, speaker_time,
};
use crate::exchange::origin::{Layout, told};
use crate::rules::clash::{self, Kind, Settings, Severity};
use crate::rules::day::{self, Day};
use crate::rules::plan::{Content, Plan, Room, Session, Slot, Span, Speaker, Track, Type, Walk};
use base::{Text, Time, Uuid};
use chrono_tz::Tz;
use congress::entity::congress::Model as Congress;
use congress::entity::{room, room_time, room_walk, track, track_room};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use store::{Conn, DbErr, Translated};

/// The whole draft.
#[derive(Clone, Debug)]
pub struct Draft {
    pub plan: Plan,
    pub settings: Settings,
    pub frame: Frame,
    /// In their order, as tracks and types.
    pub rooms: Vec<room::Model>,
    pub tracks: Vec<track::Model>,
    pub types: Vec<session_type::Model>,
    pub sessions: HashMap<Uuid, SessionView>,
    pub speakers: HashMap<Uuid, SpeakerView>,
    /// By time, what is parked last. A session that has no slot stands there parked, under its own id.
    pub slots: Vec<SlotView>,
}

/// What is said of the programme as a whole.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Raised by every change of the draft.
    pub draft: i64,
    /// Minutes between two possible beginnings.
    pub grid: i32,
    /// The night until this minute after midnight belongs to the day before.
    pub night: i32,
    pub zone: Tz,
    /// The congress's days, and those on which something stands.
    pub days: Vec<Day>,
}

/// A session, in short.
#[derive(Clone, Debug)]
pub struct SessionView {
    pub id: Uuid,
    pub code: String,
    pub title: Text,
    pub kind: Option<Uuid>,
    pub track: Option<Uuid>,
    pub language: String,
    /// How long it was agreed to be, or else as its type.
    pub minutes: Option<i32>,
    pub seats: Option<i32>,
    /// Booked, at the occurrence that has most.
    pub bookings: i32,
    /// How many have marked it behind a link of theirs.
    pub stars: i32,
    pub confirmed: bool,
    pub cancelled: bool,
    pub speakers: Vec<Uuid>,
}

/// Who speaks.
#[derive(Clone, Debug)]
pub struct SpeakerView {
    pub name: String,
    pub organisation: String,
    /// When they can be there. None at all: they have not said.
    pub there: Vec<Span>,
}

/// A slot, or a session that has none yet.
#[derive(Clone, Debug)]
pub struct SlotView {
    pub id: Uuid,
    pub kind: slot::Kind,
    pub session: Option<Uuid>,
    /// Of a break or a blocker.
    pub title: Text,
    pub room: Option<Uuid>,
    /// None: it is parked.
    pub span: Option<Span>,
    pub pinned: bool,
    /// Zero: there is no slot yet.
    pub version: i32,
    pub number: Option<i32>,
}

#[derive(FromQueryResult)]
struct SessionRow {
    id: Uuid,
    code: String,
    title: Translated,
    type_id: Option<Uuid>,
    track_id: Option<Uuid>,
    language: String,
    minutes: Option<i32>,
    seats: Option<i32>,
    confirmed_at: Option<Time>,
    cancelled_at: Option<Time>,
}

#[derive(FromQueryResult)]
struct SpeakerRow {
    id: Uuid,
    name: String,
    organisation: String,
}

/// How far the draft is: whoever shows it asks whether it is still the same.
pub async fn number(conn: &Conn, congress: Uuid) -> Result<i64, DbErr> {
    let find = programme::Entity::find().select_only().column(programme::Column::Draft);
    let found: Option<i64> = find.filter(programme::Column::CongressId.eq(congress)).into_tuple().one(conn).await?;
    Ok(found.unwrap_or(0))
}

/// The draft of a congress.
pub async fn draft(conn: &Conn, congress: &Congress) -> Result<Draft, ProgrammeError> {
    let zone: Tz = congress::rules::check_zone(&congress.zone)?;
    let programme = programme::Entity::find().filter(programme::Column::CongressId.eq(congress.id)).one(conn).await?;
    let rooms = congress::query::rooms(conn, congress.id).await?;
    let tracks = track::Entity::find()
        .filter(track::Column::CongressId.eq(congress.id))
        .order_by_asc(track::Column::Position)
        .all(conn)
        .await?;
    let types = session_type::Entity::find()
        .filter(session_type::Column::CongressId.eq(congress.id))
        .order_by_asc(session_type::Column::Position)
        .all(conn)
        .await?;
    let speakers = speakers(conn, congress.id).await?;
    let sessions = sessions(conn, congress.id, &types).await?;
    let slots = slots(conn, congress.id, &sessions).await?;
    let night = programme.as_ref().map_or(programme::DAY_CHANGE_MINUTES, |row| row.day_change_minutes);
    let own = days(congress, zone, night, programme.as_ref())?;
    let plan = Plan {
        beyond: own
            .last()
            .map(|last| Span::new(last.span.until, congress.ends_at))
            .filter(|span| span.from < span.until),
        days: own.iter().map(|day| day.span).collect(),
        rooms: plan_rooms(conn, &rooms).await?,
        tracks: plan_tracks(conn, &tracks).await?,
        types: types.iter().map(|row| Type { id: row.id, minutes: row.minutes, seamless: row.seamless }).collect(),
        speakers: speakers.iter().map(|(id, view)| Speaker { id: *id, there: view.there.clone() }).collect(),
        sessions: sessions.values().filter(|session| !session.cancelled).map(plan_session).collect(),
        slots: slots.iter().filter_map(|slot| plan_slot(slot, &sessions)).collect(),
        apart: apart(conn, congress.id).await?,
        walks: walks(conn, congress.id).await?,
    };
    let frame = Frame {
        draft: programme.as_ref().map_or(0, |row| row.draft),
        grid: programme.as_ref().map_or(programme::GRID_MINUTES, |row| row.grid_minutes.max(1)),
        night,
        zone,
        days: shown(own, zone, night, &slots),
    };
    let settings = settings(conn, congress.id, programme.as_ref()).await?;
    let plan = sorted(plan);
    Ok(Draft { plan, settings, frame, rooms, tracks, types, sessions, speakers, slots })
}

/// In the order of their ids: the same draft is the same plan.
fn sorted(mut plan: Plan) -> Plan {
    plan.speakers.sort_by_key(|speaker| speaker.id);
    plan.sessions.sort_by_key(|session| session.id);
    plan
}

impl Draft {
    /// Everything that is wrong with it.
    pub fn clashes(&self) -> Vec<clash::Clash> {
        clash::clashes(&self.plan, &self.settings)
    }

    /// A slot of it, or a session that has none.
    pub fn slot(&self, id: Uuid) -> Option<&SlotView> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// What stands in a slot: the session's title, or its own.
    pub fn title<'d>(&'d self, slot: &'d SlotView) -> &'d Text {
        slot.session.and_then(|id| self.sessions.get(&id)).map_or(&slot.title, |session| &session.title)
    }
}

/// What counts for a congress.
pub async fn settings(conn: &Conn, congress: Uuid, programme: Option<&programme::Model>) -> Result<Settings, DbErr> {
    let rows = clash_severity::Entity::find().filter(clash_severity::Column::CongressId.eq(congress)).all(conn).await?;
    let named = rows.iter().filter_map(|row| Some((Kind::named(&row.kind)?, Severity::named(&row.severity)?)));
    let mut settings = named.fold(Settings::default(), |settings, (kind, severity)| settings.with(kind, severity));
    if let Some(row) = programme {
        (settings.changeover, settings.walk) = (row.changeover_minutes, row.walk_minutes);
    }
    Ok(settings)
}

/// The congress's days; where a file told more of one, all of it.
fn days(congress: &Congress, zone: Tz, night: i32, row: Option<&programme::Model>) -> Result<Vec<Day>, DbErr> {
    let mut own = day::days(congress.starts_at, congress.ends_at, zone, night);
    let layout: Layout = told(row.and_then(|row| row.origin.as_ref()))?;
    for laid in &layout.days {
        let (Some(from), Some(until)) = (laid.start, laid.end) else { continue };
        let (from, until) = (from.to_utc(), until.to_utc());
        if let Some(day) = own.iter_mut().find(|day| day.date == day::date(from, zone, night)) {
            day.span = Span::new(day.span.from.min(from), day.span.until.max(until));
        }
    }
    Ok(own)
}

/// The congress's days, each as long as what stands on it, and others on which something stands.
fn shown(mut days: Vec<Day>, zone: Tz, night: i32, slots: &[SlotView]) -> Vec<Day> {
    for span in slots.iter().filter_map(|slot| slot.span) {
        let date = day::date(span.from, zone, night);
        let until = span.until.min(day::whole(date, zone, night).until).max(span.from);
        match days.iter_mut().find(|day| day.date == date) {
            Some(day) => day.span = Span::new(day.span.from.min(span.from), day.span.until.max(until)),
            None => days.push(Day { date, span: Span::new(span.from, until) }),
        }
    }
    days.sort_by_key(|day| day.date);
    days
}

async fn speakers(conn: &Conn, congress: Uuid) -> Result<HashMap<Uuid, SpeakerView>, DbErr> {
    let own = || speaker::Entity::find().select_only().filter(speaker::Column::CongressId.eq(congress));
    let rows = own()
        .columns([speaker::Column::Id, speaker::Column::Name, speaker::Column::Organisation])
        .into_model::<SpeakerRow>()
        .all(conn)
        .await?;
    let view = |row: SpeakerRow| SpeakerView { name: row.name, organisation: row.organisation, there: vec![] };
    let mut speakers: HashMap<Uuid, SpeakerView> = rows.into_iter().map(|row| (row.id, view(row))).collect();
    let ids = own().column(speaker::Column::Id).into_query();
    let times = speaker_time::Entity::find()
        .filter(speaker_time::Column::SpeakerId.in_subquery(ids))
        .order_by_asc(speaker_time::Column::StartsAt)
        .all(conn)
        .await?;
    for time in times {
        if let Some(speaker) = speakers.get_mut(&time.speaker_id) {
            speaker.there.push(Span::new(time.starts_at, time.ends_at));
        }
    }
    Ok(speakers)
}

async fn sessions(
    conn: &Conn,
    congress: Uuid,
    types: &[session_type::Model],
) -> Result<HashMap<Uuid, SessionView>, DbErr> {
    use session::Column as C;
    let own = || session::Entity::find().select_only().filter(C::CongressId.eq(congress));
    let columns = [
        C::Id,
        C::Code,
        C::Title,
        C::TypeId,
        C::TrackId,
        C::Language,
        C::Minutes,
        C::Seats,
        C::ConfirmedAt,
        C::CancelledAt,
    ];
    let rows = own().columns(columns).into_model::<SessionRow>().all(conn).await?;
    let length = |row: &SessionRow| {
        row.minutes.or_else(|| types.iter().find(|kind| Some(kind.id) == row.type_id).and_then(|kind| kind.minutes))
    };
    let counts = count::counts(conn, congress).await?;
    let count = |id: Uuid| counts.get(&id).copied().unwrap_or_default();
    let view = |row: SessionRow| SessionView {
        minutes: length(&row),
        bookings: count(row.id).bookings,
        stars: count(row.id).stars,
        id: row.id,
        code: row.code,
        title: row.title.0,
        kind: row.type_id,
        track: row.track_id,
        language: row.language,
        seats: row.seats,
        confirmed: row.confirmed_at.is_some(),
        cancelled: row.cancelled_at.is_some(),
        speakers: vec![],
    };
    let mut sessions: HashMap<Uuid, SessionView> = rows.into_iter().map(|row| (row.id, view(row))).collect();
    let parts: Vec<(Uuid, Uuid)> = session_speaker::Entity::find()
        .select_only()
        .columns([session_speaker::Column::SessionId, session_speaker::Column::SpeakerId])
        .filter(session_speaker::Column::SessionId.in_subquery(own().column(C::Id).into_query()))
        .order_by_asc(session_speaker::Column::Position)
        .into_tuple()
        .all(conn)
        .await?;
    for (session, speaker) in parts {
        if let Some(session) = sessions.get_mut(&session) {
            session.speakers.push(speaker);
        }
    }
    Ok(sessions)
}

async fn slots(conn: &Conn, congress: Uuid, sessions: &HashMap<Uuid, SessionView>) -> Result<Vec<SlotView>, DbErr> {
    let rows = slot::Entity::find()
        .filter(slot::Column::CongressId.eq(congress))
        .filter(slot::Column::RemovedAt.is_null())
        .order_by_asc(slot::Column::Number)
        .all(conn)
        .await?;
    let mut slots: Vec<SlotView> = rows.into_iter().map(SlotView::from).collect();
    let known: HashSet<Uuid> = slots.iter().filter_map(|slot| slot.session).collect();
    let without = sessions.values().filter(|session| !session.cancelled && !known.contains(&session.id));
    let mut without: Vec<SlotView> = without.map(|session| SlotView::of(session.id)).collect();
    without.sort_by_key(|slot| slot.id);
    slots.extend(without);
    slots.sort_by_key(|slot| (slot.span.is_none(), slot.span));
    Ok(slots)
}

impl From<slot::Model> for SlotView {
    fn from(row: slot::Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            session: row.session_id,
            title: row.title.0,
            room: row.room_id,
            span: row.starts_at.zip(row.ends_at).map(|(from, until)| Span::new(from, until)),
            pinned: row.pinned,
            version: row.version,
            number: Some(row.number),
        }
    }
}

impl SlotView {
    /// Of a session that has no slot.
    fn of(session: Uuid) -> Self {
        Self {
            id: session,
            kind: slot::Kind::Session,
            session: Some(session),
            title: Text::default(),
            room: None,
            span: None,
            pinned: false,
            version: 0,
            number: None,
        }
    }

    /// As the rules see it.
    pub fn plan(&self) -> Slot {
        let content = match (self.kind, self.session) {
            (slot::Kind::Session, Some(session)) => Content::Session(session),
            (slot::Kind::Break, _) => Content::Break,
            (slot::Kind::Session | slot::Kind::Blocker, _) => Content::Blocker,
        };
        Slot { id: self.id, content, room: self.room, span: self.span, pinned: self.pinned }
    }
}

/// What is cancelled takes no room.
fn plan_slot(slot: &SlotView, sessions: &HashMap<Uuid, SessionView>) -> Option<Slot> {
    let cancelled = slot.session.and_then(|id| sessions.get(&id)).is_some_and(|session| session.cancelled);
    (!cancelled).then(|| slot.plan())
}

fn plan_session(view: &SessionView) -> Session {
    Session {
        id: view.id,
        track: view.track,
        kind: view.kind,
        speakers: view.speakers.clone(),
        minutes: view.minutes,
        seats: view.seats,
        bookings: view.bookings,
        stars: view.stars,
    }
}

async fn plan_rooms(conn: &Conn, rooms: &[room::Model]) -> Result<Vec<Room>, DbErr> {
    let ids = rooms.iter().map(|room| room.id);
    let times = room_time::Entity::find().filter(room_time::Column::RoomId.is_in(ids)).all(conn).await?;
    let open = |id: Uuid| times.iter().filter(move |t| t.room_id == id).map(|t| Span::new(t.starts_at, t.ends_at));
    let room = |row: &room::Model| Room {
        id: row.id,
        seats: row.seats,
        several: row.several,
        open: open(row.id).collect(),
        changeover: row.changeover_minutes,
    };
    Ok(rooms.iter().map(room).collect())
}

async fn plan_tracks(conn: &Conn, tracks: &[track::Model]) -> Result<Vec<Track>, DbErr> {
    let ids = tracks.iter().map(|track| track.id);
    let homes = track_room::Entity::find().filter(track_room::Column::TrackId.is_in(ids)).all(conn).await?;
    let of = |id: Uuid| homes.iter().filter(move |home| home.track_id == id).map(|home| home.room_id);
    Ok(tracks.iter().map(|row| Track { id: row.id, rooms: of(row.id).collect() }).collect())
}

async fn apart(conn: &Conn, congress: Uuid) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let find = session_apart::Entity::find().filter(session_apart::Column::CongressId.eq(congress));
    let rows = find.order_by_asc(session_apart::Column::Id).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.session_id, row.other_id)).collect())
}

async fn walks(conn: &Conn, congress: Uuid) -> Result<Vec<Walk>, DbErr> {
    let find = room_walk::Entity::find().filter(room_walk::Column::CongressId.eq(congress));
    let rows = find.order_by_asc(room_walk::Column::Id).all(conn).await?;
    Ok(rows.into_iter().map(|row| Walk { rooms: (row.room_id, row.other_id), minutes: row.minutes }).collect())
}
