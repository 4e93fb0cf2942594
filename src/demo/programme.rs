//! The day at the museum: `content/programme.toml`, written as rows and released.

use crate::DemoError;
use ::programme::entity::{programme as frame, session, session_speaker, session_topic, session_type, slot, speaker};
use base::{Actor, Text, Time, Uuid, name::fold};
use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Berlin;
use congress::entity::{congress as table, room, topic, track};
use congress::rules::slug_from;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use store::{DbErr, Store, Translated, Tx};
use ticket::order_code;

const CONTENT: &str = include_str!("content/programme.toml");
/// Minutes from one impulse to the next: three to speak, two to change.
const IMPULSE: i64 = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    track: Vec<Named>,
    kind: Vec<Named>,
    pause: Vec<Pause>,
    session: Vec<Session>,
    impulses: Vec<Impulses>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    slug: String,
    de: String,
    en: String,
    #[serde(default)]
    colour: String,
    minutes: Option<i32>,
    target: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pause {
    at: String,
    minutes: i64,
    de: String,
    en: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Session {
    kind: String,
    track: Option<String>,
    room: String,
    at: String,
    minutes: i64,
    seats: Option<i32>,
    language: Option<String>,
    de: String,
    en: String,
    #[serde(default)]
    who: Vec<String>,
    #[serde(default)]
    text_de: String,
    #[serde(default)]
    text_en: String,
    #[serde(default)]
    topics: Vec<String>,
}

/// One after the other on one stage: German title, English title, who, for whom.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Impulses {
    room: String,
    at: String,
    track: String,
    talks: Vec<[String; 4]>,
}

/// Writes the programme of the day, and releases it.
pub(crate) async fn add(store: &Store, congress: &table::Model, day: NaiveDate) -> Result<(), DemoError> {
    let content: Content = toml::from_str(CONTENT)?;
    let tx = store.begin().await?;
    let mut hall = Hall::open(&tx, congress, day, &content).await?;
    for pause in &content.pause {
        hall.pause(pause)?;
    }
    for session in &content.session {
        hall.session(session)?;
    }
    for block in &content.impulses {
        for (number, talk) in (0..).zip(&block.talks) {
            let [de, en, name, body] = talk;
            let start = time(&block.at)? + TimeDelta::minutes(number * IMPULSE);
            hall.session(&Session {
                kind: "impulse".into(),
                track: Some(block.track.clone()),
                room: block.room.clone(),
                at: start.format("%H:%M").to_string(),
                minutes: IMPULSE,
                de: de.clone(),
                en: en.clone(),
                who: vec![format!("{name} | {body}")],
                ..Session::default()
            })?;
        }
    }
    hall.write().await?;
    tx.commit().await?;
    let note = Text::new("Das ganze Programm mit allen Impulsen.", "The whole programme with all impulses.");
    ::programme::service::release::release(store, &Actor::system(), congress.id, "", note).await?;
    Ok(())
}

fn time(text: &str) -> Result<NaiveTime, DemoError> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| DemoError::Date)
}

/// What was named, and the rows so far.
struct Hall<'a> {
    tx: &'a Tx,
    congress: Uuid,
    day: NaiveDate,
    kinds: HashMap<String, Uuid>,
    tracks: HashMap<String, Uuid>,
    rooms: HashMap<String, Uuid>,
    topics: HashMap<String, Uuid>,
    people: HashMap<String, Uuid>,
    codes: HashSet<String>,
    slots: Vec<slot::Model>,
    sessions: Vec<session::Model>,
    speakers: Vec<speaker::Model>,
    speaking: Vec<session_speaker::Model>,
    about: Vec<session_topic::Model>,
}

impl<'a> Hall<'a> {
    async fn open(
        tx: &'a Tx,
        congress: &table::Model,
        day: NaiveDate,
        content: &Content,
    ) -> Result<Hall<'a>, DemoError> {
        let id = congress.id;
        let (mut kinds, mut tracks) = (HashMap::new(), HashMap::new());
        for (named, position) in content.kind.iter().zip(1..) {
            let row = session_type::Model {
                id: tx.id(),
                congress_id: id,
                slug: named.slug.clone(),
                name: Text::new(&named.de, &named.en).into(),
                minutes: named.minutes,
                position,
                // One impulse follows the other at once.
                seamless: named.minutes == Some(i32::try_from(IMPULSE).unwrap_or_default()),
                target: named.target,
            };
            kinds.insert(named.slug.clone(), row.id);
            session_type::Entity::insert(row.into_active_model()).exec_without_returning(&**tx).await?;
        }
        for (named, position) in content.track.iter().zip(1..) {
            let row = track::Model {
                id: tx.id(),
                congress_id: id,
                slug: named.slug.clone(),
                name: Text::new(&named.de, &named.en).into(),
                colour: named.colour.clone(),
                position,
                origin: None,
                target: named.target,
            };
            tracks.insert(named.slug.clone(), row.id);
            track::Entity::insert(row.into_active_model()).exec_without_returning(&**tx).await?;
        }
        // The foyer holds stands, tours and a stage at once.
        room::Entity::update_many()
            .col_expr(room::Column::Several, Expr::value(true))
            .filter(room::Column::CongressId.eq(id))
            .filter(room::Column::Slug.eq("foyer"))
            .exec(&**tx)
            .await?;
        let rooms = room::Entity::find().filter(room::Column::CongressId.eq(id)).all(&**tx).await?;
        let topics = topic::Entity::find().filter(topic::Column::HostId.eq(congress.host_id)).all(&**tx).await?;
        Ok(Self {
            tx,
            congress: id,
            day,
            kinds,
            tracks,
            rooms: rooms.into_iter().map(|row| (row.slug, row.id)).collect(),
            topics: topics.into_iter().map(|row| (row.slug, row.id)).collect(),
            people: HashMap::new(),
            codes: HashSet::new(),
            slots: vec![],
            sessions: vec![],
            speakers: vec![],
            speaking: vec![],
            about: vec![],
        })
    }

    fn pause(&mut self, pause: &Pause) -> Result<(), DemoError> {
        let title = Text::new(&pause.de, &pause.en);
        self.slot(slot::Kind::Break, (None, title.into()), None, (&pause.at, pause.minutes))
    }

    fn session(&mut self, of: &Session) -> Result<(), DemoError> {
        let (tx, now) = (self.tx, self.tx.now());
        let row = session::Model {
            id: tx.id(),
            congress_id: self.congress,
            code: self.code(),
            slug: slug_from(&of.de),
            type_id: Some(known(&self.kinds, &of.kind)?),
            track_id: of.track.as_ref().map(|track| known(&self.tracks, track)).transpose()?,
            title: Text::new(&of.de, &of.en).into(),
            subtitle: Text::default().into(),
            abstract_text: Text::new(&of.text_de, &of.text_en).into(),
            description: Text::default().into(),
            markup: session::Markup::Markdown,
            language: of.language.clone().unwrap_or_else(|| "de".into()),
            minutes: i32::try_from(of.minutes).ok(),
            do_not_record: false,
            seats: of.seats,
            confirmed_at: Some(now),
            cancelled_at: None,
            turns: 0,
            origin: None,
            search: fold(&format!("{} {}", of.de, of.en)),
            created_at: now,
            changed_at: now,
        };
        let room = known(&self.rooms, &of.room)?;
        self.slot(slot::Kind::Session, (Some(row.id), Translated::default()), Some(room), (&of.at, of.minutes))?;
        for (who, position) in of.who.iter().zip(1..) {
            let speaker_id = self.speaker(who);
            let row = session_speaker::Model { id: tx.id(), session_id: row.id, speaker_id, position, origin: None };
            self.speaking.push(row);
        }
        for topic in &of.topics {
            let topic_id = known(&self.topics, topic)?;
            self.about.push(session_topic::Model { id: tx.id(), session_id: row.id, topic_id });
        }
        self.sessions.push(row);
        Ok(())
    }

    /// The same name is the same person.
    fn speaker(&mut self, who: &str) -> Uuid {
        let (name, body) = who.split_once('|').unwrap_or((who, ""));
        let (name, body) = (name.trim().to_owned(), body.trim().to_owned());
        if let Some(known) = self.people.get(&name) {
            return *known;
        }
        let now = self.tx.now();
        let row = speaker::Model {
            id: self.tx.id(),
            congress_id: self.congress,
            code: self.code(),
            search: fold(&format!("{name} {body}")),
            name: name.clone(),
            organisation: body,
            biography: Text::default().into(),
            mailbox_id: None,
            link_generation: 1,
            guid: None,
            source_id: String::new(),
            origin: None,
            created_at: now,
            changed_at: now,
        };
        let id = row.id;
        self.people.insert(name, id);
        self.speakers.push(row);
        id
    }

    fn slot(
        &mut self,
        kind: slot::Kind,
        (session_id, title): (Option<Uuid>, Translated),
        room_id: Option<Uuid>,
        (at, minutes): (&str, i64),
    ) -> Result<(), DemoError> {
        let local = self.day.and_time(time(at)?);
        let starts_at: Time = Berlin.from_local_datetime(&local).earliest().ok_or(DemoError::Date)?.to_utc();
        let now = self.tx.now();
        self.slots.push(slot::Model {
            id: self.tx.id(),
            congress_id: self.congress,
            kind,
            session_id,
            title,
            room_id,
            starts_at: Some(starts_at),
            ends_at: Some(starts_at + TimeDelta::minutes(minutes)),
            guid: self.tx.id(),
            number: i32::try_from(self.slots.len()).unwrap_or(i32::MAX - 1) + 1,
            source_guid: String::new(),
            source_id: String::new(),
            origin: None,
            removed_at: None,
            pinned: false,
            version: 1,
            created_at: now,
            changed_at: now,
        });
        Ok(())
    }

    fn code(&mut self) -> String {
        loop {
            let code = order_code(self.tx.chance().bytes::<16>());
            if self.codes.insert(code.clone()) {
                return code;
            }
        }
    }

    async fn write(self) -> Result<(), DbErr> {
        let tx = self.tx;
        let frame = frame::Model {
            id: tx.id(),
            congress_id: self.congress,
            draft: 1,
            next_number: i32::try_from(self.slots.len()).unwrap_or(i32::MAX - 1) + 1,
            day_change_minutes: frame::DAY_CHANGE_MINUTES,
            grid_minutes: frame::GRID_MINUTES,
            origin: None,
            changeover_minutes: 0,
            walk_minutes: frame::WALK_MINUTES,
        };
        frame::Entity::insert(frame.into_active_model()).exec_without_returning(&**tx).await?;
        let rows = self.speakers.into_iter().map(IntoActiveModel::into_active_model);
        speaker::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        let rows = self.sessions.into_iter().map(IntoActiveModel::into_active_model);
        session::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        let rows = self.speaking.into_iter().map(IntoActiveModel::into_active_model);
        session_speaker::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        let rows = self.about.into_iter().map(IntoActiveModel::into_active_model);
        session_topic::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        let rows = self.slots.into_iter().map(IntoActiveModel::into_active_model);
        slot::Entity::insert_many(rows).exec_without_returning(&**tx).await?;
        Ok(())
    }
}

fn known(named: &HashMap<String, Uuid>, name: &str) -> Result<Uuid, DemoError> {
    named.get(name).copied().ok_or_else(|| DemoError::Unknown(name.to_owned()))
}
