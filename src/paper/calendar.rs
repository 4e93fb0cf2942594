//! iCalendar text (RFC 5545): what a mail carries so that the congress stands in people's calendars.
//!
//! Times are written in UTC, the form with `Z` (§3.3.5): right in every calendar, with no time zone to describe.

use base::Time;
use ics::properties::{Description, DtEnd, DtStart, Location, Method, Sequence, Summary, URL};
use ics::{Event, ICalendar, escape_text};

/// The longest line, in octets, without its end (RFC 5545 §3.1).
const LINE: usize = 75;
/// Names the program (RFC 5545 §3.7.3).
const PRODID: &str = "-//kongress//kongress//EN";

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Made once, kept for ever: the same appointment has the same.
    pub uid: String,
    /// Raised with every change that matters to the people invited.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Time,
    pub starts: Time,
    pub ends: Time,
    pub summary: String,
    /// May be empty, as the two below.
    pub location: String,
    pub description: String,
    pub url: String,
}

/// The appointment for information (RFC 5546 §3.2.1, `PUBLISH`): nobody is asked to answer.
pub fn event_ics(event: &CalendarEvent) -> String {
    let mut entry = Event::new(plain(&event.uid), utc(event.stamp));
    entry.push(DtStart::new(utc(event.starts)));
    entry.push(DtEnd::new(utc(event.ends)));
    entry.push(Summary::new(text(&event.summary)));
    entry.push(Sequence::new(event.sequence.to_string()));
    if !event.location.is_empty() {
        entry.push(Location::new(text(&event.location)));
    }
    if !event.description.is_empty() {
        entry.push(Description::new(text(&event.description)));
    }
    if !event.url.is_empty() {
        entry.push(URL::new(plain(&event.url)));
    }
    let mut calendar = ICalendar::new("2.0", PRODID);
    calendar.push(Method::new("PUBLISH"));
    calendar.add_event(entry);
    refold(&calendar.to_string())
}

/// `20270311T090000Z`.
fn utc(time: Time) -> String {
    time.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A value of type TEXT (RFC 5545 §3.3.11): line ends written `\n`, other control characters gone.
fn text(value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = value.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    escape_text(kept).into_owned()
}

/// A value that is not escaped, an address or an identifier: it must not hold a line end.
fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

/// Folds anew what the crate has folded: it allows its continuation lines 76 octets. Never within a character.
fn refold(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() + folded.len() / 32);
    for line in folded.replace("\r\n ", "").split_terminator("\r\n") {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LINE {
                out.push_str("\r\n ");
                width = 1;
            }
            out.push(c);
            width += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}
