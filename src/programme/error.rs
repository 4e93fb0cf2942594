//! What can go wrong with the programme.

mod booking;
mod review;

pub use booking::BookingError;
pub use review::ReviewError;

use crate::rules::clash::Clash;
use crate::rules::submission::Wrong;
use crate::rules::transition::Why;
use crate::service::plan::Moved;
use base::error::Told;
use congress::CongressError;
use identity::IdentityError;
use post::PostError;
use schedule::{Notice, ReadError};
use store::DbErr;
use web::form::Stale;

#[derive(Debug, thiserror::Error)]
pub enum ProgrammeError {
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A congress cannot be made from it.
    #[error("the file has no day and no event, so that nobody knows when the congress is")]
    NoDays,
    #[error("the congress has no programme that was released")]
    NotReleased,
    #[error("there is no such thing in this congress")]
    Unknown,
    #[error("a name is needed")]
    NameMissing,
    #[error("a name or a note is too long")]
    NameLong,
    #[error("a title is needed, in one language at least")]
    TitleMissing,
    #[error("a title or subtitle is too long")]
    TitleLong,
    #[error("a short name is lower-case letters, digits and dashes")]
    SlugMalformed,
    #[error("the short name is taken")]
    SlugTaken,
    #[error("a colour is # and six hexadecimal digits")]
    Colour,
    #[error("there is room for none or more, and for a hundred thousand at most")]
    Target,
    #[error("a length is at least a minute")]
    Minutes,
    #[error("there are no fewer seats than none")]
    Seats,
    #[error("a language is letters, digits and dashes")]
    Language,
    #[error("a link begins with https:// or http://")]
    Link,
    #[error("somebody speaks here who is not known")]
    NoSuchSpeaker,
    #[error("somebody stands among the speakers twice")]
    SpeakerTwice,
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("the reason is too long")]
    ReasonLong,
    /// Something else refers to it.
    #[error("it is used")]
    Used,
    /// Somebody else changed it since it was shown.
    #[error("it was moved meanwhile by {}", .0.by)]
    Moved(Box<Moved>),
    /// What would be wrong with it, and blocks.
    #[error("it would clash in {} ways", .0.len())]
    Blocked(Vec<Clash>),
    #[error("there is no such slot")]
    UnknownSlot,
    #[error("there is no such session")]
    UnknownSession,
    #[error("there is no such room")]
    UnknownRoom,
    #[error("a session takes place in a room")]
    RoomMissing,
    #[error("it ends after it begins")]
    EndsBeforeStart,
    #[error("nothing lasts that long")]
    SlotTooLong,
    #[error("it is more than a year from the congress")]
    FarOff,
    /// What could not be read of a file; sessions that there are would be taken out for it.
    #[error("the file could not be read whole, and sessions would be removed for it: nothing is changed")]
    NotWhole(Vec<Notice>),
    #[error("a number of minutes is too large or too small")]
    MinutesOdd,
    #[error("two are needed")]
    PairOfOne,
    /// A step that nobody can take, or not now.
    #[error("this step cannot be taken: {0:?}")]
    Step(Why),
    /// What was typed is not enough, or too much.
    #[error("something is missing or too long")]
    Faulty(Vec<Wrong>),
    /// Nobody may change it any more.
    #[error("it cannot be changed any more")]
    Fixed,
    /// Somebody takes part in a submission already.
    #[error("they take part already")]
    TakesPart,
    #[error("no more people can take part")]
    TooManySpeakers,
    /// The file is no picture that is taken: why, as a key of the locale files.
    #[error("the picture is not taken: {0}")]
    Picture(&'static str),
    #[error(transparent)]
    Stale(#[from] Stale),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Booking(#[from] BookingError),
    #[error(transparent)]
    Congress(#[from] CongressError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl Told for ProgrammeError {
    fn status(&self) -> u16 {
        match self {
            Self::NotReleased | Self::Unknown | Self::UnknownSlot | Self::UnknownSession => 404,
            Self::Used
            | Self::Moved(_)
            | Self::Blocked(_)
            | Self::Step(_)
            | Self::Fixed
            | Self::TakesPart
            | Self::TooManySpeakers => 409,
            Self::Stale(e) => e.status(),
            Self::Identity(e) => e.status(),
            Self::Post(e) => e.status(),
            Self::Booking(e) => e.status(),
            Self::Congress(e) => e.status(),
            Self::Database(e) if store::is_passing(e) => 503,
            Self::Database(_) => 500,
            _ => 422,
        }
    }

    fn problem(&self) -> &'static str {
        match self {
            Self::NotReleased | Self::Unknown | Self::UnknownSlot | Self::UnknownSession => "not-found",
            Self::Used => "conflict",
            Self::Moved(_) => "changed-meanwhile",
            Self::Blocked(_) => "clash",
            Self::Step(_) | Self::Fixed | Self::TakesPart | Self::TooManySpeakers => "closed",
            Self::Stale(e) => e.problem(),
            Self::Identity(e) => e.problem(),
            Self::Post(e) => e.problem(),
            Self::Booking(e) => e.problem(),
            Self::Congress(e) => e.problem(),
            Self::Database(_) => "internal",
            _ => "invalid",
        }
    }

    fn message(&self) -> &'static str {
        match self {
            Self::Read(_) => "programme-error-read",
            Self::NoDays => "programme-error-no-days",
            Self::NotReleased => "programme-error-not-released",
            Self::Unknown | Self::UnknownSlot | Self::UnknownSession => "fault-text-404",
            Self::NameMissing => "programme-error-name-missing",
            Self::NameLong => "programme-error-name-long",
            Self::TitleMissing => "programme-error-title-missing",
            Self::TitleLong => "programme-error-title-long",
            Self::SlugMalformed => "programme-error-slug-malformed",
            Self::SlugTaken => "programme-error-slug-taken",
            Self::Colour => "programme-error-colour",
            Self::Minutes => "programme-error-minutes",
            Self::Target => "programme-error-target",
            Self::Seats => "programme-error-seats",
            Self::Language => "programme-error-language",
            Self::Link => "programme-error-link",
            Self::NoSuchSpeaker => "programme-error-no-such-speaker",
            Self::SpeakerTwice => "programme-error-speaker-twice",
            Self::ReasonMissing => "desk-fault-reason-missing",
            Self::ReasonLong => "desk-fault-reason-long",
            Self::Used => "programme-error-used",
            Self::Moved(_) => "programme-error-moved",
            Self::Blocked(_) => "programme-error-blocked",
            Self::UnknownRoom => "programme-error-unknown-room",
            Self::RoomMissing => "programme-error-room-missing",
            Self::EndsBeforeStart => "programme-error-ends-before-start",
            Self::SlotTooLong => "programme-error-slot-too-long",
            Self::FarOff => "programme-error-far-off",
            Self::NotWhole(_) => "programme-error-not-whole",
            Self::MinutesOdd => "programme-error-minutes-odd",
            Self::PairOfOne => "programme-error-pair-of-one",
            Self::Step(why) => match why {
                Why::Same => "call-step-same",
                Why::NoSuchStep => "call-step-none",
                Why::NotYours => "call-step-not-yours",
                Why::CallClosed => "call-step-closed",
                Why::Over => "call-step-over",
                Why::NotDecided => "call-step-not-decided",
                Why::Edited => "call-step-edited",
            },
            Self::Faulty(_) => "call-faulty",
            Self::Fixed => "call-fixed",
            Self::TakesPart => "call-speaker-twice",
            Self::TooManySpeakers => "call-speakers-many",
            Self::Picture(why) => why,
            Self::Stale(e) => e.message(),
            Self::Identity(e) => e.message(),
            Self::Post(e) => e.message(),
            Self::Booking(e) => e.message(),
            Self::Congress(e) => e.message(),
            Self::Database(_) => "fault-text-500",
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Read(e) => vec![("line", e.line.to_string()), ("column", e.column.to_string())],
            Self::Moved(moved) => vec![("by", moved.by.clone())],
            Self::Identity(e) => e.values(),
            Self::Post(e) => e.values(),
            Self::Booking(e) => e.values(),
            Self::Congress(e) => e.values(),
            _ => vec![],
        }
    }

    fn pointer(&self) -> Option<String> {
        match self {
            Self::Booking(e) => e.pointer(),
            Self::Congress(e) => e.pointer(),
            _ => None,
        }
    }
}
