//! An occurrence of a session as an appointment.

use crate::ics::{Calendar, Event, Status};
use crate::query::feed::Feed;
use base::{Text, Time};
use locale::{Tz, Words};
use programme::entity::session::Markup;
use programme::query::public::{Session, Slot};

/// After so many hours a feed is worth asking for again.
const REFRESH: u32 = 1;

/// Where a calendar stands: in which language, of which congress.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub words: Words,
    pub slug: &'a str,
    pub name: &'a Text,
    pub zone: Tz,
    /// What stands before every path, without a slash at the end.
    pub public_url: &'a str,
}

impl About<'_> {
    /// A feed under this address. What it is called begins with the congress, as people have several.
    pub fn feed(&self, of: Option<&str>, path: &str, events: Vec<Event>) -> Calendar {
        let congress = self.name.in_language(self.words.language());
        let name = match of {
            Some(of) => self.words.with("calendar-name", &[("congress", congress.into()), ("of", of.into())]),
            None => congress.to_owned(),
        };
        let source = format!("{}{path}", self.public_url);
        Calendar { method: None, name, zone: self.zone, refresh: Some(REFRESH), source, events }
    }

    /// A session at one of its times. None: it is a break. `busy`: whoever has it in their calendar is there.
    pub fn event(&self, feed: &Feed, slot: &Slot, busy: bool) -> Option<Event> {
        let session = feed.plan.sessions.get(slot.session?)?;
        let known = feed.slots.get(&slot.id)?;
        let text = feed.texts.get(&session.id)?;
        let language = self.words.language();
        let said = |text: &Text| text.in_language(language).to_owned();
        let url = address::programme::Session::new(self.slug, &session.code).path();
        let url = format!("{}{url}", self.public_url);
        let track = session.track.and_then(|at| feed.plan.tracks.get(at)).map(|track| said(&track.name));
        let kind = session.kind.and_then(|at| feed.plan.kinds.get(at)).map(|kind| said(&kind.name));
        let title = said(&session.title);
        let cancelled = self.words.with("calendar-cancelled", &[("title", (&title).into())]);
        Some(Event {
            uid: format!("{}@kongress", known.guid),
            sequence: known.sequence.saturating_add(text.standing).saturating_add(feed.moved.0),
            changed: feed.moved.1.into_iter().fold(known.changed.max(text.changed), Time::max),
            starts: slot.starts_at,
            ends: slot.ends_at,
            zone: self.zone,
            title: if session.cancelled { cancelled } else { title },
            description: self.description(feed, session, (&text.summary, text.markup), &url),
            location: place(slot.room.and_then(|at| feed.plan.rooms.get(at)).map(|room| said(&room.name)), &feed.venue),
            url,
            conference: text.stream.clone(),
            status: if session.cancelled { Status::Cancelled } else { Status::Confirmed },
            categories: kind.into_iter().chain(track).filter(|name| !name.is_empty()).collect(),
            busy: busy && !session.cancelled,
            ..Event::default()
        })
    }

    /// Who, what, and where to read more: some programs show no address of its own.
    fn description(&self, feed: &Feed, session: &Session, (text, how): (&Text, Markup), url: &str) -> String {
        let language = self.words.language();
        let people = session.speakers.iter().filter_map(|at| feed.plan.speakers.get(*at));
        let people: Vec<String> = people
            .map(|one| match one.organisation.as_str() {
                "" => one.name.clone(),
                organisation => format!("{}, {organisation}", one.name),
            })
            .collect();
        let parts = [
            session.subtitle.in_language(language).to_owned(),
            people.join("; "),
            plain(text.in_language(language), how),
            url.to_owned(),
        ];
        parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// The room, and where the house is: whoever opens it in a map gets there.
fn place(room: Option<String>, venue: &str) -> String {
    let parts = room.into_iter().chain([venue.to_owned()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The words of a text, without tags and without what makes them bold.
fn plain(text: &str, how: Markup) -> String {
    match how {
        Markup::Plain => return text.trim().to_owned(),
        Markup::Markdown => return text.trim().replace("**", ""),
        Markup::Html => {}
    }
    let mut broken = text.replace(['\r', '\n'], " ");
    for (end, with) in [("</p>", "</p>\n\n"), ("<br>", "\n"), ("<br/>", "\n"), ("<br />", "\n"), ("</li>", "</li>\n")] {
        broken = broken.replace(end, with);
    }
    let words = ammonia::Builder::empty().clean(&broken).to_string();
    let words = words.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let lines: Vec<&str> = words.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}
