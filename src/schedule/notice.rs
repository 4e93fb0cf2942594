//! What could not be understood of a file, element by element.

use crate::lines::Lines;
use std::collections::HashMap;
use std::fmt;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// An event, a person or a link is missing from the schedule.
    LeftOut,
    /// A value was taken as something else, or not taken.
    Changed,
    /// Something that the formats do not know; nothing of theirs is missing.
    Unknown,
}

/// Why something was not taken as it stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Reason {
    #[error("event left out: it has no title")]
    NoTitle,
    #[error("event left out: it has no time that can be understood")]
    NoTime,
    #[error("event left out: it has no duration that can be understood")]
    NoDuration,
    #[error("left out: an object was expected here")]
    NotAnObject,
    #[error("person left out: there is no name")]
    NoName,
    #[error("link left out: there is no address")]
    NoAddress,
    #[error("longer than 300 characters; cut")]
    TooLong,
    #[error("not a date or time")]
    BrokenTime,
    #[error("not a duration")]
    BrokenDuration,
    #[error("not a number")]
    BrokenNumber,
    #[error("not a text")]
    NotText,
    #[error("not a UUID")]
    NotUuid,
    #[error("not yes or no")]
    NotBool,
    #[error("not a time zone")]
    UnknownZone,
    #[error("no time zone is named; taken as Europe/Berlin")]
    AssumedZone,
    #[error("clocks are put forward over this time; moved on by as much")]
    SkippedTime,
    #[error("this time exists twice; taken as the first")]
    TwiceTime,
    #[error("differs from the date, which was taken")]
    StartDiffers,
    #[error("differs from the duration; the end was taken")]
    EndDiffers,
    #[error("differs from the room that it stands in, which was taken")]
    RoomDiffers,
    #[error("another event has this id")]
    DuplicateId,
    #[error("another event has this guid")]
    DuplicateGuid,
    #[error("this person has another name elsewhere in the file; taken as one person")]
    OtherName,
    #[error("not an entity that every reader knows; kept as text")]
    UnknownEntity,
    #[error("entities that the file declares are not expanded")]
    DeclaredEntities,
    #[error("some characters are not of the encoding and were replaced")]
    BrokenEncoding,
    #[error("unknown element")]
    UnknownElement,
    #[error("unknown attribute")]
    UnknownAttribute,
    #[error("unknown member")]
    UnknownMember,
}

impl Reason {
    pub fn severity(self) -> Severity {
        match self {
            Self::NoTitle | Self::NoTime | Self::NoDuration | Self::NotAnObject | Self::NoName | Self::NoAddress => {
                Severity::LeftOut
            }
            Self::UnknownElement | Self::UnknownAttribute | Self::UnknownMember => Severity::Unknown,
            _ => Severity::Changed,
        }
    }

    /// Whether an event of the file is missing from the schedule for it.
    pub fn leaves_out_event(self) -> bool {
        matches!(self, Self::NoTitle | Self::NoTime | Self::NoDuration | Self::NotAnObject)
    }

    /// Of these, only the first of each kind of place is told, with how many there are.
    fn once(self) -> bool {
        self.severity() == Severity::Unknown || matches!(self, Self::AssumedZone | Self::UnknownEntity)
    }
}

/// One thing that was not taken as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// As an editor counts.
    pub line: Option<usize>,
    /// Such as `schedule/day[2]/room[Janson]/event[15059]/duration`.
    pub path: String,
    /// What stands there, shortened.
    pub value: String,
    pub reason: Reason,
    /// How often: one, but for what is told once for all of its kind.
    pub count: usize,
}

impl Notice {
    pub fn severity(&self) -> Severity {
        self.reason.severity()
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}: ")?;
        }
        write!(f, "{}: {}: {}", self.path, self.value, self.reason)?;
        if self.count > 1 { write!(f, " ({} times)", self.count) } else { Ok(()) }
    }
}

/// Where we are in a file: a list from there up to its root, written out only for a notice.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    above: Option<&'a Place<'a>>,
    name: &'a str,
    key: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(crate) fn root(name: &'a str) -> Self {
        Self { above: None, name, key: None }
    }

    pub(crate) fn to(&'a self, name: &'a str) -> Place<'a> {
        Place { above: Some(self), name, key: None }
    }

    pub(crate) fn keyed(&'a self, name: &'a str, key: &'a str) -> Place<'a> {
        Place { above: Some(self), name, key: Some(key).filter(|key| !key.is_empty()) }
    }

    fn write(&self, keys: bool, out: &mut String) {
        if let Some(above) = self.above {
            above.write(keys, out);
            out.push('/');
        }
        out.push_str(self.name);
        if let (true, Some(key)) = (keys, self.key) {
            out.push('[');
            out.extend(key.chars().filter(|c| !c.is_control()).take(60));
            out.push(']');
        }
    }
}

/// The notices of one reading.
pub(crate) struct Notices<'t> {
    lines: Lines<'t>,
    list: Vec<Notice>,
    kinds: HashMap<(String, Reason), usize>,
}

impl<'t> Notices<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { lines: Lines::new(text), list: Vec::new(), kinds: HashMap::new() }
    }

    /// Remembers it. `at` is a byte of the text, if it stands anywhere.
    pub(crate) fn add(&mut self, at: Option<usize>, place: &Place, value: &str, reason: Reason) {
        let index = self.list.len();
        if reason.once() {
            let mut kind = String::new();
            place.write(false, &mut kind);
            if let Some(first) = self.kinds.get(&(kind.clone(), reason)) {
                if let Some(notice) = self.list.get_mut(*first) {
                    notice.count += 1;
                }
                return;
            }
            self.kinds.insert((kind, reason), index);
        }
        let mut path = String::new();
        place.write(true, &mut path);
        let mut shown: String = value.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).take(80).collect();
        if value.trim().chars().nth(80).is_some() {
            shown.push('…');
        }
        self.list.push(Notice { line: at.map(|at| self.lines.line(at)), path, value: shown, reason, count: 1 });
    }

    pub(crate) fn into_list(self) -> Vec<Notice> {
        self.list
    }
}
