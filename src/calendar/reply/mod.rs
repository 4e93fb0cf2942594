//! Answers of calendar programs, which come by mail (RFC 5546 §3.2.3, RFC 6047): read from the raw mail into plain values,
//! without database or clock. Of a calendar nothing is read but who answers what, and how.

mod line;

use base::{Time, contact};
use chrono::NaiveDateTime;
use line::{Line, lines};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};

/// What calendars are sent as; by some programs as a mere file.
const KINDS: [(&str, &str); 3] = [("text", "calendar"), ("application", "ics"), ("application", "calendar")];
/// More who answer at once are not told apart: nobody else is invited by our invitations.
const ATTENDEES: usize = 2;

/// What an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// They would like another time (RFC 5546 §3.2.7).
    pub counters: bool,
    pub uid: String,
    /// Which version of the invitation is answered.
    pub sequence: Option<i32>,
    /// When it was answered, as whoever answers has it.
    pub stamp: Option<Time>,
    /// It is about one of several dates. Our invitations have one.
    pub recurrence: bool,
    /// Who answers: one, or nobody can tell who.
    pub attendees: Vec<Attendee>,
}

/// Who answers, and what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// As mail addresses are compared. Whoever is named by something else is who the mail is from.
    pub addresses: Vec<String>,
    /// `ACCEPTED`, in capitals; empty: nothing is said.
    pub answer: String,
}

/// Reads a mail. None: it is no answer to an invitation, whatever else it is. Attached mails are not looked into: what was
/// returned or forwarded answers nothing.
pub fn read(raw: &[u8]) -> Option<Reply> {
    let mail = MessageParser::default().parse(raw)?;
    let found = mail.parts.iter().filter(|part| is_calendar(part)).find_map(|part| calendar(part.contents()));
    found.map(|reply| completed(reply, &mail))
}

fn is_calendar(part: &MessagePart) -> bool {
    let kind = part.content_type();
    let is = |(kind, sub)| part.is_content_type(kind, sub);
    let named = part.attachment_name().is_some_and(|name| name.to_ascii_lowercase().ends_with(".ics"));
    named || (kind.is_some() && KINDS.into_iter().any(is))
}

/// What the calendar leaves open, the mail says.
fn completed(mut reply: Reply, mail: &Message) -> Reply {
    let from = mail.from().and_then(|from| from.first()).and_then(|one| one.address());
    for attendee in reply.attendees.iter_mut().filter(|attendee| attendee.addresses.is_empty()) {
        attendee.addresses.extend(from.map(contact::normalise));
    }
    let sent = || mail.date().and_then(|date| Time::from_timestamp(date.to_timestamp(), 0));
    Reply { stamp: reply.stamp.or_else(sent), ..reply }
}

/// The first appointment of a calendar that is sent as an answer.
fn calendar(text: &[u8]) -> Option<Reply> {
    let mut found: Option<Reply> = None;
    let (mut depth, mut event) = (0_u32, None);
    for line in lines(text) {
        match line.name.as_str() {
            "BEGIN" if depth == 0 && !line.value.eq_ignore_ascii_case("VCALENDAR") => {}
            "BEGIN" => {
                depth = depth.saturating_add(1);
                if depth == 2 && line.value.eq_ignore_ascii_case("VEVENT") {
                    event = Some(found.take()?);
                }
            }
            "END" => {
                depth = depth.saturating_sub(1);
                if depth == 1 && event.is_some() {
                    return event;
                }
            }
            "METHOD" if depth == 1 && found.is_none() => {
                let counters = line.value.eq_ignore_ascii_case("COUNTER");
                if !counters && !line.value.eq_ignore_ascii_case("REPLY") {
                    return None;
                }
                found = Some(Reply { counters, ..Reply::default() });
            }
            _ if depth == 2 => event = event.map(|event| with(event, &line)),
            _ => {}
        }
    }
    // Cut off, or without an appointment: an answer that says nothing, since of what is missing nobody knows what it said.
    found.or_else(|| event.map(|_| Reply::default()))
}

fn with(mut reply: Reply, line: &Line) -> Reply {
    match line.name.as_str() {
        "UID" if reply.uid.is_empty() => reply.uid.clone_from(&line.value),
        // What is no number is no version that was ever told.
        "SEQUENCE" => reply.sequence = Some(line.value.parse().unwrap_or(i32::MAX)),
        "DTSTAMP" => reply.stamp = time(&line.value),
        "RECURRENCE-ID" => reply.recurrence = true,
        "ATTENDEE" if reply.attendees.len() < ATTENDEES => reply.attendees.push(attendee(line)),
        _ => {}
    }
    reply
}

/// By the address, and by the one that some programs write beside one of their own (RFC 7986 §6.2).
fn attendee(line: &Line) -> Attendee {
    let value = line.value.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let value = value.and_then(|_| line.value.get(7..));
    let addresses = value.into_iter().chain(line.parameter("EMAIL")).map(contact::normalise);
    let answer = line.parameter("PARTSTAT").unwrap_or_default().to_ascii_uppercase();
    Attendee { addresses: addresses.filter(|address| !address.is_empty()).collect(), answer }
}

/// In UTC, as RFC 5545 §3.8.7.2 has it.
fn time(value: &str) -> Option<Time> {
    let utc = value.strip_suffix(['Z', 'z'])?;
    NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S").ok().map(|time| time.and_utc())
}
