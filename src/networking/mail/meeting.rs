//! The mails of meetings: what was proposed, and what became of it, with the appointment beside it as calendars read it (RFC
//! 5546, RFC 6047).

use super::{Frame, gone, named, read, unkept};
use crate::NetworkingError;
use crate::entity::{meeting, meeting_offer, meeting_slot};
use crate::load::standing;
use crate::rules::visibility::Viewer;
use base::{Time, Uuid};
use locale::{Tz, Words};
use paper::calendar::{Attendee, Calendar, Event, Method, Organiser, Participation, Status, write};
use post::entity::message;
use post::{Attachment, ComposeError, Composers, Draft, Due, compose};
use registration::mail::Links;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use store::{Conn, Store};

/// Somebody proposes to meet.
pub const PROPOSED: &str = "networking.proposed";
/// What became of it.
pub const MEETING: &str = "networking.meeting";

/// What is proposed, and to whom.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Proposal {
    pub congress: Uuid,
    pub meeting: Uuid,
    pub to: Uuid,
    pub from: Uuid,
}

/// What became of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Agreed,
    /// The other does not want it.
    Declined,
    /// The other cancelled it, …
    Cancelled,
    /// … who reads did, …
    TakenBack,
    /// … or it is not said why.
    Over,
}

impl What {
    fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::TakenBack => "taken_back",
            Self::Over => "over",
        }
    }
}

/// Who reads what became of which meeting. It stands here whole, since of what is over no row tells when it was.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Told {
    pub congress: Uuid,
    pub meeting: Uuid,
    pub to: Uuid,
    /// The other one; none: they are not named any more.
    pub from: Option<Uuid>,
    pub what: What,
    /// When and at which table, if it was agreed.
    pub starts: Option<Time>,
    pub ends: Option<Time>,
    pub table: Option<i32>,
    pub changed: Time,
}

impl Told {
    /// Agreed, it is 0; whatever ends it is the next (RFC 5546 §2.1.4).
    fn sequence(&self) -> u32 {
        u32::from(self.what != What::Agreed)
    }

    /// Why the mail exists: once for each state.
    pub fn cause(&self) -> String {
        format!("{MEETING}:{}:{}:{}", self.meeting, self.sequence(), self.to)
    }
}

pub(super) fn with_meetings(composers: Composers, links: &Links, sender: &str) -> Composers {
    let (proposed, told, sender): (Links, Links, Arc<str>) = (links.clone(), links.clone(), sender.into());
    composers
        // Who meets whom is theirs.
        .with_secret(PROPOSED, compose(move |store, due| write_proposed(store, due, proposed.clone())))
        .with_secret(MEETING, compose(move |store, due| write_told(store, due, told.clone(), Arc::clone(&sender))))
}

fn zone(frame: &Frame) -> Result<Tz, ComposeError> {
    congress::rules::check_zone(&frame.congress.zone).map_err(|e| ComposeError::of(&NetworkingError::from(e)))
}

async fn write_proposed(store: Store, due: Due, links: Links) -> Result<Draft, ComposeError> {
    let about: Proposal = read(&due)?;
    let conn = store.read();
    let over = || gone("it was answered, taken back, or one of them left");
    let row = meeting::Entity::find().filter(meeting::Column::Id.eq(about.meeting)).one(conn).await?;
    let open = |row: &meeting::Model| row.state == meeting::State::Proposed && row.expires_at > store.now();
    let row = row.filter(open).ok_or_else(over)?;
    if !crate::load::are_here(conn, about.congress, &[about.to, about.from]).await? {
        return Err(over());
    }
    let viewer = standing(conn, Some(about.to), about.from).await?.ok_or_else(over)?;
    let from = named(conn, about.from, viewer).await?.ok_or_else(over)?;
    let to = named(conn, about.to, Viewer::Owner).await?.ok_or_else(over)?;
    let offered = meeting_offer::Entity::find()
        .select_only()
        .column(meeting_offer::Column::SlotId)
        .filter(meeting_offer::Column::MeetingId.eq(row.id))
        .into_query();
    let slots = meeting_slot::Entity::find()
        .filter(meeting_slot::Column::Id.in_subquery(offered))
        .order_by_asc(meeting_slot::Column::StartsAt)
        .all(conn)
        .await?;
    let frame = Frame::load(conn, about.congress, &due, &links).await?;
    let (zone, words) = (zone(&frame)?, Words::new(due.language));
    let times: Vec<String> = slots.iter().map(|slot| words.span(slot.starts_at, slot.ends_at, zone)).collect();
    let path = address::networking::MyMeetings::new(&frame.congress.slug).path();
    let more = json!({
        "greeting_name": to.name,
        "from_name": from.name,
        "from_organisation": from.organisation,
        "note": row.note,
        "times": times,
        "url": format!("{}{path}", links.public_url),
    });
    Ok(unkept(frame.draft(&due, "networking/proposed", more)))
}

async fn write_told(store: Store, due: Due, links: Links, sender: Arc<str>) -> Result<Draft, ComposeError> {
    let told: Told = read(&due)?;
    let conn = store.read();
    let row = meeting::Entity::find().filter(meeting::Column::Id.eq(told.meeting)).one(conn).await?;
    let holds = row.is_some_and(|row| row.state == meeting::State::Agreed);
    if holds != (told.what == What::Agreed) {
        return Err(gone("a newer mail tells what holds"));
    }
    if told.starts.is_some() && told.what != What::Agreed {
        match heard(conn, &told).await? {
            // It is on its way, and this has to come after it.
            Some(message::State::Waiting) => return Err(ComposeError::Retry("that it was agreed goes first".into())),
            Some(message::State::Sending | message::State::Sent | message::State::InDoubt) => {}
            _ => return Err(gone("they never heard of it")),
        }
    }
    let both: Vec<Uuid> = [Some(told.to), told.from].into_iter().flatten().collect();
    if told.what == What::Agreed && !crate::load::are_here(conn, told.congress, &both).await? {
        return Err(gone("one of them does not take part any more"));
    }
    let to = named(conn, told.to, Viewer::Owner).await?.ok_or_else(|| gone("they left"))?;
    let from = match told.from {
        Some(from) => match standing(conn, Some(told.to), from).await? {
            Some(viewer) => named(conn, from, viewer).await?.map(|from| (from.name, from.organisation)),
            None => None,
        },
        None => None,
    };
    // Who is not there any more is not named, and what they wanted is not told.
    let what = match (told.what, &from) {
        (What::Declined, None) => return Err(gone("who said so left")),
        (What::Cancelled, None) => What::Over,
        (what, _) => what,
    };
    let (name, organisation) = from.unwrap_or_default();
    let frame = Frame::load(conn, told.congress, &due, &links).await?;
    let (zone, words) = (zone(&frame)?, Words::new(due.language));
    let span = told.starts.zip(told.ends);
    let path = address::networking::MyMeetings::new(&frame.congress.slug).path();
    let url = format!("{}{path}", links.public_url);
    let place = told.table.map(|number| words.with("network-meeting-table", &[("number", number.to_string().into())]));
    let location = [place.clone().unwrap_or_default(), frame.congress.venue()];
    let location = location.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let more = json!({
        "greeting_name": to.name,
        "from_name": name,
        "from_organisation": organisation,
        "what": what.name(),
        "when": span.map(|(starts, ends)| words.span(starts, ends, zone)),
        "where": place.map(|_| location.clone()),
        "url": url,
    });
    let title = words.with("network-meeting-with", &[("name", name.clone().into())]);
    let appointment = span.map(|(starts, ends)| Event {
        uid: format!("{}@kongress", told.meeting),
        sequence: told.sequence(),
        changed: told.changed,
        starts,
        ends,
        zone,
        title: if name.is_empty() { words.t("network-meeting") } else { title },
        location,
        url,
        status: if told.what == What::Agreed { Status::Confirmed } else { Status::Cancelled },
        busy: told.what == What::Agreed,
        organiser: Some(Organiser {
            name: frame.congress.name.in_language(due.language).to_owned(),
            mail: frame.congress.answers_to().unwrap_or(&sender).to_owned(),
        }),
        // They have said so already.
        attendee: Some(Attendee {
            name: to.name.clone(),
            mail: due.to_address.clone(),
            participation: Participation::Accepted,
            rsvp: false,
        }),
        ..Event::default()
    });
    let mut draft = frame.draft(&due, "networking/meeting", more);
    draft.appointment = appointment.map(|event| attached(told.what, event));
    Ok(unkept(draft))
}

fn attached(what: What, event: Event) -> Attachment {
    let (method, content_type, name) = match what {
        What::Agreed => (Method::Request, "text/calendar; charset=utf-8; method=REQUEST", "invite.ics"),
        _ => (Method::Cancel, "text/calendar; charset=utf-8; method=CANCEL", "cancel.ics"),
    };
    Attachment { name: name.into(), content_type, bytes: write(&Calendar::of(method, event)).into_bytes() }
}

/// What became of the mail that it is agreed.
async fn heard(conn: &Conn, told: &Told) -> Result<Option<message::State>, ComposeError> {
    let before = Told { what: What::Agreed, ..told.clone() };
    let found = message::Entity::find().filter(message::Column::Cause.eq(before.cause())).one(conn).await?;
    Ok(found.map(|row| row.state))
}
