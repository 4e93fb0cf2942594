//! How the mails of the directory are written, from the facts as they are when they are due. What fills the templates is
//! listed in `templates/mail/README.md`.

pub mod cooperation;
pub mod meeting;

use crate::NetworkingError;
use crate::entity::{connection, entry, interest, profile};
use crate::load::{entrance_secret, standing};
use crate::rules::visibility::{Field, Viewer};
use crate::service::interest::is_open;
use base::{Uuid, name};
use congress::entity::{congress as congress_table, organisation, topic};
use congress::mail::{letter, privacy_url};
use identity::entity::{mailbox, person};
use locale::Words;
use post::{Compose, ComposeError, Composers, Draft, Due, compose};
use registration::mail::Links;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Conn, Store};

/// The way in.
pub const ENTRANCE: &str = "networking.entrance";
/// Somebody wrote.
pub const MESSAGE: &str = "networking.message";
/// Two know each other now.
pub const CONNECTED: &str = "networking.connected";
/// Organisers took something off.
pub const REMOVED: &str = "networking.removed";
/// Something ends soon.
pub const ENDING: &str = "networking.ending";

/// Who is let in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Payload {
    pub congress: Uuid,
    pub mailbox: Uuid,
    /// Where they want to go; empty: their own part.
    #[serde(default)]
    pub next: String,
}

/// Who reads, and about whom: two profiles.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Pair {
    pub congress: Uuid,
    pub to: Uuid,
    pub from: Uuid,
}

/// What was taken off, and why. `title`: empty for a profile.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Removed {
    pub congress: Uuid,
    pub title: String,
    pub why: String,
}

/// Whose things end.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ending {
    pub congress: Uuid,
    pub profile: Uuid,
}

/// Who writes them.
/// `sender`: who sends where a congress has no address for answers; calendars name it as who invites.
pub fn with_network_mails(composers: Composers, links: &Links, sender: &str) -> Composers {
    let composers = meeting::with_meetings(composers, links, sender);
    cooperation::with_cooperations(composers, links)
        .with_secret(ENTRANCE, entrance(links.clone()))
        // What people write to each other, and who knows whom, is theirs: the office does not look at it.
        .with_secret(MESSAGE, message(links.clone()))
        .with_secret(CONNECTED, connected(links.clone()))
        .with(REMOVED, removed(links.clone()))
        .with(ENDING, ending(links.clone()))
}

fn read<T: DeserializeOwned>(due: &Due) -> Result<T, ComposeError> {
    serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))
}

fn gone(why: &'static str) -> ComposeError {
    ComposeError::Gone(why.into())
}

/// What every mail of the directory says.
struct Frame {
    congress: congress_table::Model,
    values: Value,
}

impl Frame {
    async fn load(conn: &Conn, congress: Uuid, due: &Due, links: &Links) -> Result<Self, ComposeError> {
        let congress = congress::query::by_id(conn, congress).await?.ok_or_else(|| gone("the congress is gone"))?;
        let values = json!({
            "congress_name": congress.name.in_language(due.language),
            "host_line": congress.host_line.in_language(due.language),
            "privacy_url": privacy_url(conn, &congress, &links.public_url).await?,
            "contact": congress.answers_to().is_some(),
            "signature": congress.signature,
        });
        Ok(Self { congress, values })
    }

    fn draft(mut self, due: &Due, template: &'static str, more: Value) -> Draft {
        if let (Value::Object(all), Value::Object(more)) = (&mut self.values, more) {
            all.extend(more);
        }
        letter(&self.congress, due.language, template, self.values)
    }
}

fn entrance(links: Links) -> Compose {
    compose(move |store, due| write_entrance(store, due, links.clone()))
}

async fn write_entrance(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload = read(&due)?;
    let conn = store.read();
    let frame = Frame::load(conn, payload.congress, &due, &links).await?;
    let mailbox = mailbox::Entity::find().filter(mailbox::Column::Id.eq(payload.mailbox)).one(conn).await?;
    let mailbox = mailbox.ok_or_else(|| gone("the mailbox is gone"))?;
    let standing = crate::service::entrance::standing(conn, frame.congress.id, &mailbox).await?;
    if !standing.may_join() {
        return Err(gone("they do not take part any more"));
    }
    let secret = entrance_secret(&links.key, mailbox.id, store.now());
    let path =
        address::networking::EntranceLink::new(&frame.congress.slug, mailbox.id.simple().to_string(), secret).path();
    let greeting = match (&standing.attendee, &standing.speaker) {
        (Some(row), _) => name::full(&row.given_name, &row.family_name),
        (None, Some(row)) => row.name.clone(),
        (None, None) => String::new(),
    };
    let more = json!({
        "greeting_name": greeting,
        "joined": standing.profile.is_some(),
        "url": format!("{}{}", links.public_url, address::with_query(&path, &[("next", payload.next.as_str())])),
    });
    // Whoever has the link is there as somebody else.
    Ok(unkept(frame.draft(&due, "networking/entrance", more)))
}

/// Not to be read in the outbox.
fn unkept(mut draft: Draft) -> Draft {
    draft.keep = false;
    draft
}

/// Somebody as a mail names them to somebody else: what that one may see, and no more.
struct Named {
    profile: profile::Model,
    name: String,
    organisation: String,
    mail: String,
    phone: String,
}

async fn named(conn: &Conn, id: Uuid, viewer: Viewer) -> Result<Option<Named>, ComposeError> {
    let Some(profile) = profile::Entity::find_by_id(id).one(conn).await? else { return Ok(None) };
    let Some(person) = person::Entity::find_by_id(profile.person_id).one(conn).await? else { return Ok(None) };
    let sees = |field| profile.visibility.shows(field, viewer);
    let organisation = match profile.organisation_id.filter(|_| sees(Field::Organisation)) {
        Some(id) => organisation::Entity::find_by_id(id).one(conn).await?.map(|row| row.name),
        None => None,
    };
    let mail = match sees(Field::Mail) {
        true => mailbox::Entity::find_by_id(profile.mailbox_id).one(conn).await?.map(|row| row.address),
        false => None,
    };
    let phone = if sees(Field::Phone) { profile.phone.clone() } else { String::new() };
    Ok(Some(Named {
        name: name::full(&person.given_name, &person.family_name),
        organisation: organisation.unwrap_or_default(),
        mail: mail.unwrap_or_default(),
        phone,
        profile,
    }))
}

fn message(links: Links) -> Compose {
    compose(move |store, due| write_message(store, due, links.clone()))
}

async fn write_message(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let pair: Pair = read(&due)?;
    let conn = store.read();
    let over = || gone("it was answered, taken back, or one of them left");
    let asked = interest::Entity::find()
        .filter(interest::Column::FromId.eq(pair.from))
        .filter(interest::Column::ToId.eq(pair.to))
        .one(conn)
        .await?
        .filter(|row| is_open(row, store.now()) && !row.message.is_empty())
        .ok_or_else(over)?;
    let viewer = standing(conn, Some(pair.to), pair.from).await?.ok_or_else(over)?;
    if crate::load::avoids(conn, pair.to, pair.from).await? {
        return Err(over());
    }
    let from = named(conn, pair.from, viewer).await?.ok_or_else(over)?;
    let to = named(conn, pair.to, Viewer::Owner).await?.ok_or_else(over)?;
    let about = match asked.entry_id {
        Some(id) => entry::Entity::find_by_id(id).one(conn).await?.map(|row| row.title),
        None => None,
    };
    let frame = Frame::load(conn, pair.congress, &due, &links).await?;
    let path = address::networking::Person::new(&frame.congress.slug, &from.profile.code).path();
    let more = json!({
        "greeting_name": to.name,
        "from_name": from.name,
        "from_organisation": from.organisation,
        "about": about,
        "message": asked.message,
        "url": format!("{}{path}", links.public_url),
    });
    Ok(unkept(frame.draft(&due, "networking/message", more)))
}

fn connected(links: Links) -> Compose {
    compose(move |store, due| write_connected(store, due, links.clone()))
}

async fn write_connected(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let pair: Pair = read(&due)?;
    let conn = store.read();
    let over = || gone("they do not know each other any more");
    let known = connection::Entity::find()
        .filter(connection::Column::OneId.eq(pair.to.min(pair.from)))
        .filter(connection::Column::OtherId.eq(pair.to.max(pair.from)))
        .one(conn)
        .await?
        .ok_or_else(over)?;
    let viewer = standing(conn, Some(pair.to), pair.from).await?.ok_or_else(over)?;
    let from = named(conn, pair.from, viewer).await?.ok_or_else(over)?;
    let to = named(conn, pair.to, Viewer::Owner).await?.ok_or_else(over)?;
    let topic = match known.topic_id {
        Some(id) => topic::Entity::find().filter(topic::Column::Id.eq(id)).one(conn).await?,
        None => None,
    };
    let frame = Frame::load(conn, pair.congress, &due, &links).await?;
    let path = address::networking::Person::new(&frame.congress.slug, &from.profile.code).path();
    let more = json!({
        "greeting_name": to.name,
        "from_name": from.name,
        "from_organisation": from.organisation,
        "from_mail": from.mail,
        "from_phone": from.phone,
        "topic": topic.map(|row| row.name.in_language(due.language).to_owned()),
        "url": format!("{}{path}", links.public_url),
    });
    Ok(unkept(frame.draft(&due, "networking/connected", more)))
}

fn removed(links: Links) -> Compose {
    compose(move |store, due| write_removed(store, due, links.clone()))
}

async fn write_removed(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let removed: Removed = read(&due)?;
    let frame = Frame::load(store.read(), removed.congress, &due, &links).await?;
    Ok(frame.draft(&due, "networking/removed", json!({ "title": removed.title, "why": removed.why })))
}

fn ending(links: Links) -> Compose {
    compose(move |store, due| write_ending(store, due, links.clone()))
}

async fn write_ending(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Ending = read(&due)?;
    let conn = store.read();
    let kept = || gone("it was kept, or is gone");
    let owner = named(conn, payload.profile, Viewer::Owner).await?.ok_or_else(kept)?;
    let frame = Frame::load(conn, payload.congress, &due, &links).await?;
    let zone =
        congress::rules::check_zone(&frame.congress.zone).map_err(|e| ComposeError::of(&NetworkingError::from(e)))?;
    let (words, soon) = (Words::new(due.language), store.now() + crate::rules::term::NOTICE);
    let entries = entry::Entity::find()
        .filter(entry::Column::ProfileId.eq(owner.profile.id))
        .filter(entry::Column::HiddenAt.is_null())
        .filter(entry::Column::ExpiresAt.lte(soon))
        .filter(entry::Column::ExpiresAt.gt(store.now()))
        .order_by_asc(entry::Column::ExpiresAt)
        .all(conn)
        .await?;
    let until = Some(owner.profile.expires_at).filter(|at| *at <= soon).map(|at| words.date(at, zone));
    if entries.is_empty() && until.is_none() {
        return Err(kept());
    }
    let entries: Vec<Value> =
        entries.iter().map(|row| json!({ "title": row.title, "until": words.date(row.expires_at, zone) })).collect();
    let path = address::networking::Mine::new(&frame.congress.slug).path();
    let more = json!({
        "greeting_name": owner.name,
        "profile_until": until,
        "entries": entries,
        "url": format!("{}{path}", links.public_url),
    });
    Ok(frame.draft(&due, "networking/ending", more))
}
