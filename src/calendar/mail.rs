//! How invitations are written as mails: from what holds when they are due, in words that say what changed since the mail
//! before, and beside them the appointment as calendars read it (RFC 5546, RFC 6047).

use crate::CalendarError;
use crate::answers::Answers;
use crate::entity::invitation::{Entity, Model, Participation, Role};
use crate::ics::{Attendee, Calendar, Event, Method, Organiser, Participation as Answer, Status, write};
use crate::load::invitation_secret;
use crate::query::feed::Feed;
use crate::query::kept::Feeds;
use crate::rules::entry::About;
use crate::rules::invitation::Content;
use base::Uuid;
use base::secret::LinkKey;
use congress::entity::congress::Model as Congress;
use congress::mail::privacy_url;
use locale::{Tz, Words};
use post::entity::message;
use post::{Attachment, Compose, ComposeError, Draft, Due, NewMessage, compose};
use programme::query::booking::{Clash, Only, clashes, occurrences};
use programme::query::public::Slot;
use registration::entity::attendee;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Conn, Store, Tx};

/// An invitation, a move of it, or that it is called off.
pub const INVITATION_MAIL: &str = "calendar.invitation";

/// For the office: somebody who speaks does not come.
pub const DECLINED_MAIL: &str = "calendar.declined";

/// What stands behind an invitation's id in calendars.
const BEHIND_UID: &str = "@kongress";

/// What a mail is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Payload {
    pub invitation: Uuid,
    pub sequence: i32,
    /// What this mail tells.
    pub content: Content,
}

/// Why a mail exists, once for each state of an invitation.
pub(crate) fn cause(invitation: Uuid, sequence: i32) -> String {
    format!("{INVITATION_MAIL}:{invitation}:{sequence}")
}

/// Where the links lead, what proves them, and where answers go.
#[derive(Clone)]
pub struct Links {
    pub public_url: Arc<str>,
    pub key: LinkKey,
    pub answers: Answers,
}

/// Tells the office that somebody who speaks does not come; nobody, if the congress has no address for answers.
pub(crate) async fn tell_office(tx: &Tx, row: &Model) -> Result<(), CalendarError> {
    let congress = congress::query::by_id(tx, row.congress_id).await?.ok_or(CalendarError::Unknown)?;
    let Some(to) = congress::mail::office(tx, &congress).await? else { return Ok(()) };
    let payload = Payload { invitation: row.id, sequence: row.sequence, content: row.content.0.clone() };
    let new = NewMessage {
        congress_id: Some(row.congress_id),
        kind: DECLINED_MAIL,
        cause: format!("{DECLINED_MAIL}:{}", tx.id()),
        mailbox_id: Some(to.id),
        about_id: None,
        to_address: to.address,
        to_name: String::new(),
        language: to.language.parse().unwrap_or_default(),
        payload: json!(payload),
        bulk: false,
    };
    post::enqueue(tx, new).await?;
    Ok(())
}

/// Writes the mail to the office.
pub fn declined_mail(links: Links) -> Compose {
    compose(move |store, due| write_declined(store, due, links.clone()))
}

async fn write_declined(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let row = Entity::find_by_id(payload.invitation).one(conn).await?;
    let row = row.filter(|row| row.participation == Participation::Declined && row.cancelled_at.is_none());
    let row = row.ok_or_else(|| ComposeError::Gone("they come after all".into()))?;
    let congress = congress::query::by_id(conn, row.congress_id).await?;
    let congress = congress.ok_or_else(|| ComposeError::Gone("the congress is gone".into()))?;
    let zone = congress::rules::check_zone(&congress.zone).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let letter = Letter { row: &row, congress: &congress, zone, words: Words::new(due.language), links: &links };
    let desk = address::session::Session::new(&congress.slug, row.session_id.to_string()).path();
    let content = &row.content.0;
    let values = json!({
        "who": row.name,
        "congress_name": congress.name.in_language(due.language),
        "title": content.title.in_language(due.language),
        "when": letter.span(content),
        "where": letter.place(content),
        "desk_url": format!("{}{desk}", links.public_url),
    });
    Ok(congress::mail::letter(&congress, due.language, "calendar/declined", values))
}

/// Writes them. The programme is read once for all that tell the same release.
pub fn invitation_mail(links: Links) -> Compose {
    let feeds = Arc::new(Feeds::default());
    compose(move |store, due| write_mail(store, due, links.clone(), Arc::clone(&feeds)))
}

async fn write_mail(store: Store, due: Due, links: Links, feeds: Arc<Feeds>) -> Result<Draft, ComposeError> {
    let payload: Payload =
        serde_json::from_value(due.payload.clone()).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let conn = store.read();
    let row = Entity::find_by_id(payload.invitation).one(conn).await?;
    let row = row.ok_or_else(|| ComposeError::Gone("the invitation is gone".into()))?;
    if row.sequence != payload.sequence {
        return Err(ComposeError::Gone("a newer mail tells what holds".into()));
    }
    let before = before(conn, &row).await?;
    if row.cancelled_at.is_some() && before.is_none() {
        return Err(ComposeError::Gone("they never heard of it".into()));
    }
    let congress = congress::query::by_id(conn, row.congress_id).await?;
    let congress = congress.ok_or_else(|| ComposeError::Gone("the congress is gone".into()))?;
    let zone = congress::rules::check_zone(&congress.zone).map_err(|e| ComposeError::GiveUp(e.to_string()))?;
    let feed = feeds.get(&store, congress.id, congress.revision).await?;
    let letter = Letter { row: &row, congress: &congress, zone, words: Words::new(due.language), links: &links };
    let privacy = privacy_url(conn, &congress, &links.public_url).await?;
    let mut values = letter.values(&due, before.as_ref(), feed.as_deref(), privacy);
    let at_once = if row.cancelled_at.is_none() { at_once(conn, &row).await? } else { vec![] };
    let titles = at_once.iter().map(|clash| clash.title.in_language(due.language));
    values["at_once"] = json!(titles.collect::<Vec<_>>());
    let mut draft = congress::mail::letter(&congress, due.language, "calendar/invitation", values);
    draft.appointment = Some(letter.appointment(&due, feed.as_deref()));
    Ok(draft)
}

/// What somebody has at the time of their seat: who moved up from the queue was not asked, and what moved may be beside
/// something else now.
async fn at_once(conn: &Conn, row: &Model) -> Result<Vec<Clash>, ComposeError> {
    let Some(id) = row.attendee_id.filter(|_| row.role == Role::Seat) else { return Ok(vec![]) };
    let Some(who) = attendee::Entity::find_by_id(id).one(conn).await? else { return Ok(vec![]) };
    let of = occurrences(conn, row.congress_id, Only::Slots(&[row.slot_id])).await?.pop();
    match of {
        Some(of) => Ok(clashes(conn, &who, &of).await?),
        None => Ok(vec![]),
    }
}

/// What the last mail told that went out.
async fn before(conn: &Conn, row: &Model) -> Result<Option<Content>, ComposeError> {
    let causes = (0..row.sequence).map(|sequence| cause(row.id, sequence));
    let gone = [message::State::Sending, message::State::Sent, message::State::InDoubt];
    let found = message::Entity::find()
        .filter(message::Column::Cause.is_in(causes))
        .filter(message::Column::State.is_in(gone))
        .order_by_desc(message::Column::CreatedAt)
        .order_by_desc(message::Column::Id)
        .one(conn)
        .await?;
    let payload = found.and_then(|row| serde_json::from_value::<Payload>(row.payload).ok());
    Ok(payload.map(|payload| payload.content))
}

/// What a letter is made of.
struct Letter<'a> {
    row: &'a Model,
    congress: &'a Congress,
    zone: Tz,
    words: Words,
    links: &'a Links,
}

impl Letter<'_> {
    fn span(&self, content: &Content) -> String {
        self.words.span(content.starts_at, content.ends_at, self.zone)
    }

    fn place(&self, content: &Content) -> String {
        let room = content.room.in_language(self.words.language());
        [room, &content.venue].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn values(&self, due: &Due, before: Option<&Content>, feed: Option<&Feed>, privacy: Option<String>) -> Value {
        let (row, congress) = (self.row, self.congress);
        let (now, language) = (&row.content.0, due.language);
        let name = congress.name.in_language(language);
        let moved = before.map(|before| now.moved(before)).unwrap_or_default();
        let what = match (row.cancelled_at, before) {
            (Some(_), _) => "cancelled",
            (None, Some(_)) => "moved",
            (None, None) => "new",
        };
        let secret = invitation_secret(&self.links.key, row);
        let url = address::calendar::Invitation::new(&congress.slug, row.id.to_string(), secret).path();
        json!({
            "greeting_name": due.to_name,
            "congress_name": name,
            "what": what,
            "role": if row.role == Role::Speaker { "speaker" } else { "seat" },
            "title": now.title.in_language(language),
            "when": self.span(now),
            "where": self.place(now),
            "before_when": before.filter(|_| moved.time).map(|before| self.span(before)),
            "before_where": before.filter(|_| moved.place).map(|before| self.place(before)),
            "takes_place": feed.is_some_and(|feed| slot(feed, row).is_some_and(|slot| takes_place(feed, slot))),
            "url": format!("{}{url}", self.links.public_url),
            "signature": if congress.signature.is_empty() { name } else { &congress.signature },
            "host_line": congress.host_line.in_language(language),
            "contact": congress.contact_address,
            "privacy_url": privacy,
        })
    }

    /// The appointment with its one attendee. What the mail says stands in it too; the rest is as the programme has it.
    fn appointment(&self, due: &Due, feed: Option<&Feed>) -> Attachment {
        let (row, now) = (self.row, &self.row.content.0);
        let about = About {
            words: self.words,
            slug: &self.congress.slug,
            name: &self.congress.name,
            zone: self.zone,
            public_url: &self.links.public_url,
        };
        let shown = feed.and_then(|feed| about.event(feed, slot(feed, row)?, true));
        let (method, status) = match row.cancelled_at {
            Some(_) => (Method::Cancel, Status::Cancelled),
            None => (Method::Request, Status::Confirmed),
        };
        let name = self.congress.name.in_language(due.language);
        let mail = row.organiser.as_deref().unwrap_or_else(|| self.links.answers.people(self.congress)).to_owned();
        let event = Event {
            uid: uid(row),
            sequence: u32::try_from(row.sequence).unwrap_or_default(),
            changed: row.changed_at,
            starts: now.starts_at,
            ends: now.ends_at,
            zone: self.zone,
            title: now.title.in_language(due.language).to_owned(),
            location: self.place(now),
            status,
            busy: row.cancelled_at.is_none(),
            organiser: Some(Organiser { name: name.to_owned(), mail }),
            attendee: Some(Attendee {
                name: row.name.clone(),
                mail: due.to_address.clone(),
                participation: answer(row.participation),
                rsvp: row.cancelled_at.is_none() && row.participation == Participation::NeedsAction,
            }),
            ..shown.unwrap_or_default()
        };
        let content_type = match method {
            Method::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
            _ => "text/calendar; charset=utf-8; method=REQUEST",
        };
        let name = if method == Method::Cancel { "cancel.ics" } else { "invite.ics" };
        Attachment { name: name.into(), content_type, bytes: write(&Calendar::of(method, event)).into_bytes() }
    }
}

/// As calendars know it.
pub(crate) fn uid(row: &Model) -> String {
    format!("{}{BEHIND_UID}", row.uid)
}

/// Which invitation calendars know as this.
pub(crate) fn of_uid(uid: &str) -> Option<Uuid> {
    uid.trim().strip_suffix(BEHIND_UID)?.parse().ok()
}

fn answer(participation: Participation) -> Answer {
    match participation {
        Participation::NeedsAction => Answer::NeedsAction,
        Participation::Accepted => Answer::Accepted,
        Participation::Tentative => Answer::Tentative,
        Participation::Declined => Answer::Declined,
    }
}

fn slot<'a>(feed: &'a Feed, row: &Model) -> Option<&'a Slot> {
    feed.plan.slots.iter().find(|slot| slot.id == row.slot_id)
}

fn takes_place(feed: &Feed, slot: &Slot) -> bool {
    slot.session.and_then(|at| feed.plan.sessions.get(at)).is_some_and(|session| !session.cancelled)
}
