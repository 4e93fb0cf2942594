//! The exchange formats of schedules: schedule.xml and schedule.json of the C3 (version 1), and the same as frab, pretalx
//! and FOSDEM write them. Pure: no database, no clock; bytes become values and values text.
//!
//! What a file says is kept in the values, see [`value`]. What the schemas cannot hold when values are written:
//! - **both**: answers to questions, which are not the public's; an id that another event has, or that is no number,
//!   becomes one made from the guid; a guid that is no UUID, or that another event has, becomes a UUIDv5 ([`guid`]);
//! - **XML**: of the congress subtitle, description, venue, city, keywords and the change of days; of rooms slug, kind,
//!   description, capacity and all else but name and guid; of persons all but id, guid and name; `do_not_stream`;
//!   codes that have not six letters; a slug is made to fit, a relative or foreign address of an event left out;
//! - **JSON**: ids of persons that are no numbers, kinds of rooms and of recording that it does not know, slugs and codes
//!   that do not fit. Whatever else it has no members for lies in `conference.meta`, and is read back from there.

mod address;
mod days;
mod decode;
mod draft;
mod duration;
mod error;
pub mod guid;
mod json;
mod lines;
mod notice;
pub mod slug;
mod time;
pub mod value;
mod xml;

pub use error::{Fault, ReadError};
pub use notice::{Notice, Reason, Severity};
pub use value::{
    Answer, Assembly, Conference, Day, DayRoom, Event, Generator, Link, Moment, Person, Recording, Room, Schedule,
    Track,
};

use chrono_tz::Tz;
use draft::Context;
use notice::{Notices, Place};

/// Files beyond this many bytes are refused.
pub const LARGEST: usize = 64_000_000;

/// Elements that lie deeper in one another are refused.
pub const DEEPEST: usize = 64;

/// What whoever reads knows beside the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    /// The zone of times without offset, where the file names none. Without it Europe/Berlin, with a notice.
    pub zone: Option<Tz>,
}

/// Reads schedule.xml or schedule.json, told from one another by content, whatever their encoding. What could not be
/// understood is named element by element; an error is for a file that as a whole is no schedule.
///
/// # Errors
/// If the file is empty, too large, broken, or no schedule.
pub fn read(bytes: &[u8], reading: Reading) -> Result<(Schedule, Vec<Notice>), ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError { line: 1, column: 1, fault: Fault::TooLarge });
    }
    let (text, broken) = decode::decode(bytes);
    let mut notices = Notices::new(&text);
    if broken {
        let at = text.find('\u{FFFD}');
        notices.add(at, &Place::root("schedule"), "", Reason::BrokenEncoding);
    }
    let mut context = Context::new(notices, &reading);
    let blank = text.len() - text.trim_start().len();
    let mut schedule = match text.as_bytes().get(blank) {
        Some(b'<') => xml::read::read(&text, &mut context)?,
        Some(b'{' | b'[') => json::read::read(&text, &mut context)?,
        Some(_) => return Err(ReadError::at(&text, blank, Fault::Neither)),
        None => return Err(ReadError::at(&text, blank, Fault::Empty)),
    };
    draft::gather(&mut schedule);
    Ok((schedule, context.notices.into_list()))
}

/// Writes schedule.xml, valid against the C3's XSD whatever the values are. What it requires and the values lack: an
/// id and a guid are made from what there is ([`guid`]), start and end of a day follow from its events; a schedule
/// without days gets one.
pub fn write_xml(schedule: &Schedule) -> String {
    xml::write::write(schedule)
}

/// Writes schedule.json, valid against the C3's JSON schema whatever the values are. What it requires and the values lack,
/// beyond what [`write_xml`] says: an event's slug is made from acronym, id and title; its address is `urn:uuid:` and
/// its guid, which says that there is none; a room's guid follows from its name; the slot's length is five minutes.
pub fn write_json(schedule: &Schedule) -> String {
    json::write::write(schedule)
}
